// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testdb.public_.udt.records.AddressRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.XML;
import org.jooq.conf.ParamType;
import org.jooq.exception.DataAccessException;
import org.jooq.postgres.extensions.types.Hstore;
import org.jooq.postgres.extensions.types.Inet;
import org.jooq.postgres.extensions.types.IntegerRange;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A column of every kind takes values and nulls in any mixture, null in the first row and nothing but null included,
 * by converter and binding where it has one.
 */
@NotVia(because = "names the sources itself")
@PostgresTest(migrations = "classpath:db/migration")
class TypesTest {

    record Row<T>(int id, @Nullable T value) {}

    private final List<DynamicTest> tests = new ArrayList<>();

    @BeforeEach
    void threeRows(DSLContext ctx) {
        for (int id = 1; id <= 3; id++) {
            ctx.insertInto(WIDE).set(WIDE.ID, id).execute();
            ctx.insertInto(KINDS).set(KINDS.ID, id).execute();
        }
    }

    @TestFactory
    Stream<DynamicTest> types(DSLContext ctx) throws UnknownHostException {
        wide(ctx, WIDE.CODE, "a'b", "\"\\");
        wide(ctx, WIDE.SI, (short) 3, (short) -32768);
        wide(ctx, WIDE.BI, 1L << 40, Long.MIN_VALUE);
        wide(ctx, WIDE.FL, 1.5, Double.NaN);
        wide(ctx, WIDE.FL, Double.POSITIVE_INFINITY, 5e-324);
        wide(ctx, WIDE.DE, new BigDecimal("1.10"), new BigDecimal("-99999999.99"));
        wide(ctx, WIDE.TX, "", "null NULL %s ? {0} 😀 '); drop table wide;--\n\t");
        wide(ctx, WIDE.BO, true, false);
        wide(ctx, WIDE.DA, LocalDate.of(2020, 2, 29), LocalDate.of(1, 1, 1));
        wide(
                ctx,
                WIDE.DT,
                OffsetDateTime.of(2020, 1, 1, 1, 2, 3, 456_789_000, ZoneOffset.UTC),
                OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
        wide(ctx, WIDE.TI, LocalTime.of(23, 59, 59), LocalTime.MIDNIGHT);
        wide(
                ctx,
                WIDE.DU,
                YearToSecond.valueOf(java.time.Duration.ofHours(5)),
                YearToSecond.valueOf(java.time.Duration.ofDays(1)));
        wide(ctx, WIDE.UU, new UUID(1, 2), new UUID(-1, -2));
        wide(ctx, WIDE.BIN, new byte[] {0, 1, -1}, new byte[0]);
        wide(ctx, WIDE.IP, Inet.inet(InetAddress.getByName("10.0.0.1")), Inet.inet(InetAddress.getByName("::1")));
        wide(ctx, WIDE.IA, new Integer[] {1, null}, new Integer[0]);
        wide(ctx, WIDE.TA, new String[] {"a", "'\"", "NULL", "", null}, new String[0]);
        wide(ctx, WIDE.IA2, new Integer[][] {{1, 2}, {3, 4}}, new Integer[0][]);
        wide(ctx, WIDE.HS, Hstore.hstore(Map.of("a", "1", "quote\"", "back\\slash")), Hstore.hstore(Map.of()));
        wide(ctx, WIDE.JS, JSONB.valueOf("{\"a\": null, \"b\": [1, 2]}"), JSONB.valueOf("null"));
        wide(ctx, WIDE.IR, IntegerRange.integerRange(1, 5), IntegerRange.integerRange(2, null));
        wide(
                ctx,
                WIDE.DR,
                LocalDateRange.localDateRange(LocalDate.of(2020, 1, 1), null),
                LocalDateRange.localDateRange(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1)));
        kinds(ctx, KINDS.A_CHAR, "abc", "xyz");
        kinds(ctx, KINDS.A_CITEXT, "Emma", "EMMA");
        kinds(ctx, KINDS.A_REAL, 1.25f, Float.NEGATIVE_INFINITY);
        kinds(
                ctx,
                KINDS.A_TIMESTAMP,
                LocalDateTime.of(2020, 1, 1, 1, 2, 3, 456_789_000),
                LocalDateTime.of(1, 1, 1, 0, 0));
        kinds(
                ctx,
                KINDS.A_TIMETZ,
                OffsetTime.of(1, 2, 3, 0, ZoneOffset.UTC),
                OffsetTime.of(4, 5, 6, 0, ZoneOffset.UTC));
        kinds(ctx, KINDS.A_JSON, JSON.valueOf("{\"a\":  1}"), JSON.valueOf("[]"));
        kinds(ctx, KINDS.A_XML, XML.valueOf("<a>b</a>"), XML.valueOf("<c/>"));
        kinds(ctx, KINDS.A_MOOD, Mood.happy, Mood.sad);
        kinds(ctx, KINDS.MOODS, new Mood[] {Mood.ok, null}, new Mood[0]);
        kinds(ctx, KINDS.AN_ISBN, "x", "y");
        kinds(ctx, KINDS.AN_ADDRESS, new AddressRecord("Main \"St\", 1", 5), new AddressRecord(null, 6));
        kinds(ctx, KINDS.NUMBERS, new BigDecimal[] {new BigDecimal("1.10"), null}, new BigDecimal[0]);
        kinds(ctx, KINDS.CHARS, new String[] {"abc", "xyz"}, new String[0]);
        kinds(ctx, KINDS.LABELS, "a,b", "abcde");
        kinds(
                ctx,
                KINDS.DAYS,
                new LocalDate[] {LocalDate.of(2020, 2, 29), null, LocalDate.of(1, 1, 1)},
                new LocalDate[0]);
        kinds(ctx, KINDS.HOURS, new LocalTime[] {LocalTime.of(23, 59, 59), null}, new LocalTime[0]);
        kinds(
                ctx,
                KINDS.OFFSET_HOURS,
                new OffsetTime[] {OffsetTime.of(1, 2, 3, 0, ZoneOffset.UTC), null},
                new OffsetTime[0]);
        kinds(
                ctx,
                KINDS.STAMPS,
                new LocalDateTime[] {LocalDateTime.of(2020, 1, 1, 1, 2, 3, 456_789_000), null},
                new LocalDateTime[0]);
        kinds(
                ctx,
                KINDS.MOMENTS,
                new OffsetDateTime[] {OffsetDateTime.of(2020, 1, 1, 1, 2, 3, 456_000_000, ZoneOffset.UTC), null},
                new OffsetDateTime[0]);
        YearToSecond anHour = YearToSecond.valueOf(java.time.Duration.ofHours(1));
        kinds(ctx, KINDS.PERIODS, new YearToSecond[] {anHour, null, anHour}, new YearToSecond[0]);
        kinds(ctx, KINDS.TIMETABLE, new YearToSecond[][] {{anHour, null}, {null, anHour}}, new YearToSecond[0][]);
        kinds(ctx, KINDS.A_YEAR, Year.of(1999), Year.of(2026));
        return tests.stream();
    }

