// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.eqBy;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.testdb.public_.Tables.ACCOUNT;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.OFFER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testdb.public_.Tables.SLOT;
import static io.bulkdsl.testdb.public_.Tables.TICKET;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.Keys;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import io.bulkdsl.testdb.public_.tables.records.TicketRecord;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What decides whether a row exists, and what is said where that can't be. */
@PostgresTest(migrations = "classpath:db/migration")
class ConflictTargetTest {

    // spotless:off
    record Quote(String sku, int amount) {}

    static final BulkUpsert<PriceRecord, Quote> QUOTE = bulkUpsert(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.SEEN).from(Quote::amount);

    record Pair(@Nullable Integer a, @Nullable Integer b, String v) {}

    static final BulkUpsert<TwokeyRecord, Pair> PAIR = bulkUpsert(TWOKEY, Pair.class)
            .key(TWOKEY.B).from(Pair::b)
            .key(TWOKEY.A).from(Pair::a)
            .set(TWOKEY.V).from(Pair::v);

    record Seat(String seat, String holder) {}

    static final BulkUpsert<TicketRecord, Seat> BOOKING = bulkUpsert(TICKET, Seat.class)
            .key(TICKET.SEAT).from(Seat::seat)
            .set(TICKET.HOLDER).from(Seat::holder);

    record Edition(long id, String isbn, @Nullable String title) {}

    static final BulkUpsert<BookRecord, Edition> EDITION = bulkUpsert(BOOK, Edition.class)
            .key(BOOK.ID).from(Edition::id)
            .set(BOOK.ISBN).from(Edition::isbn)
            .set(BOOK.TITLE).from(Edition::title);
    // spotless:on

    @Test
    void aConstraintOfTheGeneratedClassOrByName(DSLContext ctx) {
        for (var upsert : List.of(QUOTE.onConstraint(Keys.PRICE_PKEY), QUOTE.onConstraint(name("price_pkey")))) {
            ctx.deleteFrom(PRICE).execute();
            assertThatSql(upsert.rows(new Quote("a", 1))).rendersSql("""
                            insert into "public"."price" ("sku", "seen")
                            select "incoming"."sku", "incoming"."seen"
                            from (values (?, ?)) as "incoming" ("sku", "seen")
                            order by "incoming"."sku"
                            on conflict on constraint "price_pkey" do update
                            set "seen" = excluded."seen"
                            """);
            assertThat(upsert.rows(new Quote("a", 1)).execute(ctx)).isEqualTo(1);
            var outcomes = upsert.rows(new Quote("b", 2), new Quote("a", 3)).fetchOutcomes(ctx);
            assertThat(outcomes.stream().map(Outcome::status)).containsExactly(INSERTED, UPDATED);
            assertThat(ctx.fetchValue(PRICE.SEEN, PRICE.SKU.eq("a"))).isEqualTo(3);
        }
        assertThat(PAIR.onConstraint(Keys.TWOKEY_A_B_KEY)
                        .rows(new Pair(1, 2, "x"))
                        .execute(ctx))
                .isEqualTo(1);
    }

