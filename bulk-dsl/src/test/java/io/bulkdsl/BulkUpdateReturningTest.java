// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.DatedDeliveries.DELIVERIES;
import static io.bulkdsl.DatedDeliveries.RESTOCK;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.upper;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an update returns, and which rows that belongs to. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpdateReturningTest {

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 4);
    }

    @Test
    void returnsTypedRecordsAndTheRowsTheyBelongTo(DSLContext ctx) {
        assertThatSql(RESTOCK.rows(DELIVERIES).returning(BOOK.ISBN, BOOK.STOCK))
                .rendersSql("""
                        update "public"."book"
                        set
                          "stock" = coalesce(
                            ("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock"),
                          "restocked_at" = now()
                        from (values (?, ?), (?, ?)) as "incoming" ("isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        returning "public"."book"."isbn", "public"."book"."stock"
                        """)
                .withBinds("isbn-1", 10, "isbn-3", 30);
        assertThat(RESTOCK.rows(DELIVERIES).returning(BOOK.ID).getSQL(ParamType.INLINED))
                .endsWith("returning \"public\".\"book\".\"id\"")
                .contains("('isbn-1', 10)");
        assertThat(RESTOCK.rows(DELIVERIES).returning(BOOK.ID).getBindValues())
                .containsExactly("isbn-1", 10, "isbn-3", 30);
        Result<Record2<String, Integer>> result =
                RESTOCK.rows(DELIVERIES).returning(BOOK.ISBN, BOOK.STOCK).fetch(ctx);
        assertThat(result.intoMap(BOOK.ISBN, BOOK.STOCK)).isEqualTo(Map.of("isbn-1", 11, "isbn-3", 33));

        List<Delivery> shuffled =
                List.of(new Delivery("isbn-4", 1), new Delivery("none", 1), new Delivery("isbn-1", 1));
        List<Returned<Delivery, Record2<String, Integer>>> rows =
                RESTOCK.rows(shuffled).returning(BOOK.ISBN, BOOK.STOCK).fetchRows(ctx);
        assertThat(rows).extracting(Returned::rowNumber).containsExactly(1, 3);
        assertThat(rows).extracting(Returned::element).containsExactly(shuffled.get(0), shuffled.get(2));
        assertThat(rows).extracting(row -> row.record().value2()).containsExactly(5, 12);
    }

    @Test
    void returnsAnyNumberOfColumns(DSLContext ctx) {
        var update = RESTOCK.rows(DELIVERIES);
        assertThat(update.returning(BOOK.ID).fetch(ctx).getValues(BOOK.ID)).containsExactlyInAnyOrder(1L, 3L);
        assertThat(update.returning(
                                BOOK.ID,
                                BOOK.ISBN,
                                BOOK.TITLE,
                                BOOK.STOCK,
                                BOOK.PRICE,
                                BOOK.RATING,
                                BOOK.TAGS,
                                BOOK.NOTES)
                        .fetch(ctx)
                        .get(0)
                        .value2())
                .startsWith("isbn-");
        assertThat(update.returning(BOOK.fields()).fetch(ctx).get(0).size()).isEqualTo(BOOK.fields().length);
        assertThat(update.returning(List.of(BOOK.ID, upper(BOOK.TITLE)))
                        .fetch(ctx)
                        .getValues(1, String.class))
                .containsExactlyInAnyOrder("TITLE 1", "TITLE 3");
    }

    @Test
    void returnsRecordsOfTheTable(DSLContext ctx) {
        Result<BookRecord> books = RESTOCK.rows(DELIVERIES).returning(BOOK).fetch(ctx);
        assertThat(books).extracting(BookRecord::getStock).containsExactlyInAnyOrder(11, 33);
        assertThat(RESTOCK.rows(DELIVERIES).returning(BOOK).fetchRows(ctx))
                .extracting(row -> row.record().getIsbn())
                .containsExactly("isbn-1", "isbn-3");
    }
}