    private <T> void wide(DSLContext ctx, TableField<?, T> column, T first, T second) {
        column(ctx, WIDE, WIDE.ID, column, first, second);
    }

    private <T> void kinds(DSLContext ctx, TableField<?, T> column, T first, T second) {
        column(ctx, KINDS, KINDS.ID, column, first, second);
    }

    @SuppressWarnings("unchecked")
    private <R extends Record, T> void column(
            DSLContext ctx, Table<R> table, TableField<R, Integer> id, TableField<?, T> column, T first, T second) {
        var update = bulkUpdate(table, (Class<Row<T>>) (Class<?>) Row.class)
                .key(id)
                .from(Row::id)
                .set((TableField<R, T>) column)
                .from(Row::value);
        List<List<@Nullable T>> mixtures = List.of(
                Arrays.asList(first, second, null),
                Arrays.asList(null, first, second),
                Arrays.asList(null, null, null));
        for (List<@Nullable T> values : mixtures) {
            String name = column + " = " + Arrays.deepToString(values.toArray());
            tests.add(dynamicTest(name, () -> {
                List<Row<T>> rows =
                        List.of(new Row<>(1, values.get(0)), new Row<>(2, values.get(1)), new Row<>(3, values.get(2)));
                assertThat(update.rows(rows).execute(ctx)).isEqualTo(3);
                assertStored(ctx, table, id, column, values);
            }));
            for (RowSource source : List.of(RowSource.UNNEST, RowSource.COPY)) {
                tests.add(dynamicTest(name + ", by " + source, () -> {
                    List<Row<T>> rows = List.of(
                            new Row<>(1, values.get(0)), new Row<>(2, values.get(1)), new Row<>(3, values.get(2)));
                    ctx.update(table).setNull(column).execute();
                    assertThat(update.rows(rows).via(source).execute(ctx)).isEqualTo(3);
                    assertStored(ctx, table, id, column, values);
                }));
            }
            tests.add(dynamicTest(name + ", inlined", () -> {
                List<Row<T>> rows =
                        List.of(new Row<>(1, values.get(0)), new Row<>(2, values.get(1)), new Row<>(3, values.get(2)));
                ctx.update(table).setNull(column).execute();
                assertThat(ctx.execute(update.rows(rows).getSQL(ParamType.INLINED)))
                        .isEqualTo(3);
                assertStored(ctx, table, id, column, values);
            }));
        }
    }

