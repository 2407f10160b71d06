// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.contract.Status.DUPLICATE;
import static io.bulkdsl.contract.Status.NOT_FOUND;
import static io.bulkdsl.contract.Status.STALE;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.DOCUMENT;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dirty records: each changes what it touched and nothing else. */
@PostgresTest(migrations = "classpath:db/migration")
class TouchedOnlyTest {

    static final BulkUpdateOfRecords<BookRecord> TOUCHED =
            bulkUpdate(BOOK).keys(BOOK.ID).touchedOnly();

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 4);
    }

    @Test
    void goesByWhatWasTouched(DSLContext ctx) {
        List<BookRecord> books = books(ctx);
        books.get(0).setTitle("one");
        books.get(1).setStock(22);
        books.get(2).setTitle(null);
        books.get(3).setStock(44).setTitle("four");
        ctx.update(BOOK).set(BOOK.STOCK, 1000).set(BOOK.TITLE, "meanwhile").execute();

        var queries = TOUCHED.rows(books).queries();
        assertThat(queries).hasSize(3);
        assertThatSql(queries.get(0)).rendersSql("""
                        update "public"."book" set "title" = "incoming"."title"
                        from (values (?, ?), (?, ?)) as "incoming" ("id", "title")
                        where "public"."book"."id" = "incoming"."id"
                        """).withBinds(1L, "one", 3L, null);
        assertThatSql(queries.get(1)).rendersSql("""
                        update "public"."book" set "stock" = "incoming"."stock"
                        from (values (?, ?)) as "incoming" ("id", "stock")
                        where "public"."book"."id" = "incoming"."id"
                        """).withBinds(2L, 22);
        assertThatSql(queries.get(2)).rendersSql("""
                        update "public"."book" set "title" = "incoming"."title", "stock" = "incoming"."stock"
                        from (values (?, ?, ?)) as "incoming" ("id", "title", "stock")
                        where "public"."book"."id" = "incoming"."id"
                        """).withBinds(4L, "four", 44);
        assertThatThrownBy(() -> TOUCHED.rows(books).query())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bulkUpdate of book is 3 statements for these rows; execute it, or see queries()");

        assertThat(TOUCHED.rows(books).execute(ctx)).isEqualTo(4);
        assertThat(contents(ctx)).containsExactly("one 1000", "meanwhile 22", "null 1000", "four 44");
    }

    @Test
    void tellsWhatBecameOfEachRecordInInputOrder(DSLContext ctx) {
        List<BookRecord> books = books(ctx);
        books.get(0).setStock(11);
        books.get(2).setTitle("three");
        books.get(3).setStock(44);
        var absent = new BookRecord().setId(99L).setStock(1);
        var absentUntouched = new BookRecord().setId(98L);
        absentUntouched.changed(false);
        var outcomes = TOUCHED.rows(books.get(3), absent, books.get(2), books.get(1), absentUntouched, books.get(0))
                .returning(BOOK.ID, BOOK.STOCK, BOOK.TITLE)
                .fetchOutcomesWithOld(ctx);
        assertThat(outcomes.stream().map(Outcome::status))
                .containsExactly(UPDATED, NOT_FOUND, UPDATED, UNCHANGED, NOT_FOUND, UPDATED);
        assertThat(outcomes.rows().get(0).element()).isSameAs(books.get(3));
        assertThat(outcomes.rows().get(0).oldRecord().orElseThrow().value2()).isEqualTo(4);
        assertThat(outcomes.rows().get(0).record().orElseThrow().value2()).isEqualTo(44);
        assertThat(outcomes.rows().get(3).record().orElseThrow().value3()).isEqualTo("title 2");
        assertThat(outcomes.totals()).isEqualTo(new Totals(0, 3, 1, 0, 2, 0, 0, 0, 0));
        assertThat(TOUCHED.rows(books).returning(BOOK.ID).fetch(ctx)).hasSize(3);
        assertThat(TOUCHED.rows(books).returning(BOOK.ID).fetchRows(ctx))
                .extracting(Returned::rowNumber)
                .containsExactly(1, 3, 4);
    }

    @Test
    void whoTouchedNothingChangesNothing(DSLContext ctx) {
        List<BookRecord> books = books(ctx);
        Object version = ctx.fetchValue("select xmin::text from book where id = 1");
        assertThat(TOUCHED.rows(books).queries()).isEmpty();
        assertThat(TOUCHED.rows(books).execute(ctx)).isZero();
        assertThat(TOUCHED.rows(books).fetchOutcomes(ctx).totals()).isEqualTo(new Totals(0, 0, 4, 0, 0, 0, 0, 0, 0));
        assertThat(TOUCHED.rows().execute(ctx)).isZero();
        books.get(0).setId(1L);
        assertThat(TOUCHED.rows(books).execute(ctx)).isZero();
        assertThat(ctx.fetchValue("select xmin::text from book where id = 1")).isEqualTo(version);
    }

    @Test
    void allOrNothing(DSLContext ctx) {
        List<BookRecord> books = books(ctx);
        books.get(0).setTitle("one");
        books.get(1).setStock(22);
        books.get(2).setIsbn("");
        var before = contents(ctx);
        for (var call : List.<ThrowingCallable>of(
                () -> TOUCHED.rows(books).execute(ctx),
                () -> TOUCHED.rows(books).fetchOutcomes(ctx),
                () -> TOUCHED.rows(books).returning(BOOK.ID).fetch(ctx))) {
            assertThatThrownBy(call).isInstanceOf(DataAccessException.class).hasMessageContaining("isbn");
            assertThat(contents(ctx)).isEqualTo(before);
        }
        ctx.transaction(trx -> {
            assertThatThrownBy(() -> TOUCHED.rows(books).execute(trx.dsl())).isInstanceOf(DataAccessException.class);
            assertThat(TOUCHED.rows(books.subList(0, 2)).execute(trx.dsl())).isEqualTo(2);
        });
        assertThat(contents(ctx)).containsExactly("one 1", "title 2 22", "title 3 3", "title 4 4");
    }

    @Test
    void onlyTheColumnsNamed(DSLContext ctx) {
        // spotless:off
        var stocked = bulkUpdate(BOOK)
                .keys(BOOK.ISBN)
                .set(BOOK.STOCK, incr())
                .set(BOOK.TITLE)
                .set(BOOK.RESTOCKED_AT, now())
                .touchedOnly();
        // spotless:on
        List<BookRecord> books = books(ctx);
        books.get(0).setStock(10).setNotes(JSONB.valueOf("{}"));
        books.get(1).setTitle("two").setNotes(JSONB.valueOf("{}"));
        books.get(2).setNotes(JSONB.valueOf("{}"));
        assertThatSql(stocked.rows(books.get(0))).rendersSql("""
                        update "public"."book"
                        set
                          "stock" = coalesce(
                            ("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock"),
                          "restocked_at" = now()
                        from (values (?, ?)) as "incoming" ("isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """);
        assertThat(stocked.rows(books.subList(0, 2)).execute(ctx)).isEqualTo(2);
        assertThat(contents(ctx)).containsExactly("title 1 11", "two 2", "title 3 3", "title 4 4");
        assertThat(ctx.fetchCount(BOOK, BOOK.NOTES.isNotNull())).isZero();
        assertThat(ctx.fetchCount(BOOK, BOOK.RESTOCKED_AT.isNotNull())).isEqualTo(2);
        var touchedAtLeast = stocked.rows(books.get(2)).fetchOutcomes(ctx);
        assertThat(touchedAtLeast.rows().get(0).status()).isEqualTo(UPDATED);
    }

    @Test
    void auditsWhatChanges(DSLContext ctx) {
        // spotless:off
        var audited = bulkUpdate(BOOK)
                .keys(BOOK.ID)
                .set(BOOK.STOCK, BOOK.TITLE)
                .setWhenChanged(BOOK.RATING, expr(rating -> inline(5.0)))
                .onlyChanged()
                .touchedOnly();
        // spotless:on
        List<BookRecord> books = books(ctx);
        books.get(0).setStock(1);
        books.get(0).changed(BOOK.STOCK, true);
        books.get(1).setStock(22);
        books.get(2).setTitle("three");
        assertThat(audited.rows(books).fetchOutcomes(ctx).stream().map(Outcome::status))
                .containsExactly(UNCHANGED, UPDATED, UPDATED, UNCHANGED);
        assertThat(ctx.fetchValues(ctx.select(BOOK.ID)
                        .from(BOOK)
                        .where(BOOK.RATING.isNotNull())
                        .orderBy(BOOK.ID)))
                .containsExactly(2L, 3L);
    }

    @Test
    void comparesTheColumnsNamedWhereTheyWereTouched(DSLContext ctx) {
        // spotless:off
        var byTitle = bulkUpdate(BOOK)
                .keys(BOOK.ID)
                .set(BOOK.STOCK, BOOK.TITLE)
                .onlyChanged(BOOK.TITLE)
                .touchedOnly();
        // spotless:on
        List<BookRecord> books = books(ctx);
        books.get(0).setStock(11);
        books.get(1).setStock(22).setTitle("two");
        assertThat(byTitle.rows(books.get(0), books.get(1)).fetchOutcomes(ctx).stream()
                        .map(Outcome::status))
                .containsExactly(UNCHANGED, UPDATED);
        assertThat(contents(ctx)).startsWith("title 1 1", "two 22");
    }

    @Test
    void duplicatesAreThoseOfAllGroups(DSLContext ctx) {
        var first = new BookRecord().setId(1L).setStock(11);
        var second = new BookRecord().setId(1L).setTitle("one");
        assertThatThrownBy(() -> TOUCHED.rows(first, second).execute(ctx)).isInstanceOf(InvalidRowException.class);
        var last = TOUCHED.duplicates(Duplicates.LAST).rows(first, second).fetchOutcomes(ctx);
        assertThat(last.stream().map(Outcome::status)).containsExactly(DUPLICATE, UPDATED);
        assertThat(contents(ctx)).startsWith("one 1");
    }

    /** Folded, each does what it would have done after the other: what only one touched, it sets. */
    @Test
    void foldsWhatWasTouched(DSLContext ctx) {
        // spotless:off
        var folding = bulkUpdate(BOOK)
                .keys(BOOK.ID)
                .set(BOOK.STOCK, incr())
                .set(BOOK.TITLE)
                .touchedOnly()
                .duplicates(Duplicates.FOLD);
        // spotless:on
        var rows = List.of(
                new BookRecord().setId(1L).setStock(10),
                new BookRecord().setId(1L).setTitle("one"),
                new BookRecord().setId(1L).setStock(100),
                new BookRecord().setId(2L).setTitle("two"),
                new BookRecord().setId(2L).setTitle("zwei"));
        assertThat(folding.rows(rows).execute(ctx)).isEqualTo(2);
        assertThat(contents(ctx)).startsWith("one 111", "zwei 2");
    }

    @Test
    void versionsAreChecked(DSLContext ctx) {
        for (int i = 1; i <= 4; i++) {
            ctx.insertInto(DOCUMENT, DOCUMENT.ID, DOCUMENT.TITLE, DOCUMENT.VERSION)
                    .values(i, "title", 1)
                    .execute();
        }
        var documents = ctx.selectFrom(DOCUMENT).orderBy(DOCUMENT.ID).fetch();
        documents.get(0).setTitle("a");
        documents.get(1).setBody("b");
        documents.get(2).setBody("c");
        ctx.update(DOCUMENT).set(DOCUMENT.VERSION, 5).where(DOCUMENT.ID.eq(2)).execute();
        var update = bulkUpdate(DOCUMENT).keys(DOCUMENT.ID).touchedOnly();
        assertThat(update.rows(documents).fetchOutcomes(ctx).stream().map(Outcome::status))
                .containsExactly(UPDATED, STALE, UPDATED, UNCHANGED);
        assertThat(ctx.selectFrom(DOCUMENT).orderBy(DOCUMENT.ID).fetch(DOCUMENT.VERSION))
                .containsExactly(2, 5, 2, 1);
    }

    private static List<BookRecord> books(DSLContext ctx) {
        return ctx.selectFrom(BOOK).orderBy(BOOK.ID).fetch();
    }

    private static List<String> contents(DSLContext ctx) {
        return ctx.selectFrom(BOOK).orderBy(BOOK.ID).fetch(book -> book.getTitle() + " " + book.getStock());
    }
}
