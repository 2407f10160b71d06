// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static org.assertj.core.api.Assertions.fail;

import io.bulkdsl.proofs.db.Tables;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * Whatever is defined and whatever rows are given: each row source, in batches or not, does what {@link PlainModel} does by
 * hand, and so the same as the others. {@code -Dbulkdsl.proofs.seed} tries other cases.
 */
@PostgresTest(migrations = "classpath:db/migration")
class DifferentialTest {

    private static final int NULLS_NOT_DISTINCT = 150000;
    private static final int CASES_BETWEEN_TIDYING = 1000;

    private static final Map<String, Table<?>> TABLES = Stream.<Table<?>>of(
                    Tables.NO_KEY, Tables.KEY_OF_A, Tables.KEY_OF_A_B, Tables.NULL_KEY_OF_A, Tables.NULL_KEY_OF_A_B)
            .collect(Collectors.toMap(Table::getName, Function.identity()));

    @Test
    void everyWayDoesWhatThePlainModelDoes(TestDatabase database) throws SQLException {
        long seed = Long.getLong("bulkdsl.proofs.seed", 1);
        boolean nullsNotDistinct = database.serverVersion() >= NULLS_NOT_DISTINCT;
        try (Connection connection = database.newConnection()) {
            DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
            for (int i = 0; i < Extent.of(2_000, 1_000_000); i++) {
                if (i % CASES_BETWEEN_TIDYING == 0) {
                    TABLES.values().forEach(table -> ctx.truncate(table).execute());
                }
                Case made = new Cases(seed + i, nullsNotDistinct).next();
                if (differs(ctx, made)) {
                    report(ctx, made, seed + i, i + 1);
                }
            }
        }
    }

    private static boolean differs(DSLContext ctx, Case given) {
        return !expected(given).equals(actual(ctx, given));
    }

    private static Effect expected(Case given) {
        return PlainModel.of(given).toldBy(given);
    }

    private static Effect actual(DSLContext ctx, Case given) {
        return new ThroughLibrary<>(ctx, TABLES.get(given.definition().table()), given)
                .effect()
                .toldBy(given);
    }

    private static void report(DSLContext ctx, Case found, long seed, int number) {
        Case smallest = Shrinking.of(found, simpler -> differs(ctx, simpler));
        fail("case %,d, of -Dbulkdsl.proofs.seed=%d, made smaller:%n%s%nexpected    %s%nactual      %s"
                .formatted(number, seed, smallest, expected(smallest), actual(ctx, smallest)));
    }
}