    private static <R extends Record, T> void assertStored(
            DSLContext ctx,
            Table<R> table,
            TableField<R, Integer> id,
            TableField<?, T> column,
            List<@Nullable T> values) {
        Object[] stored =
                ctx.select(column).from(table).orderBy(id).fetch(column).toArray(Object[]::new);
        assertThat(Arrays.deepEquals(stored, values.toArray()))
                .as(() -> Arrays.deepToString(stored))
                .isTrue();
    }

    /** By SQL, because jOOQ 3.19 reads times in whole seconds too. */
    @Test
    void timesKeepTheirFraction(DSLContext ctx) {
        record At(LocalTime key, LocalTime value) {}
        var update = bulkUpdate(WIDE, At.class)
                .key(WIDE.TI)
                .from(At::key)
                .set(WIDE.TI)
                .from(At::value);
        ctx.execute("update wide set ti = '10:00:00.1' where id = 1");
        assertThat(update.rows(new At(LocalTime.of(10, 0), LocalTime.MIN)).execute(ctx))
                .isZero();
        At exact = new At(LocalTime.of(10, 0, 0, 100_000_000), LocalTime.of(23, 59, 59, 123_456_000));
        assertThat(update.rows(exact).execute(ctx)).isEqualTo(1);
        assertThat(ctx.fetchValue("select ti::text from wide where id = 1")).isEqualTo("23:59:59.123456");
        assertThat(ctx.execute(update.rows(new At(exact.value(), exact.key())).getSQL(ParamType.INLINED)))
                .isEqualTo(1);
        assertThat(ctx.fetchValue("select ti::text from wide where id = 1")).isEqualTo("10:00:00.1");
    }

    /** A value too long for its column fails, in the first row as in any other, and is never cut. */
    @TestFactory
    Stream<DynamicTest> nothingIsTruncated(DSLContext ctx) {
        tooLong(ctx, "22001", WIDE.CODE, "abcdefgh");
        tooLong(ctx, "22001", WIDE.TA, new String[] {"abcdefgh"});
        tooLong(ctx, "22003", WIDE.DE, new BigDecimal("123456789.00"));
        return tests.stream();
    }

