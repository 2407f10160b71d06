// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.contract.RowSource.AUTO;
import static io.bulkdsl.contract.RowSource.VALUES;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run by a row source is one indeed. */
@PostgresTest(migrations = "classpath:db/migration")
class SourceUnderTestTest {

    @BeforeEach
    void isThatOfContextsThatPrepare(DSLContext ctx) {
        assertGoesBySource(ctx);
    }

    @Test
    void isThatOfContextsGiven(DSLContext ctx, TestDatabase database) {
        assertGoesBySource(ctx);
        assertGoesBySource(database.dsl());
        ctx.transaction(transaction -> assertGoesBySource(transaction.dsl()));
    }

    @ParameterizedTest
    @EnumSource
    void isThatOfContextsMade(Server server, DataSource dataSource) {
        assertGoesBySource(server.of(dataSource));
    }

    private static void assertGoesBySource(DSLContext ctx) {
        ExecutedSql sql = new ExecutedSql();
        RowSourcesTest.QUOTE.rows(new Delivery("a", 1)).fetchOutcomes(sql.of(ctx));
        assertThat(sql.all()).extracting(Query::getSQL).anyMatch(text -> text.contains(trace()));
        assertThat(RowSourcesTest.QUOTE.rows(new Delivery("a", 1)).explain(ctx))
                .startsWith(
                        SourceUnderTest.get() == AUTO
                                ? VALUES.name()
                                : SourceUnderTest.get().name());
    }

    private static String trace() {
        return switch (SourceUnderTest.get()) {
            case AUTO, VALUES -> "values (";
            case UNNEST -> "unnest(";
            case COPY -> "create temporary table";
        };
    }
}
