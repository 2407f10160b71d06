// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Operators.between;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.Operators.notIn;
import static io.bulkdsl.contract.RowSource.VALUES;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.contract.Bounds;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.proofs.AnyTable.AnyRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.TableField;
import org.jooq.conf.ParamType;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Dates, times and intervals of which jOOQ's own bindings make others: bound, in the SQL's text, with a converter, and in
 * arrays.
 */
@PostgresTest(migrations = "classpath:db/migration")
class TemporalsTest {

    private static final List<RowSource> SOURCES = List.of(RowSource.values());

    private static final LocalDate OMITTED_DAY = LocalDate.of(1582, 10, 10);

    /** In Berlin. */
    private static final LocalDateTime OMITTED_TIME = LocalDateTime.of(2024, 3, 31, 2, 32, 0, 123_456_000);

    private static final YearToSecond TWO_SIGNS =
            new YearToSecond(new YearToMonth(1, 2).neg(), new DayToSecond(3, 4, 5, 6, 7_000));

    private static final List<Sample<?>> SAMPLES = List.of(
            new Sample<>("date", SQLDataType.LOCALDATE, OMITTED_DAY, "1582-10-10"),
            new Sample<>("date", SQLDataType.LOCALDATE, LocalDate.of(-43, 3, 15), "0044-03-15 BC"),
            new Sample<>("time", SQLDataType.LOCALTIME, LocalTime.of(1, 2, 3, 456_789_000), "01:02:03.456789"),
            new Sample<>("time(6)", SQLDataType.LOCALTIME(6), LocalTime.of(1, 2, 3, 1_000), "01:02:03.000001"),
            new Sample<>("timestamp", SQLDataType.LOCALDATETIME, OMITTED_TIME, "2024-03-31 02:32:00.123456"),
            new Sample<>("timestamp(6)", SQLDataType.LOCALDATETIME(6), OMITTED_DAY.atTime(1, 2), "1582-10-10 01:02:00"),
            new Sample<>(
                    "timestamp(6) with time zone",
                    SQLDataType.TIMESTAMPWITHTIMEZONE(6),
                    OffsetDateTime.parse("2024-03-31T02:32:00+00:00:30"),
                    "2024-03-31 02:31:30+00"),
            new Sample<>(
                    "timestamp with time zone",
                    SQLDataType.TIMESTAMPWITHTIMEZONE,
                    OffsetDateTime.parse("2024-03-31T20:00:00+17:30"),
                    "2024-03-31 02:30:00+00"),
            new Sample<>(
                    "timestamp with time zone",
                    SQLDataType.INSTANT,
                    OMITTED_DAY.atStartOfDay().toInstant(UTC),
                    "1582-10-10 00:00:00+00"),
            new Sample<>(
                    "interval year to month",
                    SQLDataType.INTERVALYEARTOMONTH,
                    new YearToMonth(1, 2).neg(),
                    "-1 years -2 mons"),
            new Sample<>(
                    "interval day to second",
                    SQLDataType.INTERVALDAYTOSECOND,
                    new DayToSecond(3, 4, 5, 6, 7_000).neg(),
                    "-3 days -04:05:06.000007"),
            new Sample<>("interval", SQLDataType.INTERVAL, TWO_SIGNS, "-1 years -2 mons +3 days 04:05:06.000007"),
            new Sample<>("interval", SQLDataType.INTERVAL, TWO_SIGNS.neg(), "1 year 2 mons -3 days -04:05:06.000007"));

    private final TimeZone zone = TimeZone.getDefault();

    /** A value and what the server must hold. */
    record Sample<T>(String sqlType, DataType<T> type, T value, String held) {

        Sample<Wrapped<T>> converted() {
            Converter<T, Wrapped<T>> converter =
                    Converter.ofNullable(type.getType(), wrappedType(), Wrapped::new, Wrapped::value);
            return new Sample<>(sqlType, type.asConvertedDataType(converter), new Wrapped<>(value), held);
        }

        /** Twice, and null in between. */
        Sample<T[]> array() {
            return of(Arrays.asList(value, null, value), "{\"%1$s\",NULL,\"%1$s\"}".formatted(held));
        }

        /** Of an array, one of two dimensions. */
        Sample<T[]> row() {
            return of(List.of(value), "{%s}".formatted(held));
        }

        private Sample<T[]> of(List<T> values, String literal) {
            DataType<T[]> array = type.array();
            return new Sample<>(
                    sqlType + "[]", array, Arrays.copyOf(values.toArray(), values.size(), array.getType()), literal);
        }

        @SuppressWarnings("unchecked")
        private static <T> Class<Wrapped<T>> wrappedType() {
            return (Class<Wrapped<T>>) (Class<?>) Wrapped.class;
        }
    }

    /** A type of the user's. */
    record Wrapped<T>(T value) {}

    record Row<T>(int id, @Nullable T value) {}

