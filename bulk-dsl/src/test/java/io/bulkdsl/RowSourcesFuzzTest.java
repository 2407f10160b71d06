// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.inline;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
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
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.XML;
import org.jooq.exception.DataAccessException;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever the value and the type, arrays and COPY bring to the table and compare what VALUES does. */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "names the sources itself")
class RowSourcesFuzzTest {

    /** What lies between the ids of rows written by one source and by the next. */
    private static final int APART = 1_000;

    private static final Set<RowSource> SOURCES = Set.of(VALUES, UNNEST, COPY);

    /** Whose rows hold what SQL itself makes of a value, where nothing goes by it. */
    private static final RowSource NONE = RowSource.AUTO;

    /** Types without equality; and char(3)[], which PostgreSQL doesn't compare with varchar[]. */
    private static final Set<TableField<?, ?>> NO_KEYS = Set.of(KINDS.A_JSON, KINDS.A_XML, KINDS.CHARS);

    record Row<T>(int id, @Nullable T value) {}

    /** A column with the values that it takes, and one that tells which row found which. */
    record Fuzzed<R extends Record, T>(
            Table<R> table,
            TableField<R, Integer> id,
            TableField<R, T> column,
            TableField<R, String> found,
            List<T> values) {

        void write(DSLContext ctx, RowSource source) {
            assertThat(update(source).execute(ctx)).isEqualTo(values.size());
        }

        BulkStatement<?> update(RowSource source) {
            List<Row<T>> rows = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                rows.add(new Row<>(source.ordinal() * APART + i, values.get(i)));
            }
            // spotless:off
            return bulkUpdate(table, Fuzzed.<T>rowType())
                    .key(id).from(Row::id)
                    .set(column).from(Row::value)
                    .rows(rows).via(source);
            // spotless:on
        }

        /** Rows of which a source made something else than another. */
        List<String> differences(DSLContext ctx, RowSource source, RowSource other) {
            return ctx.fetch(
                            "select a.{1}::text, b.{1}::text from {0} a join {0} b on b.id = a.id + {2}"
                                    + " where a.id >= {3} and a.id < {3} + {4} and a.{1}::text is distinct from b.{1}::text",
                            table,
                            column.getUnqualifiedName().quotedName(),
                            inline((other.ordinal() - source.ordinal()) * APART),
                            inline(source.ordinal() * APART),
                            inline(APART))
                    .map(row -> row.get(0) + " is by " + other + " " + row.get(1));
        }

