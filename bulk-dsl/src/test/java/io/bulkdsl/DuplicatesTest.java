// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.append;
import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.decr;
import static io.bulkdsl.Functions.eqNotNull;
import static io.bulkdsl.Functions.greatest;
import static io.bulkdsl.Functions.ifNull;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.jsonbConcat;
import static io.bulkdsl.Functions.least;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Functions.prepend;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.contract.Duplicates.FIRST;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.CASELESS;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.CaselessRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows with the same key never pass silently. */
@PostgresTest(migrations = "classpath:db/migration")
class DuplicatesTest {

    record Row<T>(int id, @Nullable T value) {}

    record Hit(String name, int hits) {}

    private static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN)
            .from(Delivery::isbn)
            .set(BOOK.STOCK, incr())
            .from(Delivery::copies);

    private static final List<Delivery> TWICE =
            List.of(new Delivery("isbn-1", 10), new Delivery("isbn-2", 10), new Delivery("isbn-1", 100));

    private static final BulkUpdate<CaselessRecord, Hit> COUNT = bulkUpdate(CASELESS, Hit.class)
            .key(CASELESS.NAME)
            .from(Hit::name)
            .set(CASELESS.HITS, incr())
            .from(Hit::hits);

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 2);
    }

    @Test
    void failByDefaultNamingBothRows(DSLContext ctx) {
        assertThatThrownBy(() -> RESTOCK.rows(TWICE).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessage(
                        "row 3, column book.isbn: the same key as in row 1; one of the two would be lost. Choose duplicates(FIRST), (LAST) or (FOLD), or leave one out");
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 1).containsEntry("isbn-2", 2);
        assertThatThrownBy(() -> RESTOCK.rows(TWICE).getSQL()).isInstanceOf(InvalidRowException.class);
    }

    @Test
    void namesAllColumnsOfTheKey() {
        // spotless:off
        var byBoth = bulkUpdate(TWOKEY, Integer.class)
                .key(TWOKEY.A).from(number -> number)
                .key(TWOKEY.B).from(number -> number)
                .set(TWOKEY.V).from(number -> "v");
        // spotless:on
        assertThatThrownBy(() -> byBoth.rows(1, 1).getSQL())
                .isInstanceOfSatisfying(
                        InvalidRowException.class, e -> assertThat(e.column()).hasValue("twokey.a, twokey.b"))
                .hasMessageStartingWith("row 2, columns twokey.a, twokey.b: the same key as in row 1; one of the two");
    }

    @Test
    void firstOrLastCounts(DSLContext ctx) {
        assertThat(RESTOCK.duplicates(FIRST).rows(TWICE).execute(ctx)).isEqualTo(2);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 11).containsEntry("isbn-2", 12);
        assertThat(RESTOCK.duplicates(LAST).rows(TWICE).returning(BOOK.STOCK).fetchRows(ctx))
                .extracting(Returned::rowNumber)
                .containsExactly(2, 3);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 111).containsEntry("isbn-2", 22);
    }

    @Test
    void foldedRowsDoWhatTheyWouldHaveDoneOneByOne(DSLContext ctx) {
        folded(ctx, WIDE.BI, incr(), 5L, 2L, 3L);
        folded(ctx, WIDE.FL, incr(), 5.5, 2.25, null);
        folded(ctx, WIDE.DE, decr(), new BigDecimal("5.00"), null, new BigDecimal("3.25"));
        folded(ctx, WIDE.TX, concat(), "a", "b", "c");
        folded(ctx, WIDE.TX, eqNotNull(), "a", "b", null);
        folded(ctx, WIDE.TX, ifNull(), null, null, "c");
        folded(ctx, WIDE.DE, greatest(), new BigDecimal("5.00"), new BigDecimal("9.00"), new BigDecimal("7.00"));
        folded(ctx, WIDE.DA, least(), LocalDate.of(2020, 1, 1), null, LocalDate.of(2019, 1, 1));
        folded(ctx, WIDE.IA, append(), ints(1), ints(2), ints(1));
        folded(ctx, WIDE.IA, prepend(), ints(1), ints(2), ints(3));
        folded(ctx, WIDE.IA, union(), ints(1, 1), ints(2, 3), ints(3, 4));
        folded(ctx, WIDE.IA, union(), ints(1, 1), null, ints(3, 3));
    }

    private static <T> void folded(
            DSLContext ctx,
            TableField<WideRecord, T> column,
            SetFunction<T, T> function,
            @Nullable T current,
            @Nullable T first,
            @Nullable T second) {
        int folded = ctx.insertInto(WIDE)
                .set(column, current)
                .returning(WIDE.ID)
                .fetchSingle()
                .getId();
        int oneByOne = ctx.insertInto(WIDE)
                .set(column, current)
                .returning(WIDE.ID)
                .fetchSingle()
                .getId();
        @SuppressWarnings("unchecked")
        var update = bulkUpdate(WIDE, (Class<Row<T>>) (Class<?>) Row.class)
                .key(WIDE.ID)
                .from(Row::id)
                .set(column, function)
                .from(Row::value)
                .duplicates(FOLD);
        assertThat(update.rows(List.of(new Row<>(folded, first), new Row<>(folded, second)))
                        .execute(ctx))
                .isEqualTo(1);
        update.rows(List.of(new Row<>(oneByOne, first))).execute(ctx);
        update.rows(List.of(new Row<>(oneByOne, second))).execute(ctx);
        assertThat(ctx.fetchValue(column, WIDE.ID.eq(folded))).isEqualTo(ctx.fetchValue(column, WIDE.ID.eq(oneByOne)));
    }

    @Test
    void foldIsRefusedWhereAFunctionCannot() {
        var update = bulkUpdate(WIDE, Row.class).key(WIDE.ID).from(Row::id);
        assertThatThrownBy(
                        () -> update.set(WIDE.JS, jsonbConcat()).from(r -> null).duplicates(FOLD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "duplicates(FOLD): the function that sets wide.js can't make one value of two; choose FAIL, FIRST or LAST, or supply SetFunction.fold");
        assertThatThrownBy(
                        () -> update.set(WIDE.IA, arrayRemove()).from(r -> null).duplicates(FOLD))
                .hasMessageContaining("wide.ia");
        assertThatThrownBy(() -> update.set(WIDE.DT, now())
                        .duplicates(FOLD)
                        .set(WIDE.TX, greatest())
                        .from(r -> null))
                .hasMessageContaining("wide.tx");
        assertThatThrownBy(() -> update.set(WIDE.JS, jsonbConcat())
                        .from(r -> null)
                        .rows(new Row<>(1, null), new Row<>(1, null))
                        .getSQL())
                .as("what can't be done isn't advised")
                .hasMessageEndingWith("Choose duplicates(FIRST) or (LAST), or leave one out");
    }

    @Test
    void intervalsDoNotFold() {
        var update = bulkUpdate(WIDE, Row.class)
                .key(WIDE.ID)
                .from(Row::id)
                .set(WIDE.DU, incr())
                .from(r -> null);
        assertThatThrownBy(() -> update.duplicates(FOLD)).hasMessageContaining("wide.du");
    }

    @Test
    void foldedSumsThatOverflowAreRefused(DSLContext ctx) {
        assertThatThrownBy(() -> RESTOCK.duplicates(FOLD)
                        .rows(new Delivery("isbn-1", Integer.MAX_VALUE), new Delivery("isbn-1", 1))
                        .execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessage(
                        "row 2, column book.stock: the increments of rows with the same key add up to more than integer holds");
    }

    @Test
    void equalityIsTheServers(DSLContext ctx) {
        var byNumber = bulkUpdate(DECKEY, BigDecimal.class)
                .key(DECKEY.K)
                .from(k -> k)
                .set(DECKEY.V)
                .from(k -> "v");
        assertSame(
                () -> byNumber.rows(new BigDecimal("1.0"), new BigDecimal("1.00"))
                        .execute(ctx),
                "deckey.k");
        var byDouble = bulkUpdate(WIDE, Double.class)
                .key(WIDE.FL)
                .from(k -> k)
                .set(WIDE.TX)
                .from(k -> "v");
        assertSame(() -> byDouble.rows(0.0, -0.0).execute(ctx), "wide.fl");
        assertSame(() -> byDouble.rows(Double.NaN, Double.NaN).execute(ctx), "wide.fl");
        var byTime = bulkUpdate(WIDE, OffsetDateTime.class)
                .key(WIDE.DT)
                .from(k -> k)
                .set(WIDE.TX)
                .from(k -> "v");
        OffsetDateTime noon = OffsetDateTime.of(2020, 1, 1, 12, 0, 0, 0, ZoneOffset.UTC);
        assertSame(
                () -> byTime.rows(noon, noon.withOffsetSameInstant(ZoneOffset.ofHours(2)))
                        .execute(ctx),
                "wide.dt");
        var byTimeOfDay = bulkUpdate(WIDE, LocalTime.class)
                .key(WIDE.TI)
                .from(k -> k)
                .set(WIDE.TX)
                .from(k -> "v");
        assertSame(() -> byTimeOfDay.rows(LocalTime.NOON, LocalTime.NOON).execute(ctx), "wide.ti");
        assertThat(byTimeOfDay
                        .rows(LocalTime.NOON, LocalTime.NOON.plusNanos(1000))
                        .execute(ctx))
                .isZero();
        var byBytes = bulkUpdate(WIDE, byte[].class)
                .key(WIDE.BIN)
                .from(k -> k)
                .set(WIDE.TX)
                .from(k -> "v");
        assertSame(() -> byBytes.rows(List.of(new byte[] {1}, new byte[] {1})).execute(ctx), "wide.bin");
        var byArray = bulkUpdate(WIDE, Integer[].class)
                .key(WIDE.IA)
                .from(k -> k)
                .set(WIDE.TX)
                .from(k -> "v");
        assertSame(() -> byArray.rows(List.of(ints(1, 2), ints(1, 2))).execute(ctx), "wide.ia");
        var byNull = bulkUpdate(TWOKEY, Row.class)
                .key(TWOKEY.B, notDistinct())
                .from(k -> null)
                .set(TWOKEY.V)
                .from(k -> "v");
        assertSame(() -> byNull.rows(new Row<>(1, 1), new Row<>(2, 2)).execute(ctx), "twokey.b");
    }

    @Test
    void collationsAndTypesThatJavaDoesNotKnowAreAskedOfTheServer(DSLContext ctx) {
        assertSame(() -> COUNT.rows(new Hit("Emma", 1), new Hit("EMMA", 1)).execute(ctx), "caseless.name");
        var byCitext = bulkUpdate(KINDS, String.class)
                .key(KINDS.A_CITEXT)
                .from(k -> k)
                .set(KINDS.A_REAL)
                .from(k -> null);
        assertSame(() -> byCitext.rows("Emma", "EMMA").execute(ctx), "kinds.a_citext");

        ctx.insertInto(CASELESS).set(CASELESS.NAME, "emma").execute();
        List<Hit> hits = List.of(new Hit("Emma", 1), new Hit("Dune", 10), new Hit("EMMA", 100), new Hit("emma", 1000));
        assertThat(COUNT.duplicates(FOLD).rows(hits).execute(ctx)).isEqualTo(1);
        assertThat(ctx.fetchValue(CASELESS.HITS)).isEqualTo(1101);
        assertThat(COUNT.duplicates(LAST).rows(hits).returning(CASELESS.HITS).fetchRows(ctx))
                .extracting(Returned::rowNumber)
                .containsExactly(4);
        assertThat(COUNT.duplicates(FIRST).rows(hits).returning(CASELESS.HITS).fetchRows(ctx))
                .extracting(Returned::rowNumber)
                .containsExactly(1);
    }

    private static void assertSame(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String column) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 2, column " + column + ": the same key as in row 1");
    }

    private static Integer[] ints(Integer... numbers) {
        return numbers;
    }
}