    @TestFactory
    Stream<DynamicTest> arriveAsTheyAre(DSLContext ctx) {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        return SAMPLES.stream()
                .flatMap(sample -> Stream.of(
                        sample,
                        sample.converted(),
                        sample.array(),
                        sample.array().row(),
                        sample.array().converted(),
                        sample.converted().array()))
                .map(sample -> dynamicTest(sample.toString(), () -> new Stored<>(sample).arrives(ctx)));
    }

    @TestFactory
    Stream<DynamicTest> areFoundByOperatorsThatSendArrays(DSLContext ctx) {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        return SAMPLES.stream()
                .flatMap(sample -> Stream.of(sample, sample.converted()))
                .map(sample -> dynamicTest(sample.toString(), () -> new Stored<>(sample).isFound(ctx)));
    }

    @AfterEach
    void zoneAsItWas() {
        TimeZone.setDefault(zone);
    }

    private static final class Stored<T> {

        private final Sample<T> sample;
        private final AnyTable table = new AnyTable("stored");
        private final TableField<AnyRecord, Integer> id = table.primaryKey("id", INTEGER);
        private final TableField<AnyRecord, T> column;

        Stored(Sample<T> sample) {
            this.sample = sample;
            this.column = table.column("value", sample.type());
        }

        void arrives(DSLContext ctx) {
            ctx.execute("drop table if exists stored");
            ctx.execute("create table stored (id integer primary key, value " + sample.sqlType() + ")");
            DSLContext inlining = ctx.configuration()
                    .derive(new Settings().withStatementType(StatementType.STATIC_STATEMENT))
                    .dsl();

            assertThat(insert().getSQL(ParamType.INDEXED))
                    .contains("(values (?, cast(? as " + sample.sqlType() + ")), (?, cast(? as " + sample.sqlType()
                            + ")))");
            insert().execute(inlining);
            assertHeldAndFound(ctx, inlining, VALUES);

            ctx.execute(insert().getSQL(ParamType.INLINED));
            assertHeldAndFound(ctx, ctx, VALUES);

            for (RowSource source : SOURCES) {
                insert().via(source).execute(ctx);
                assertHeldAndFound(ctx, ctx, source);
            }
        }

        void isFound(DSLContext ctx) {
            ctx.execute("drop table if exists stored");
            ctx.execute("create table stored (id integer primary key, value " + sample.sqlType() + ")");
            T value = sample.value();
            assertFound(ctx, in(), List.of(value), 1);
            assertFound(ctx, notIn(), List.of(value), 0);
            assertFound(ctx, between(), Bounds.of(value, value), 1);
        }

        private <V> void assertFound(DSLContext ctx, KeyOperator<T, V> operator, V incoming, int rows) {
            // spotless:off
            var condition = pdnf(Integer.class)
                    .key(column, operator).from(i -> incoming);
            var delete = bulkDelete(table, Integer.class)
                    .key(column, operator).from(i -> incoming);
            // spotless:on
            for (RowSource source : SOURCES) {
                ctx.execute("insert into stored values (1, '" + sample.held() + "')");
                assertThat(ctx.fetchCount(table, condition.rows(1))).isEqualTo(rows);
                assertThat(ctx.fetchCount(table, condition.rows(Collections.nCopies(100, 1))))
                        .isEqualTo(rows);
                assertThat(delete.rows(1).via(source).execute(ctx))
                        .as(operator + " by " + source)
                        .isEqualTo(rows);
                ctx.execute("truncate stored");
            }
        }

        /** The first is null, so that nothing but the cast tells its type. */
        private BulkStatement<?> insert() {
            // spotless:off
            return bulkInsert(table, Stored.<T>rowType())
                    .set(id).from(Row::id)
                    .set(column).from(Row::value)
                    .rows(new Row<>(1, null), new Row<>(2, sample.value())).via(VALUES);
            // spotless:on
        }

        private void assertHeldAndFound(DSLContext ctx, DSLContext executing, RowSource source) {
            assertThat(ctx.fetchValue("select value is null from stored where id = 1"))
                    .isEqualTo(true);
            assertThat(ctx.fetchValue("select value::text = cast('" + sample.held() + "' as " + sample.sqlType()
                            + ")::text from stored where id = 2"))
                    .as(() -> ctx.fetch("select * from stored").toString())
                    .isEqualTo(true);
            // spotless:off
            int deleted = bulkDelete(table, Stored.<T>rowType())
                    .key(column).from(Row::value)
                    .rows(new Row<>(2, sample.value())).via(source).execute(executing);
            // spotless:on
            assertThat(deleted).isEqualTo(1);
            ctx.execute("truncate stored");
        }

        @SuppressWarnings("unchecked")
        private static <T> Class<Row<T>> rowType() {
            return (Class<Row<T>>) (Class<?>) Row.class;
        }
    }
}
