// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.testdb.public_.Tables.AUTHOR;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.INCOMING;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.upper;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The update as a whole: what it renders and what that does. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpdateTest {

    record Rule(long minId, int below, int add) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN)
            .from(Delivery::isbn)
            .set(BOOK.STOCK, incr())
            .from(Delivery::copies)
            .set(BOOK.RESTOCKED_AT, now());

    static final List<Delivery> DELIVERIES = List.of(new Delivery("isbn-1", 10), new Delivery("isbn-3", 30));

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
    void firstMatchingRowWinsWhereSeveralDo(DSLContext ctx) {
        var update = bulkUpdate(BOOK, Rule.class)
                .key(BOOK.ID, ge())
                .from(Rule::minId)
                .key(BOOK.STOCK, lt())
                .from(Rule::below)
                .set(BOOK.STOCK, incr())
                .from(Rule::add)
                .where(BOOK.DISCONTINUED.isFalse());
        Rule[] rules = {new Rule(3, 100, 1000), new Rule(1, 4, 2000), new Rule(1, 100, 4000)};

        assertThatSql(update.rows(rules[0])).rendersSql("""
                        update "public"."book"
                        set
                          "stock" = coalesce(
                            ("public"."book"."stock" + "incoming"."stock_2"), "incoming"."stock_2", "public"."book"."stock")
                        from (
                          select distinct on ("public"."book"."id")
                            "public"."book"."id" as "target_1", "incoming"."row_number",
                            "incoming"."id", "incoming"."stock", "incoming"."stock_2"
                          from "public"."book", (values (?, ?, ?, ?)) as "incoming" ("row_number", "id", "stock", "stock_2")
                          where (
                            "public"."book"."id" >= "incoming"."id" and "public"."book"."stock" < "incoming"."stock"
                            and "public"."book"."discontinued" = false)
                          order by "public"."book"."id", "incoming"."row_number") as "incoming"
                        where (
                          "public"."book"."id" = "incoming"."target_1"
                          and "public"."book"."id" >= "incoming"."id" and "public"."book"."stock" < "incoming"."stock"
                          and "public"."book"."discontinued" = false)
                        """);
        assertThat(update.rows(rules).execute(ctx)).isEqualTo(4);
        assertThat(Books.stock(ctx).values()).containsExactly(2001, 2002, 1003, 1004);
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
    void writesOnlyWhatChanges(DSLContext ctx) {
        // spotless:off
        var restock = bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .setWhenChanged(BOOK.RESTOCKED_AT, now());
        // spotless:on
        assertThatSql(restock.rows(DELIVERIES.get(0))).rendersSql("""
                        update "public"."book"
                        set
                          "stock" = "incoming"."stock",
                          "restocked_at" = case
                            when "public"."book"."stock" is distinct from "incoming"."stock" then now()
                            else "public"."book"."restocked_at" end
                        from (values (?, ?)) as "incoming" ("isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """);
        assertThatSql(restock.onlyChanged().rows(DELIVERIES.get(0))).rendersSql("""
                        update "public"."book"
                        set "stock" = "incoming"."stock", "restocked_at" = now()
                        from (values (?, ?)) as "incoming" ("isbn", "stock")
                        where (
                          "public"."book"."isbn" = "incoming"."isbn"
                          and "public"."book"."stock" is distinct from "incoming"."stock")
                        """);
        List<Delivery> deliveries =
                List.of(new Delivery("isbn-1", 1), new Delivery("isbn-2", 9), new Delivery("isbn-3", null));
        assertThat(restock.rows(deliveries).execute(ctx)).isEqualTo(3);
        assertThat(ctx.select(BOOK.ISBN)
                        .from(BOOK)
                        .where(BOOK.RESTOCKED_AT.isNotNull())
                        .fetch(BOOK.ISBN))
                .containsExactlyInAnyOrder("isbn-2", "isbn-3");
        assertThat(restock.onlyChanged().rows(deliveries).execute(ctx)).isZero();
        assertThat(restock.onlyChanged()
                        .rows(new Delivery("isbn-3", 3), new Delivery("isbn-4", 4))
                        .returning(BOOK.ISBN)
                        .fetch(ctx))
                .extracting(book -> book.value1())
                .containsExactly("isbn-3");
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
    void worksOnAnAliasWithOtherOperators(DSLContext ctx) {
        var b = BOOK.as("b");
        var update = bulkUpdate(b, Rule.class)
                .key(b.STOCK, lt())
                .from(Rule::below)
                .set(b.STOCK)
                .from(Rule::add);
        assertThatSql(update.rows(new Rule(0, 3, 9))).rendersSql("""
                        update "public"."book" as "b"
                        set "stock" = "incoming"."stock_2"
                        from (
                          select distinct on ("b"."id")
                            "b"."id" as "target_1", "incoming"."row_number", "incoming"."stock", "incoming"."stock_2"
                          from "public"."book" as "b", (values (?, ?, ?)) as "incoming" ("row_number", "stock", "stock_2")
                          where "b"."stock" < "incoming"."stock"
                          order by "b"."id", "incoming"."row_number") as "incoming"
                        where ("b"."id" = "incoming"."target_1" and "b"."stock" < "incoming"."stock")
                        """);
        assertThat(update.rows(new Rule(0, 3, 9)).execute(ctx)).isEqualTo(2);
        assertThat(Books.stock(ctx).values()).containsExactly(9, 9, 3, 4);
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

    @Test
    void rendersInlined() {
        assertThat(RESTOCK.rows(DELIVERIES).getSQL(ParamType.INLINED))
                .contains("values ('isbn-1', 10), ('isbn-3', 30)");
        assertThat(RESTOCK.rows(DELIVERIES).getBindValues()).containsExactly("isbn-1", 10, "isbn-3", 30);
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

    @Test
    void rowsOfAStreamAreReadOnce() {
        var statement = RESTOCK.rows(Stream.of(DELIVERIES.get(0)));
        statement.getSQL();
        org.assertj.core.api.Assertions.assertThatThrownBy(statement::getSQL)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("read already");
    }

    private static Map<String, Integer> ordered(Object... entries) {
        Map<String, Integer> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], (Integer) entries[i + 1]);
        }
        return map;
    }
}
