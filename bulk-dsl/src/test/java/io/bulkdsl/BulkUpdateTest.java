// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.DatedDeliveries.DELIVERIES;
import static io.bulkdsl.DatedDeliveries.RESTOCK;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.testdb.public_.Tables.AUTHOR;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.upper;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The update as a whole: what it renders and what that does. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpdateTest {

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 4);
    }

    @Test
    void updatesFromElements(DSLContext ctx) {
        assertThatSql(RESTOCK.rows(DELIVERIES)).rendersSql("""
                        update "public"."book"
                        set
                          "stock" = coalesce(
                            ("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock"),
                          "restocked_at" = now()
                        from (values (?, ?), (?, ?)) as "incoming" ("isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """).withBinds("isbn-1", 10, "isbn-3", 30);
        assertThat(RESTOCK.rows(DELIVERIES).execute(ctx)).isEqualTo(2);
        assertThat(Books.stock(ctx))
                .containsExactlyEntriesOf(ordered("isbn-1", 11, "isbn-2", 2, "isbn-3", 33, "isbn-4", 4));
        assertThat(ctx.fetchCount(BOOK, BOOK.RESTOCKED_AT.isNotNull())).isEqualTo(2);
    }

    @Test
    void updatesFromRecords(DSLContext ctx) {
        BookRecord first = new BookRecord().setIsbn("isbn-1").setTitle("One").setStock(5);
        BookRecord second = new BookRecord().setIsbn("isbn-2").setTitle(null).setStock(6);
        var update = bulkUpdate(BOOK).keys(BOOK.ISBN).set(BOOK.TITLE).set(BOOK.STOCK, incr());

        assertThatSql(update.rows(first, second)).rendersSql("""
                        update "public"."book"
                        set
                          "title" = "incoming"."title",
                          "stock" = coalesce(
                            ("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock")
                        from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("isbn", "title", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """).withBinds("isbn-1", "One", 5, "isbn-2", null, 6);
        assertThat(update.rows(List.of(first, second)).execute(ctx)).isEqualTo(2);
        assertThat(ctx.select(BOOK.TITLE).from(BOOK).orderBy(BOOK.ID).fetch(BOOK.TITLE))
                .containsExactly("One", null, "title 3", "title 4");
    }

    @Test
    void setsManyColumnsOfRecords(DSLContext ctx) {
        BookRecord book =
                new BookRecord().setIsbn("isbn-1").setTitle("One").setStock(5).setDiscontinued(true);
        var update = bulkUpdate(BOOK)
                .keys(BOOK.ISBN)
                .set(BOOK.TITLE, BOOK.STOCK, BOOK.DISCONTINUED)
                .set(BOOK.RESTOCKED_AT, now());
        assertThat(update.rows(book).execute(ctx)).isEqualTo(1);
        assertThat(ctx.fetchSingle(BOOK, BOOK.ISBN.eq("isbn-1")).getDiscontinued())
                .isTrue();
    }

    @Test
    void takesRowsHoweverTheyCome(DSLContext ctx) {
        AtomicBoolean closed = new AtomicBoolean();
        int updated = RESTOCK.rows(DELIVERIES).execute(ctx)
                + RESTOCK.rows(DELIVERIES.stream().onClose(() -> closed.set(true)))
                        .execute(ctx)
                + RESTOCK.rows(DELIVERIES.iterator()).execute(ctx)
                + RESTOCK.rows(DELIVERIES.toArray(Delivery[]::new)).execute(ctx)
                + RESTOCK.rows(new Delivery("isbn-1", 1), new Delivery("isbn-3", 1))
                        .execute(ctx);
        assertThat(updated).isEqualTo(10);
        assertThat(closed).isTrue();
        assertThat(Books.stock(ctx).get("isbn-1")).isEqualTo(42);
    }

    @Test
    void noRowsAreNothingToDo(DSLContext ctx) {
        var nothing = RESTOCK.rows(List.of());
        assertThatSql(nothing).rendersSql("""
                        update "public"."book"
                        set
                          "stock" = coalesce(
                            ("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock"),
                          "restocked_at" = now()
                        from (select ?, ? where false) as "incoming" ("isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """);
        assertThat(nothing.execute(ctx)).isZero();
        assertThat(ctx.execute(nothing.query())).isZero();
        assertThat(nothing.returning(BOOK.ID).fetch(ctx)).isEmpty();
        assertThat(nothing.returning(BOOK.ID).fetchRows(ctx)).isEmpty();
        assertThat(RESTOCK.rows().execute(DSL.using(org.jooq.SQLDialect.POSTGRES)))
                .isZero();
    }

    @Test
    void setsAKeyToANewValue(DSLContext ctx) {
        record Move(String from, String to) {}
        var move = bulkUpdate(BOOK, Move.class)
                .key(BOOK.ISBN)
                .from(Move::from)
                .set(BOOK.ISBN)
                .from(Move::to);
        assertThatSql(move.rows(new Move("isbn-1", "x-1"), new Move("isbn-2", "x-2")))
                .rendersSql("""
                        update "public"."book"
                        set "isbn" = "incoming"."isbn_2"
                        from (values (?, ?), (?, ?)) as "incoming" ("isbn", "isbn_2")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """);
        assertThat(move.rows(new Move("isbn-1", "x-1"), new Move("isbn-2", "x-2"))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(Books.stock(ctx).keySet()).containsExactly("x-1", "x-2", "isbn-3", "isbn-4");
    }

    @Test
    void narrowsByConditions(DSLContext ctx) {
        ctx.insertInto(AUTHOR).set(AUTHOR.NAME, "Emma").execute();
        ctx.update(BOOK).set(BOOK.AUTHOR_ID, 1).where(BOOK.ISBN.eq("isbn-3")).execute();
        var emmas =
                RESTOCK.where(BOOK.AUTHOR_ID.in(select(AUTHOR.ID).from(AUTHOR).where(AUTHOR.NAME.like("E%"))));
        assertThat(emmas.rows(DELIVERIES).execute(ctx)).isEqualTo(1);
        assertThat(emmas.where(BOOK.STOCK.gt(1000)).rows(DELIVERIES).execute(ctx))
                .isZero();
        var none = pdnf(Delivery.class).key(BOOK.ISBN).from(Delivery::isbn).rows();
        assertThat(RESTOCK.where(none).rows(DELIVERIES).execute(ctx)).isZero();
    }

    @Test
    void nowIsTheTimeOfTheTransaction(DSLContext ctx) {
        ctx.transaction(trx -> {
            RESTOCK.rows(DELIVERIES).execute(trx.dsl());
            OffsetDateTime began = trx.dsl()
                    .fetchSingle(DSL.field("now()", OffsetDateTime.class))
                    .value1();
            assertThat(trx.dsl()
                            .selectDistinct(BOOK.RESTOCKED_AT)
                            .from(BOOK)
                            .where(BOOK.RESTOCKED_AT.isNotNull())
                            .fetch(BOOK.RESTOCKED_AT))
                    .containsExactly(began);
        });
    }

    @Test
    void computesFromTheColumnAlone(DSLContext ctx) {
        var shout = bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN)
                .from(Delivery::isbn)
                .set(BOOK.TITLE, expr(c -> upper(c)));
        assertThatSql(shout.rows(DELIVERIES.get(0))).rendersSql("""
                        update "public"."book" set "title" = upper("public"."book"."title")
                        from (values (?)) as "incoming" ("isbn") where "public"."book"."isbn" = "incoming"."isbn"
                        """);
        assertThat(shout.rows(DELIVERIES).execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetchValue(BOOK.TITLE, BOOK.ISBN.eq("isbn-3"))).isEqualTo("TITLE 3");
    }

    @Test
    void stepsAreValuesThatFork(DSLContext ctx) {
        var keyed = bulkUpdate(BOOK, Delivery.class).key(BOOK.ISBN).from(Delivery::isbn);
        var from = keyed.set(BOOK.STOCK);
        var copies = from.from(Delivery::copies);
        var zero = from.from(delivery -> 0);
        var narrowed = copies.where(BOOK.ID.eq(-1L));
        var titled = copies.set(BOOK.TITLE).from(delivery -> "t");
        assertThat(copies.rows(DELIVERIES.get(0)).getSQL())
                .doesNotContain("title")
                .doesNotContain(" and ");
        assertThat(titled.rows(DELIVERIES.get(0)).getSQL()).contains("\"title\"");
        assertThat(narrowed.rows(DELIVERIES).execute(ctx)).isZero();
        assertThat(zero.rows(DELIVERIES.get(0)).execute(ctx)).isEqualTo(1);
        assertThat(copies.rows(DELIVERIES.get(1)).execute(ctx)).isEqualTo(1);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 0).containsEntry("isbn-3", 30);
    }

    private static Map<String, Integer> ordered(Object... entries) {
        Map<String, Integer> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], (Integer) entries[i + 1]);
        }
        return map;
    }
}
