// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.proofs.Attacks.ATTACKS;
import static io.bulkdsl.proofs.Attacks.NAMES;
import static io.bulkdsl.proofs.Attacks.SOURCES;
import static io.bulkdsl.proofs.Attacks.assertUnharmed;
import static io.bulkdsl.proofs.Attacks.letBackslashesEscape;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts that mean to be SQL are names where they are names, by every statement and source. */
@PostgresTest(migrations = "classpath:db/migration")
class InjectedNamesTest {

    @BeforeEach
    void tables(DSLContext ctx) {
        HostileTable.createType(ctx);
        Attacks.fillCounter(ctx);
    }

    @TestFactory
    Stream<DynamicTest> namesAreOnlyNames(DSLContext ctx) {
        return hostileNames(ctx, Stream.concat(ATTACKS.stream(), NAMES.stream()));
    }

    @TestFactory
    Stream<DynamicTest> namesAreOnlyNamesWhereBackslashesEscape(DSLContext ctx) {
        letBackslashesEscape(ctx);
        return hostileNames(ctx, ATTACKS.stream().filter(text -> text.contains("\\")));
    }

    /** The server cuts it, and says so in a notice; whoever writes it cuts it alike, so nothing goes astray. */
    @TestFactory
    Stream<DynamicTest> namesThatAreTooLongAreCutByTheServer(DSLContext ctx) {
        return Stream.of("x".repeat(70), "x" + "😀".repeat(20), "'); drop table counter; --".repeat(4))
                .map(text -> dynamicTest(text, () -> {
                    HostileTable table = new HostileTable(text);
                    table.create(ctx);
                    for (RowSource source : SOURCES) {
                        table.takesEveryStatement(ctx, source);
                    }
                    assertUnharmed(ctx);
                }));
    }

    private static Stream<DynamicTest> hostileNames(DSLContext ctx, Stream<String> names) {
        return names.map(text -> dynamicTest(JavaText.of(text), () -> {
            HostileTable table = new HostileTable(text);
            table.create(ctx);
            for (RowSource source : SOURCES) {
                table.takesEveryStatement(ctx, source);
            }
            table.refusesByName(ctx);
            assertUnharmed(ctx);
        }));
    }
}
