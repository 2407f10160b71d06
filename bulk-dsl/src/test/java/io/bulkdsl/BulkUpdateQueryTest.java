// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.DatedDeliveries.DELIVERIES;
import static io.bulkdsl.DatedDeliveries.RESTOCK;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;

import io.bulkdsl.testkit.PostgresTest;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The query of an update in jOOQ's hands. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpdateQueryTest {

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 4);
    }

    @Test
    void worksInTransactionsBatchesAndCommonTableExpressions(DSLContext ctx) {
        ctx.transaction(trx -> {
            RESTOCK.rows(DELIVERIES).execute(trx.dsl());
            assertThat(ctx.fetchValue(BOOK.STOCK, BOOK.ISBN.eq("isbn-1"))).isEqualTo(1);
        });
        assertThat(Books.stock(ctx).get("isbn-1")).isEqualTo(11);

        assertThat(ctx.batch(
                                RESTOCK.rows(DELIVERIES).query(),
                                RESTOCK.rows(DELIVERIES.get(0)).query())
                        .execute())
                .containsExactly(2, 1);
        assertThat(Books.stock(ctx).get("isbn-1")).isEqualTo(31);

        var changed = name("changed")
                .as(RESTOCK.rows(DELIVERIES).returning(BOOK.ISBN, BOOK.STOCK).query());
        assertThat(ctx.with(changed)
                        .select(max(changed.field(BOOK.STOCK)))
                        .from(changed)
                        .fetchSingle()
                        .value1())
                .isEqualTo(93);
    }

    @Test
    void rendersInlined() {
        assertThat(RESTOCK.rows(DELIVERIES).getSQL(ParamType.INLINED))
                .contains("values ('isbn-1', 10), ('isbn-3', 30)");
        assertThat(RESTOCK.rows(DELIVERIES).getBindValues()).containsExactly("isbn-1", 10, "isbn-3", 30);
    }

    @Test
    void rowsOfAStreamAreReadOnce() {
        var statement = RESTOCK.rows(Stream.of(DELIVERIES.get(0)));
        statement.getSQL();
        org.assertj.core.api.Assertions.assertThatThrownBy(statement::getSQL)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("read already");
    }
}
