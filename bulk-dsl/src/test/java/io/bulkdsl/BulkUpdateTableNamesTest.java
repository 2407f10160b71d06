// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.DatedDeliveries.DELIVERIES;
import static io.bulkdsl.DatedDeliveries.RESTOCK;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.INCOMING;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testkit.PostgresTest;
import org.jooq.DSLContext;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates of tables under other names, and of one called as our own. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpdateTableNamesTest {

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 4);
    }

    @Test
    void worksOnAnAlias(DSLContext ctx) {
        var b = BOOK.as("b");
        var update = bulkUpdate(b, Delivery.class)
                .key(b.ISBN)
                .from(Delivery::isbn)
                .set(b.STOCK)
                .from(Delivery::copies);
        assertThatSql(update.rows(DELIVERIES.get(0))).rendersSql("""
                        update "public"."book" as "b"
                        set "stock" = "incoming"."stock"
                        from (values (?, ?)) as "incoming" ("isbn", "stock")
                        where "b"."isbn" = "incoming"."isbn"
                        """);
        assertThat(update.rows(DELIVERIES).execute(ctx)).isEqualTo(2);
    }

    @Test
    void worksOnATableCalledIncoming(DSLContext ctx) {
        ctx.insertInto(INCOMING).values(1, 10, 20).execute();
        record Row(int id, int rowNumber, int id2) {}
        var update = bulkUpdate(INCOMING, Row.class)
                .key(INCOMING.ID)
                .from(Row::id)
                .set(INCOMING.ROW_NUMBER)
                .from(Row::rowNumber)
                .set(INCOMING.ID_2)
                .from(Row::id2);
        assertThatSql(update.rows(new Row(1, 11, 22))).rendersSql("""
                        update "public"."incoming"
                        set "row_number" = "incoming_rows"."row_number_2", "id_2" = "incoming_rows"."id_2"
                        from (values (?, ?, ?)) as "incoming_rows" ("id", "row_number_2", "id_2")
                        where "public"."incoming"."id" = "incoming_rows"."id"
                        """);
        assertThat(update.rows(new Row(1, 11, 22))
                        .returning(INCOMING.ROW_NUMBER, INCOMING.ID_2)
                        .fetchRows(ctx))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.record().valuesRow().toString()).isEqualTo("(11, 22)"));
    }

    @Test
    void honoursSettings(DSLContext ctx) {
        Settings settings = new Settings()
                .withRenderQuotedNames(RenderQuotedNames.NEVER)
                .withRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("public").withOutput("shop")));
        assertThatSql(RESTOCK.rows(DELIVERIES.get(0))).usingSettings(settings).rendersSql("""
                        update shop.book
                        set stock = coalesce((shop.book.stock + incoming.stock), incoming.stock, shop.book.stock), restocked_at = now()
                        from (values (?, ?)) as incoming (isbn, stock)
                        where shop.book.isbn = incoming.isbn
                        """);
        ctx.execute("create schema shop");
        ctx.execute("create table shop.book (like public.book including all)");
        DSLContext mapped = ctx.configuration().derive(settings).dsl();
        Books.shelve(mapped, 1);
        assertThat(RESTOCK.rows(DELIVERIES).execute(mapped)).isEqualTo(1);
        assertThat(Books.stock(ctx).get("isbn-1")).isEqualTo(1);
    }
}