    private <T> void tooLong(DSLContext ctx, String state, TableField<?, T> column, T value) {
        for (int row = 0; row < 2; row++) {
            int at = row;
            tests.add(dynamicTest(column + " in row " + (row + 1), () -> {
                @SuppressWarnings("unchecked")
                var update = bulkUpdate(WIDE, (Class<Row<T>>) (Class<?>) Row.class)
                        .key(WIDE.ID)
                        .from(Row::id)
                        .set((TableField<io.bulkdsl.testdb.public_.tables.records.WideRecord, T>) column)
                        .from(Row::value);
                List<Row<T>> rows = at == 0
                        ? List.of(new Row<>(1, value), new Row<>(2, null))
                        : List.of(new Row<>(1, null), new Row<>(2, value));
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> update.rows(rows).execute(ctx))
                        .isInstanceOfSatisfying(
                                org.jooq.exception.DataAccessException.class,
                                e -> assertThat(e.sqlState()).isEqualTo(state));
            }));
        }
    }

    /** Nor in an array that a converter makes something else of. */
    @Test
    void nothingConvertedIsTruncated(DSLContext ctx) {
        // spotless:off
        var update = bulkUpdate(KINDS, String.class)
                .key(KINDS.ID).from(labels -> 1)
                .set(KINDS.LABELS).from(labels -> labels);
        var delete = bulkDelete(KINDS, String.class)
                .key(KINDS.LABELS).from(labels -> labels);
        // spotless:on
        assertThat(update.rows("abcde").execute(ctx)).isEqualTo(1);
        for (RowSource source : RowSource.values()) {
            assertThat(catchThrowableOfType(
                                    DataAccessException.class,
                                    () -> update.rows("abcdefgh").via(source).execute(ctx))
                            .sqlState())
                    .isEqualTo("22001");
            assertThat(delete.rows("abcdefgh", "x").via(source).execute(ctx)).isZero();
        }
        assertThat(delete.rows("abcde", "x").execute(ctx)).isEqualTo(1);
    }

    /** A key is compared as it is: not cut to the column's length, not rounded to its scale or precision. */
    @TestFactory
    Stream<DynamicTest> keysMatchExactly(DSLContext ctx) {
        ctx.update(WIDE)
                .set(WIDE.CODE, "abcde")
                .set(WIDE.DE, new BigDecimal("1.24"))
                .where(WIDE.ID.eq(1))
                .execute();
        ctx.update(KINDS)
                .set(KINDS.A_TIMESTAMP0, LocalDateTime.of(2020, 1, 1, 0, 0, 1))
                .where(KINDS.ID.eq(1))
                .execute();
        return Stream.of(
                dynamicTest("varchar(5)", () -> assertThat(bulkUpdate(WIDE, String.class)
                                .key(WIDE.CODE)
                                .from(k -> k)
                                .set(WIDE.TX)
                                .from(k -> "hit")
                                .rows("abcdefgh", "x")
                                .execute(ctx))
                        .isZero()),
                dynamicTest("varchar(5) in a collection", () -> assertThat(bulkUpdate(WIDE, String.class)
                                .key(WIDE.CODE, Operators.in())
                                .from(List::of)
                                .set(WIDE.TX)
                                .from(k -> "hit")
                                .rows("abcdefgh", "x")
                                .execute(ctx))
                        .isZero()),
                dynamicTest("numeric(10, 2)", () -> assertThat(bulkUpdate(WIDE, BigDecimal.class)
                                .key(WIDE.DE)
                                .from(k -> k)
                                .set(WIDE.TX)
                                .from(k -> "hit")
                                .rows(new BigDecimal("1.239"), new BigDecimal("5"))
                                .execute(ctx))
                        .isZero()),
                dynamicTest("timestamp(0)", () -> assertThat(bulkUpdate(KINDS, LocalDateTime.class)
                                .key(KINDS.A_TIMESTAMP0)
                                .from(k -> k)
                                .set(KINDS.A_REAL)
                                .from(k -> 1f)
                                .rows(LocalDateTime.of(2020, 1, 1, 0, 0, 0, 600_000_000))
                                .execute(ctx))
                        .isZero()));
    }
}
