// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.hstoreConcat;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.Operators.between;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.Bounds;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.udt.records.AddressRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Constants;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One clear error that names row, column and remedy; nothing half-written; the connection usable after it. */
@PostgresTest(migrations = "classpath:db/migration")
class BadInputTest {

    private static final BulkUpdate.SetStep<BookRecord, Delivery> BY_ISBN =
            bulkUpdate(BOOK, Delivery.class).key(BOOK.ISBN).from(Delivery::isbn);

    private static final BulkUpdate<BookRecord, Delivery> RESTOCK =
            BY_ISBN.set(BOOK.STOCK, incr()).from(Delivery::copies);

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 2);
    }

    @Test
    void nullRow(DSLContext ctx) {
        refused(ctx, Arrays.asList(new Delivery("isbn-1", 1), null), "row 2: the row is null");
    }

    @Test
    void nullKey(DSLContext ctx) {
        refused(
                ctx,
                List.of(new Delivery("isbn-1", 1), new Delivery(null, 1)),
                "row 2, column book.isbn: the key is null and so matches no row; drop such rows, or use notDistinct() to match null with null");
    }

    @Test
    void getterThatThrows(DSLContext ctx) {
        var update = BY_ISBN.set(BOOK.STOCK).from(d -> Integer.parseInt(String.valueOf(d.isbn())));
        assertRefused(
                ctx,
                () -> update.rows(new Delivery("1", 1), new Delivery("secret", 1))
                        .execute(ctx),
                "row 2, column book.stock: its getter threw java.lang.NumberFormatException");
    }

    @Test
    void rowsThatThrowWhileRead(DSLContext ctx) {
        var rows = IntStream.range(0, 3).mapToObj(i -> {
            if (i == 2) {
                throw new IllegalStateException("feed ended");
            }
            return new Delivery("isbn-" + (i + 1), 1);
        });
        assertThatThrownBy(() -> RESTOCK.rows(rows).execute(ctx)).hasMessage("feed ended");
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 1);
    }

    @Test
    void nulInText(DSLContext ctx) {
        String message = "the text contains the character NUL (\\u0000), which PostgreSQL can't store; remove it";
        refused(ctx, List.of(new Delivery("a\0b", 1)), "row 1, column book.isbn: " + message);
        var tags = BY_ISBN.set(BOOK.TAGS).from(d -> new String[] {"fine", "a\0b"});
        assertRefused(
                ctx, () -> tags.rows(new Delivery("isbn-1", 1)).execute(ctx), "row 1, column book.tags: " + message);
        var notes = BY_ISBN.set(BOOK.NOTES).from(d -> JSONB.valueOf("{\"a\": \"\0\"}"));
        assertRefused(
                ctx, () -> notes.rows(new Delivery("isbn-1", 1)).execute(ctx), "row 1, column book.notes: " + message);
        assertRefused(
                ctx,
                () -> pdnf(String.class).key(BOOK.TITLE, in()).from(List::of).rows("x\0"),
                "row 1, column book.title: " + message);
    }

    @Test
    void halfASurrogatePair(DSLContext ctx) {
        String message =
                "the text contains half of a surrogate pair, which isn't a character and can't be stored; remove or replace it";
        refused(ctx, List.of(new Delivery("x\ud83d", 1)), "row 1, column book.isbn: " + message);
        // spotless:off
        var between = bulkUpdate(BOOK, String.class)
                .key(BOOK.TITLE, between()).from(title -> Bounds.of("a", title))
                .set(BOOK.STOCK).from(title -> 5);
        var address = bulkUpdate(KINDS, String.class)
                .key(KINDS.ID).from(street -> 1)
                .set(KINDS.AN_ADDRESS).from(street -> new AddressRecord(street, 5));
        var xml = bulkUpdate(KINDS, String.class)
                .key(KINDS.ID).from(text -> 1)
                .set(KINDS.A_XML).from(text -> XML.valueOf("<a>" + text + "</a>"));
        // spotless:on
        assertRefused(ctx, () -> between.rows("x\ud83d").execute(ctx), "row 1, column book.title: " + message);
        assertRefused(ctx, () -> address.rows("x\ud83d").execute(ctx), "row 1, column kinds.an_address: " + message);
        assertRefused(ctx, () -> xml.rows("x\ud83d").execute(ctx), "row 1, column kinds.a_xml: " + message);
    }

    @Test
    void columnSetTwice() {
        assertIllegal(
                () -> BY_ISBN.set(BOOK.STOCK)
                        .from(Delivery::copies)
                        .set(BOOK.STOCK, incr())
                        .from(Delivery::copies),
                "column book.stock is set twice; keep one, or combine them in one function with expr(…)");
        assertIllegal(
                () -> bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.STOCK).set(BOOK.STOCK),
                "column book.stock is set twice; keep one, or combine them in one function with expr(…)");
    }

    @Test
    void recordFormCannotSetItsKey() {
        assertIllegal(
                () -> bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.ID, incr()),
                "column book.id is a key, and a record has one value for it; to change keys use bulkUpdate(table, element), where each has a getter");
    }

    @Test
    void columnOfAnotherAlias() {
        var b = BOOK.as("b");
        assertIllegal(
                () -> BY_ISBN.set(b.STOCK).from(Delivery::copies),
                "column b.stock is not a column of book; with an aliased table, take the columns from the alias");
        assertIllegal(
                () -> bulkUpdate(b).keys(BOOK.ID),
                "column book.id is not a column of b; with an aliased table, take the columns from the alias");
    }

    @Test
    void functionThatDoesNotSuitTheDatabaseType() {
        var wide = bulkUpdate(WIDE, Delivery.class).key(WIDE.ID).from(Delivery::copies);
        assertIllegal(
                () -> wide.set(WIDE.TI, io.bulkdsl.Functions.<LocalTime>now()),
                "column wide.ti: now() needs a date, timestamp or timestamptz column, this one is time");
        assertIllegal(
                () -> wide.set(WIDE.IA2, union()).from(d -> null),
                "column wide.ia2: union() works on arrays of one dimension; set the whole value with eq(), or use expr(…)");
        assertIllegal(
                () -> wide.set(WIDE.IA2, arrayRemove()).from(d -> null),
                "column wide.ia2: arrayRemove() works on arrays of one dimension; set the whole value with eq(), or use expr(…)");
        assertIllegal(
                () -> wide.set(WIDE.TX, hstoreConcat()).from(d -> null),
                "column wide.tx: hstoreConcat() needs an hstore column, this one is clob");
    }

    /** Since jOOQ 3.21 a binding may say how its arrays are bound, and the one of inet does. */
    @Test
    void typeOfWhichThereAreNoArrays() throws ReflectiveOperationException {
        // a constant would be that of the version that this is compiled on
        String jooq = (String) Constants.class.getField("MINOR_VERSION").get(null);
        Assumptions.assumeTrue(List.of("3.19", "3.20").contains(jooq), "jOOQ " + jooq + " makes arrays of inet");
        assertIllegal(
                () -> bulkUpdate(WIDE, Delivery.class).key(WIDE.IP, in()).from(d -> null),
                "column wide.ip: jOOQ can't make arrays of its type, which has a binding of its own; use eq(), one row for each value");
    }

    @Test
    void nothingWhereSomethingIsNeeded() {
        assertIllegal(
                () -> RESTOCK.rows(new Delivery("isbn-1", 1)).returning(),
                "returning(…) needs a column; returning(TABLE.fields()) returns all of a table's");
        assertThatThrownBy(() -> RESTOCK.rows((List<Delivery>) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("rows");
        assertThatThrownBy(() -> BY_ISBN.set(BOOK.STOCK).from(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("getter");
        assertThatThrownBy(() -> RESTOCK.where(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("condition");
        assertThatThrownBy(() -> RESTOCK.duplicates(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("duplicates");
        assertThatThrownBy(() ->
                        BY_ISBN.set(BOOK.STOCK, expr(current -> null)).rows().getSQL())
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("the function that sets");
    }

    @Test
    void keysThatPostgresCannotCompare() {
        assertIllegal(
                () -> bulkUpdate(KINDS, Delivery.class).key(KINDS.A_JSON).from(d -> null),
                "column kinds.a_json: PostgreSQL can't compare json; use another key, or make the column jsonb or text");
        assertIllegal(
                () -> pdnf(Delivery.class).key(KINDS.A_XML).from(d -> null),
                "column kinds.a_xml: PostgreSQL can't compare xml; use another key, or make the column jsonb or text");
    }

    @Test
    void definitionsAreCheckedWithoutRows() {
        assertThatThrownBy(() -> bulkUpdate(BOOK).keys(BOOK.as("b").ID)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreBindsThanAStatementCarries(DSLContext ctx) {
        List<Delivery> many = new ArrayList<>();
        for (int i = 0; i < 32_768; i++) {
            many.add(new Delivery("isbn-" + i, 1));
        }
        var tagging = BY_ISBN.set(BOOK.TAGS).from(d -> new String[0]);
        assertIllegal(
                () -> tagging.rows(many).via(VALUES).execute(ctx),
                "bulkUpdate of book: 32,768 rows need 65,536 bind values, and a statement carries at most 65,535; choose UNNEST or COPY, or pass at most 32,767 rows at a time, inside one transaction if all or none must be written");
        assertThat(tagging.rows(many.subList(0, 32_767)).via(VALUES).execute(ctx))
                .isEqualTo(2);
        assertIllegal(
                () -> tagging.rows(many.subList(0, 30_000)).via(VALUES).fetchOutcomes(ctx),
                "bulkUpdate of book: 30,000 rows need 90,000 bind values, and a statement carries at most 65,535; choose UNNEST or COPY, or pass at most 21,845 rows at a time, inside one transaction if all or none must be written");
    }

    /** Arrays are one bind value for each column. */
    @Test
    void anyNumberOfRowsByArrays(DSLContext ctx) {
        List<Delivery> many = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            many.add(new Delivery("isbn-" + i, 1));
        }
        assertThatSql(RESTOCK.rows(many)).rendersSql("""
                update "public"."book"
                set "stock" = coalesce(
                  ("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock")
                from unnest(cast(? as text[]), cast(? as int[])) as "incoming" ("isbn", "stock")
                where "public"."book"."isbn" = "incoming"."isbn"
                """);
        assertThat(RESTOCK.rows(many).execute(ctx)).isEqualTo(2);
        assertThat(RESTOCK.rows(many).fetchOutcomes(ctx).totals().notFound()).isEqualTo(39_998);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 3).containsEntry("isbn-2", 4);
    }

    @Test
    void operatorsOtherThanEqualityNeedAPrimaryKey(DSLContext ctx) {
        var update = bulkUpdate(LOG_ENTRY, Delivery.class)
                .key(LOG_ENTRY.SEEN, ge())
                .from(Delivery::copies)
                .set(LOG_ENTRY.MESSAGE)
                .from(Delivery::isbn);
        assertThatThrownBy(() -> update.rows(new Delivery("a", 1)).getSQL())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("bulkUpdate of log_entry: with operators other than eq()")
                .hasMessageContaining("log_entry has none");
    }

    @Test
    void whatTheServerRefusesIsNotWrittenAtAll(DSLContext ctx) {
        var title = BY_ISBN.set(BOOK.TITLE).from(d -> "x".repeat(d.copies() == null ? 0 : d.copies()));
        for (List<Delivery> rows : List.of(
                List.of(new Delivery("isbn-1", 10), new Delivery("isbn-2", 51)),
                List.of(new Delivery("isbn-1", 51), new Delivery("isbn-2", 10)))) {
            assertThatThrownBy(() -> title.rows(rows).execute(ctx))
                    .isInstanceOfSatisfying(DataAccessException.class, e -> assertThat(e.sqlState())
                            .isEqualTo("22001"));
            assertThat(ctx.fetchCount(BOOK, BOOK.TITLE.startsWith("title"))).isEqualTo(2);
        }
    }

    private static void refused(DSLContext ctx, List<Delivery> rows, String message) {
        assertRefused(ctx, () -> RESTOCK.rows(rows).execute(ctx), message);
        assertRefused(ctx, () -> RESTOCK.rows(rows).returning(BOOK.ID).fetch(ctx), message);
        assertRefused(ctx, () -> RESTOCK.rows(rows).getSQL(), message);
    }

    /** Inside a transaction, to see that the connection goes on and nothing was written. */
    private static void assertRefused(DSLContext ctx, ThrowingCallable call, String message) {
        ctx.transaction(trx -> {
            assertThatThrownBy(call).isInstanceOf(InvalidRowException.class).hasMessage(message);
            assertThat(Books.stock(trx.dsl())).containsEntry("isbn-1", 1).containsEntry("isbn-2", 2);
        });
    }

    private static void assertIllegal(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