    @Test
    void aConstraintOnOtherColumnsIsRefused(DSLContext ctx) {
        assertThatThrownBy(() -> EDITION.onConstraint(Keys.BOOK_ISBN_KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("onConstraint(book_isbn_key): its columns are (isbn), and the keys are (id)");
        var half = bulkUpsert(TWOKEY, Pair.class)
                .key(TWOKEY.A)
                .from(Pair::a)
                .set(TWOKEY.V)
                .from(Pair::v);
        assertThatThrownBy(() -> half.onConstraint(Keys.TWOKEY_A_B_KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twokey_a_b_key");
        assertThatThrownBy(() ->
                        QUOTE.onConstraint(name("nope")).rows(new Quote("a", 1)).execute(ctx))
                .isInstanceOf(DataAccessException.class)
                .satisfies(e -> assertThat(((DataAccessException) e).sqlState()).isEqualTo("42704"));
    }

    @Test
    void aPartialIndex(DSLContext ctx) {
        var upsert = BOOKING.indexWhere(TICKET.CANCELLED.isFalse());
        assertThatSql(upsert.rows(new Seat("1A", "x"))).rendersSql("""
                        insert into "public"."ticket" ("seat", "holder")
                        select "incoming"."seat", "incoming"."holder"
                        from (values (?, ?)) as "incoming" ("seat", "holder")
                        order by "incoming"."seat"
                        on conflict ("seat") where "cancelled" = false do update
                        set "holder" = excluded."holder"
                        """);
        ctx.insertInto(TICKET, TICKET.SEAT, TICKET.HOLDER, TICKET.CANCELLED)
                .values("1A", "gone", true)
                .values("1B", "gone", true)
                .values("1B", "here", false)
                .execute();
        var outcomes = upsert.rows(new Seat("1B", "new"), new Seat("1A", "new"))
                .returning(TICKET.ID, TICKET.HOLDER)
                .fetchOutcomesWithOld(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UPDATED, INSERTED);
        assertThat(outcomes.rows().get(0).oldRecord().orElseThrow().value2()).isEqualTo("here");
        assertThat(outcomes.rows().get(0).record().orElseThrow().value1()).isEqualTo(3);
        assertThat(tickets(ctx)).containsExactly("1A gone true", "1A new false", "1B gone true", "1B new false");
        var unchanged = upsert.onlyChanged()
                .rows(new Seat("1A", "new"), new Seat("1B", "new"))
                .fetchOutcomes(ctx);
        assertThat(unchanged.stream().map(Outcome::status)).containsExactly(UNCHANGED, UNCHANGED);
        assertThat(unchanged.totals().unchanged()).isEqualTo(2);
        assertThat(upsert.doNothing()
                        .rows(new Seat("1A", "z"), new Seat("1C", "z"))
                        .execute(ctx))
                .isEqualTo(1);
    }

    @Test
    void anIndexOnAnExpression(DSLContext ctx) {
        // spotless:off
        var visit = bulkUpsert(ACCOUNT, String.class)
                .key(ACCOUNT.EMAIL, eqBy(email -> lower(email))).from(email -> email)
                .set(ACCOUNT.VISITS, incr()).from(email -> 1);
        var get = getOrCreate(ACCOUNT, String.class)
                .key(ACCOUNT.EMAIL, eqBy(email -> lower(email))).from(email -> email);
        // spotless:on
        assertThatSql(visit.rows("Ann@x")).rendersSql("""
                        insert into "public"."account" ("email", "visits")
                        select "incoming"."email", "incoming"."visits"
                        from (values (?, ?)) as "incoming" ("email", "visits")
                        order by lower("incoming"."email")
                        on conflict (lower("email")) do update
                        set "visits" = coalesce(
                          ("public"."account"."visits" + excluded."visits"), excluded."visits", "public"."account"."visits")
                        """);
        assertThat(visit.rows("Ann@x", "bob@x").execute(ctx)).isEqualTo(2);
        var outcomes = visit.rows("cy@x", "ANN@X", "Bob@x")
                .returning(ACCOUNT.EMAIL, ACCOUNT.VISITS)
                .fetchOutcomesWithOld(ctx);
        assertThat(outcomes.stream()
                        .map(outcome -> outcome.element() + " " + outcome.status() + " "
                                + outcome.record().orElseThrow().value1() + " "
                                + outcome.record().orElseThrow().value2()))
                .containsExactly("cy@x INSERTED cy@x 1", "ANN@X UPDATED Ann@x 2", "Bob@x UPDATED bob@x 2");
        assertThat(outcomes.rows().get(1).oldRecord().orElseThrow().value2()).isEqualTo(1);
        assertThatThrownBy(() -> visit.rows("new@x", "ann@x", "aNN@x").execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 3")
                .hasMessageNotContaining("aNN@x");
        assertThat(visit.duplicates(Duplicates.FOLD).rows("ann@x", "aNN@x").execute(ctx))
                .isEqualTo(1);
        assertThat(ctx.fetchValue(ACCOUNT.VISITS, ACCOUNT.EMAIL.eq("Ann@x"))).isEqualTo(4);
        assertThat(get.rows("BOB@x", "dee@x").returning(ACCOUNT.EMAIL).fetchOutcomes(ctx).stream()
                        .map(outcome -> outcome.status() + " "
                                + outcome.record().orElseThrow().value1()))
                .containsExactly("UNCHANGED bob@x", "INSERTED dee@x");
        assertThat(ctx.fetchCount(ACCOUNT)).isEqualTo(4);
    }

    @Test
    void nullIsAKeyLikeAnyOther(DSLContext ctx) {
        int server = ctx.connectionResult(connection -> connection.getMetaData().getDatabaseMajorVersion());
        assumeTrue(server >= 15, "a unique index with nulls not distinct needs PostgreSQL 15, this is " + server);
        // spotless:off
        var upsert = bulkUpsert(SLOT, Pair.class)
                .key(SLOT.A, notDistinct()).from(Pair::a)
                .key(SLOT.B, notDistinct()).from(Pair::b)
                .set(SLOT.V).from(Pair::v);
        // spotless:on
        assertThat(upsert.rows(new Pair(1, null, "x"), new Pair(null, null, "y"), new Pair(1, 2, "z"))
                        .execute(ctx))
                .isEqualTo(3);
        for (var either : List.of(upsert, upsert.onConstraint(Keys.SLOT_A_B))) {
            var outcomes = either.onlyChanged()
                    .rows(
                            new Pair(null, null, "y"),
                            new Pair(null, 1, "n"),
                            new Pair(1, null, "x"),
                            new Pair(1, 2, "zz"))
                    .returning(SLOT.A, SLOT.B, SLOT.V)
                    .fetchOutcomesWithOld(ctx);
            assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UNCHANGED, INSERTED, UNCHANGED, UPDATED);
            assertThat(outcomes.rows().get(3).oldRecord().orElseThrow().value3())
                    .isEqualTo("z");
            assertThat(outcomes.rows().get(0).record().orElseThrow().value3()).isEqualTo("y");
            assertThat(ctx.fetchCount(SLOT)).isEqualTo(4);
            ctx.deleteFrom(SLOT).where(SLOT.V.eq("n")).execute();
            ctx.update(SLOT).set(SLOT.V, "z").where(SLOT.B.eq(2)).execute();
        }
        assertThatThrownBy(() -> upsert.rows(new Pair(null, 3, "a"), new Pair(null, 3, "b"))
                        .execute(ctx))
                .isInstanceOf(InvalidRowException.class);
    }

    @Test
    void aTargetWithoutAUniqueIndex(DSLContext ctx) {
        // spotless:off
        var byTitle = bulkUpsert(BOOK, Edition.class)
                .key(BOOK.TITLE).from(Edition::title)
                .set(BOOK.ISBN).from(Edition::isbn);
        // spotless:on
        var row = new Edition(1, "secret", "secret");
        for (var call : List.<ThrowingCallable>of(
                () -> byTitle.rows(row).execute(ctx),
                () -> byTitle.rows(row).fetchOutcomes(ctx),
                () -> byTitle.rows(row).returning(BOOK.ID).fetch(ctx))) {
            assertThatThrownBy(call)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessage(
                            "bulkUpsert of book: the keys (title) are no unique key or index of the table; its unique"
                                    + " keys are (id), (isbn). An index on some of the rows needs indexWhere(…), one on an"
                                    + " expression eqBy(…); without any there is keyNotUnique()");
        }
        assertThatThrownBy(() -> BOOKING.rows(new Seat("1A", "x")).execute(ctx))
                .hasMessageContaining("(seat)")
                .hasMessageContaining("its unique keys are (id)")
                .hasMessageContaining("indexWhere");
        assertThat(byTitle.keyNotUnique().rows(row).execute(ctx)).isEqualTo(1);
    }

    @Test
    void aDeferrableConstraint(DSLContext ctx) {
        ctx.execute("alter table twokey drop constraint twokey_a_b_key");
        ctx.execute("alter table twokey add constraint twokey_a_b_key unique (a, b) deferrable");
        for (var upsert : List.of(PAIR, PAIR.onConstraint(Keys.TWOKEY_A_B_KEY))) {
            assertThatThrownBy(() -> upsert.rows(new Pair(1, 2, "x")).execute(ctx))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessage("bulkUpsert of twokey: the unique constraint on the keys (b, a) is deferrable, and"
                            + " PostgreSQL takes none such for ON CONFLICT; there is keyNotUnique()");
        }
        assertThat(PAIR.keyNotUnique().rows(new Pair(1, 2, "x")).execute(ctx)).isEqualTo(1);
        assertThat(PAIR.keyNotUnique().rows(new Pair(1, 2, "y")).execute(ctx)).isEqualTo(1);
        assertThat(ctx.fetchValues(TWOKEY.V)).containsExactly("y");
    }

    @Test
    void anotherUniqueConstraintIsViolated(DSLContext ctx) {
        Books.shelve(ctx, 2);
        var byExisting = List.of(new Edition(50, "new", null), new Edition(51, "isbn-1", null));
        for (var upsert : List.of(EDITION, EDITION.onConstraint(Keys.BOOK_PKEY), EDITION.keyNotUnique())) {
            var e = violation(() -> upsert.rows(byExisting).execute(ctx));
            assertThat(e)
                    .hasMessage("bulkUpsert of book: unique constraint book_isbn_key on (isbn) is violated by row 2;"
                            + " the keys of this statement are others");
            assertThat(e.sqlState()).isEqualTo("23505");
            assertThat(e).hasCauseInstanceOf(IntegrityConstraintViolationException.class);
            assertThat(ctx.fetchCount(BOOK)).isEqualTo(2);
        }
        var onUpdate =
                violation(() -> EDITION.rows(new Edition(2, "isbn-1", null)).execute(ctx));
        assertThat(onUpdate).hasMessageContaining("book_isbn_key on (isbn) is violated by row 1;");
    }

    @Test
    void rowsViolateItBetweenThem(DSLContext ctx) {
        Books.shelve(ctx, 1);
        var colliding =
                List.of(new Edition(50, "same", null), new Edition(51, "other", null), new Edition(52, "same", null));
        for (var call : List.<ThrowingCallable>of(
                () -> EDITION.rows(colliding).execute(ctx),
                () -> EDITION.rows(colliding).fetchOutcomes(ctx),
                () -> EDITION.rows(colliding).returning(BOOK.ID).fetchRows(ctx))) {
            assertThat(violation(call))
                    .hasMessageContaining("unique constraint book_isbn_key on (isbn) is violated by row 1 and row 3;")
                    .hasMessageNotContaining("same");
            assertThat(ctx.fetchCount(BOOK)).isEqualTo(1);
        }
        // spotless:off
        var insert = bulkInsert(BOOK, Edition.class)
                .set(BOOK.ISBN).from(Edition::isbn);
        // spotless:on
        assertThat(violation(() -> insert.rows(colliding).execute(ctx)))
                .hasMessageContaining("violated by row 1 and row 3; leave such rows out, or use onConflictDoNothing()");
    }

    @Test
    void constraintsOfSeveralColumnsAndOfNumbers(DSLContext ctx) {
        ctx.insertInto(TWOKEY, TWOKEY.ID, TWOKEY.A, TWOKEY.B).values(1, 7, 8).execute();
        // spotless:off
        var byId = bulkUpsert(TWOKEY, Pair.class)
                .key(TWOKEY.ID).from(pair -> 100 + pair.b())
                .set(TWOKEY.A).from(Pair::a)
                .set(TWOKEY.B).from(Pair::b);
        // spotless:on
        assertThat(violation(
                        () -> byId.rows(new Pair(7, 9, ""), new Pair(7, 8, "")).execute(ctx)))
                .hasMessageContaining("twokey_a_b_key on (a, b) is violated by row 2;");
        ctx.execute("create unique index price_amount on price (amount)");
        // spotless:off
        var priced = bulkUpsert(PRICE, Quote.class)
                .key(PRICE.SKU).from(Quote::sku)
                .set(PRICE.AMOUNT).from(quote -> new BigDecimal(quote.amount()));
        // spotless:on
        assertThat(violation(() -> priced.rows(new Quote("a", 5), new Quote("b", 6), new Quote("c", 5))
                        .execute(ctx)))
                .hasMessageContaining("price_amount on (amount) is violated by row 1 and row 3;");
    }

    /** Columns that are written quoted in the server's message are the same columns. */
    @Test
    void constraintsOfQuotedColumns(DSLContext ctx) {
        ctx.insertInto(OFFER, OFFER.SKU, OFFER.SUPPLIER, OFFER.POSITION)
                .values("x", "x", 5)
                .execute();
        // spotless:off
        var upsert = bulkUpsert(OFFER, Quote.class)
                .key(OFFER.SKU).from(Quote::sku)
                .set(OFFER.POSITION).from(Quote::amount)
                .setOnInsert(OFFER.SUPPLIER).from(quote -> "x");
        // spotless:on
        assertThat(violation(
                        () -> upsert.rows(new Quote("a", 4), new Quote("b", 5)).execute(ctx)))
                .hasMessageContaining("unique constraint offer_position_key on (position) is violated by row 2;");
    }

    private static BulkException violation(ThrowingCallable call) {
        var violation = catchThrowableOfType(BulkException.class, call);
        assertThat(violation).isNotNull();
        return violation;
    }

    private static List<String> tickets(DSLContext ctx) {
        return ctx.selectFrom(TICKET)
                .orderBy(TICKET.SEAT, TICKET.CANCELLED.desc())
                .fetch(ticket -> ticket.getSeat() + " " + ticket.getHolder() + " " + ticket.getCancelled());
    }
}