        /** By id of a row, the number of the value that found it as a key. */
        Map<Integer, String> found(DSLContext ctx, RowSource source) {
            ctx.update(table).setNull(found).where(found.isNotNull()).execute();
            List<Row<T>> rows = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) != null) {
                    rows.add(new Row<>(i, values.get(i)));
                }
            }
            // spotless:off
            bulkUpdate(table, Fuzzed.<T>rowType())
                    .key(column).from(Row::value)
                    .set(found).from(row -> String.valueOf(row.id()))
                    .duplicates(LAST)
                    .rows(rows).via(source).execute(ctx);
            // spotless:on
            return ctx.select(id, found).from(table).where(found.isNotNull()).fetchMap(id, found);
        }

        @SuppressWarnings("unchecked")
        private static <T> Class<Row<T>> rowType() {
            return (Class<Row<T>>) (Class<?>) Row.class;
        }
    }

    private final FuzzedValues fuzzed = new FuzzedValues();

    @BeforeEach
    void rows(DSLContext ctx) {
        ctx.execute("alter table wide drop constraint wide_code_key");
        for (String table : List.of("wide", "kinds")) {
            ctx.execute("insert into " + table + " (id) select generate_series(0, 3999)");
        }
    }

    @TestFactory
    Stream<DynamicTest> valuesArriveTheSame(DSLContext ctx) {
        return columns().stream()
                .map(column -> dynamicTest(column.column().toString(), () -> {
                    SOURCES.forEach(source -> column.write(ctx, source));
                    assertThat(column.differences(ctx, VALUES, UNNEST)).isEmpty();
                    assertThat(column.differences(ctx, VALUES, COPY)).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> keysFindTheSame(DSLContext ctx) {
        return columns().stream()
                .filter(column -> !NO_KEYS.contains(column.column()))
                .map(column -> dynamicTest(column.column().toString(), () -> {
                    column.write(ctx, VALUES);
                    Map<Integer, String> byValues = column.found(ctx, VALUES);
                    assertThat(byValues).isNotEmpty();
                    assertThat(column.found(ctx, UNNEST)).isEqualTo(byValues);
                    assertThat(column.found(ctx, COPY)).isEqualTo(byValues);
                }));
    }

    /** Text is read the same however the session prints and reads; pgjdbc itself insists on dates as ISO. */
    @Test
    void settingsOfTheServerDontMatter(DSLContext ctx) {
        List<Fuzzed<?, ?>> columns = columns();
        columns.forEach(column -> column.write(ctx, VALUES));
        List<String> settings = List.of(
                "intervalstyle = 'sql_standard'",
                "datestyle = 'ISO, DMY'",
                "standard_conforming_strings = off",
                "extra_float_digits = -15",
                "bytea_output = 'escape'",
                "timezone = 'Asia/Kathmandu'");
        settings.forEach(setting -> alter(ctx, "set " + setting));
        columns.forEach(column -> column.write(ctx, UNNEST));
        columns.forEach(column -> column.write(ctx, COPY));
        alter(ctx, "reset all");
        for (Fuzzed<?, ?> column : columns) {
            assertThat(column.differences(ctx, VALUES, UNNEST))
                    .as(column.column().toString())
                    .isEmpty();
            assertThat(column.differences(ctx, VALUES, COPY))
                    .as(column.column().toString())
                    .isEmpty();
        }
    }

    private static void alter(DSLContext ctx, String what) {
        ctx.execute("alter database " + ctx.fetchValue("select current_database()") + " " + what);
    }

    @TestFactory
    Stream<DynamicTest> whatCantBeStoredIsRefusedTheSame(DSLContext ctx) {
        return Stream.of(
                        wide(WIDE.IA2, List.<Integer[][]>of(new Integer[][] {{1}, {2, 3}})),
                        wide(WIDE.IA2, List.<Integer[][]>of(new Integer[][] {{1}, {}})),
                        wide(WIDE.CODE, List.of("123456")),
                        wide(WIDE.TA, List.<String[]>of(new String[] {"123456"})),
                        wide(WIDE.DE, List.of(new BigDecimal("1E+8"))),
                        wide(WIDE.JS, List.of(JSONB.valueOf("{"))),
                        wide(WIDE.JS, List.of(JSONB.valueOf("\"\\u0000\""))),
                        wide(WIDE.JS, List.of(JSONB.valueOf(""))),
                        wide(WIDE.DA, List.of(LocalDate.of(5_874_898, 1, 1))),
                        wide(WIDE.DA, List.of(LocalDate.of(-4713, 11, 23))),
                        wide(WIDE.DU, List.of(YearToSecond.valueOf("+200000000-0 +0 0:0:0"))),
                        kinds(KINDS.A_XML, List.of(XML.valueOf("<a>"))),
                        kinds(KINDS.A_TIMESTAMP, List.of(LocalDateTime.of(294_277, 1, 1, 0, 0))),
                        kinds(KINDS.A_TIMETZ, List.of(OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(17)))),
                        kinds(KINDS.AN_ISBN, List.of("")),
                        kinds(KINDS.CHARS, List.<String[]>of(new String[] {"abcd"})))
                .map(column -> dynamicTest(
                        column.column() + " = "
                                + Arrays.deepToString(column.values().toArray()),
                        () -> {
                            String state = stateOfRefusal(ctx, column, VALUES);
                            assertThat(stateOfRefusal(ctx, column, UNNEST)).isEqualTo(state);
                            assertThat(stateOfRefusal(ctx, column, COPY)).isEqualTo(state);
                        }));
    }

    private static String stateOfRefusal(DSLContext ctx, Fuzzed<?, ?> column, RowSource source) {
        return catchThrowableOfType(DataAccessException.class, () -> column.write(ctx, source))
                .sqlState();
    }

    /** Half a character can't be encoded; the driver would send a question mark. */
    @Test
    void unpairedSurrogatesAreRefused(DSLContext ctx) {
        for (String text : List.of("\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d")) {
            Fuzzed<?, String> column = wide(WIDE.TX, List.of("fine \ud83d\ude00", text));
            for (RowSource source : SOURCES) {
                assertThatThrownBy(() -> column.write(ctx, source))
                        .isInstanceOf(InvalidRowException.class)
                        .hasMessageContaining("column wide.tx: the text contains half of a surrogate pair");
            }
        }
    }

    /** jOOQ gives all of an interval the sign of its years. */
    @TestFactory
    Stream<DynamicTest> intervalsOfTwoSigns(DSLContext ctx) {
        Fuzzed<?, YearToSecond> column = wide(WIDE.DU, fuzzed.intervals());
        for (int i = 0; i < column.values().size(); i++) {
            YearToSecond value = column.values().get(i);
            if (value != null) {
                DayToSecond time = value.getDayToSecond();
                ctx.execute(
                        "update wide set du = make_interval(months => {0}) + {1} * make_interval(days => {2}, hours => {3}, mins => {4}, secs => {5}) where id = {6}",
                        inline(value.getYearToMonth().intValue()),
                        inline(time.getSign()),
                        inline(time.getDays()),
                        inline(time.getHours()),
                        inline(time.getMinutes()),
                        inline(time.getSeconds() + time.getMicro() / 1e6),
                        inline(NONE.ordinal() * APART + i));
            }
        }
        return arrivesAsInSql(ctx, column);
    }

    /** jOOQ makes later days of the ten that the Gregorian calendar began with leaving out; PostgreSQL has them. */
    @TestFactory
    Stream<DynamicTest> daysOfOctober1582(DSLContext ctx) {
        Fuzzed<?, LocalDate> column = wide(
                WIDE.DA,
                LocalDate.of(1582, 10, 4).datesUntil(LocalDate.of(1582, 10, 16)).toList());
        ctx.execute(
                "update wide set da = date '1582-10-04' + id - {0} where id >= {0} and id < {0} + 12",
                inline(NONE.ordinal() * APART));
        return arrivesAsInSql(ctx, column);
    }

    private static Stream<DynamicTest> arrivesAsInSql(DSLContext ctx, Fuzzed<?, ?> column) {
        return SOURCES.stream()
                .map(source -> dynamicTest(source.name(), () -> {
                    column.write(ctx, source);
                    assertThat(column.differences(ctx, NONE, source)).isEmpty();
                }));
    }

    List<Fuzzed<?, ?>> columns() {
        return List.of(
                wide(WIDE.CODE, fuzzed.texts(5)),
                wide(WIDE.SI, fuzzed.shorts()),
                wide(WIDE.BI, fuzzed.longs()),
                wide(WIDE.FL, fuzzed.doubles()),
                wide(WIDE.DE, fuzzed.decimals(8)),
                wide(WIDE.TX, fuzzed.texts(1_000)),
                wide(WIDE.BO, fuzzed.booleans()),
                wide(WIDE.DA, fuzzed.dates()),
                wide(WIDE.DT, fuzzed.instants()),
                wide(WIDE.TI, fuzzed.times()),
                wide(WIDE.DU, fuzzed.intervals()),
                wide(WIDE.UU, fuzzed.uuids()),
                wide(WIDE.BIN, fuzzed.bytes()),
                wide(WIDE.IP, fuzzed.addresses()),
                wide(WIDE.IA, fuzzed.arrays(List.of(1, -1, Integer.MIN_VALUE), Integer[]::new)),
                wide(WIDE.TA, fuzzed.arrays(fuzzed.texts(5), String[]::new)),
                wide(WIDE.IA2, fuzzed.matrices()),
                wide(WIDE.HS, fuzzed.hstores()),
                wide(WIDE.JS, fuzzed.jsonbs()),
                wide(WIDE.IR, fuzzed.ranges()),
                wide(WIDE.DR, fuzzed.periods()),
                kinds(KINDS.A_CHAR, fuzzed.texts(3)),
                kinds(KINDS.A_CITEXT, fuzzed.texts(100)),
                kinds(KINDS.A_REAL, fuzzed.floats()),
                kinds(KINDS.A_TIMESTAMP, fuzzed.timestamps()),
                kinds(KINDS.A_TIMESTAMP0, fuzzed.timestamps()),
                kinds(KINDS.A_TIMETZ, fuzzed.offsetTimes()),
                kinds(KINDS.A_JSON, fuzzed.jsons()),
                kinds(KINDS.A_XML, fuzzed.xmls()),
                kinds(KINDS.A_MOOD, fuzzed.moods()),
                kinds(KINDS.MOODS, fuzzed.arrays(fuzzed.moods(), Mood[]::new)),
                kinds(
                        KINDS.AN_ISBN,
                        fuzzed.texts(100).stream().map(text -> text + ".").toList()),
                kinds(KINDS.AN_ADDRESS, fuzzed.composites()),
                kinds(KINDS.NUMBERS, fuzzed.arrays(fuzzed.decimals(8), BigDecimal[]::new)),
                kinds(KINDS.CHARS, fuzzed.arrays(fuzzed.texts(3), String[]::new)),
                kinds(KINDS.DAYS, fuzzed.arrays(fuzzed.dates(), LocalDate[]::new)),
                kinds(KINDS.HOURS, fuzzed.arrays(fuzzed.times(), LocalTime[]::new)),
                kinds(KINDS.OFFSET_HOURS, fuzzed.arrays(fuzzed.offsetTimes(), OffsetTime[]::new)),
                kinds(KINDS.STAMPS, fuzzed.arrays(fuzzed.timestamps(), LocalDateTime[]::new)),
                kinds(KINDS.MOMENTS, fuzzed.arrays(fuzzed.instants(), OffsetDateTime[]::new)),
                kinds(KINDS.PERIODS, fuzzed.arrays(fuzzed.intervals(), YearToSecond[]::new)),
                kinds(KINDS.TIMETABLE, fuzzed.timetables()),
                kinds(
                        KINDS.A_YEAR,
                        fuzzed.shorts().stream()
                                .map(year -> year == null ? null : Year.of(year))
                                .toList()),
                kinds(KINDS.A_MONEY_AMOUNT, fuzzed.decimals(8)));
    }

    private static <T> Fuzzed<?, T> wide(TableField<WideRecord, T> column, List<T> values) {
        return new Fuzzed<>(WIDE, WIDE.ID, column, column == WIDE.TX ? WIDE.CODE : WIDE.TX, values);
    }

    private static <T> Fuzzed<?, T> kinds(TableField<KindsRecord, T> column, List<T> values) {
        return new Fuzzed<>(KINDS, KINDS.ID, column, column == KINDS.AN_ISBN ? KINDS.A_CITEXT : KINDS.AN_ISBN, values);
    }
}
