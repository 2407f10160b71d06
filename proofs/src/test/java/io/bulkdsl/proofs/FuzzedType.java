// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jooq.Binding;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.jooq.postgres.extensions.bindings.BigDecimalRangeBinding;
import org.jooq.postgres.extensions.bindings.IntegerRangeBinding;
import org.jooq.postgres.extensions.bindings.LocalDateRangeBinding;
import org.jooq.postgres.extensions.bindings.LocalDateTimeRangeBinding;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;

/**
 * A type of the database.
 *
 * @param name in SQL
 * @param type jOOQ's
 * @param value a random one
 * @param held an expression over the column "value": what the server holds, past all that jOOQ makes of it
 * @param form what that expression must give
 * @param isKey whether values can be compared
 */
record FuzzedType<T>(
        String name, DataType<T> type, Function<Random, T> value, String held, Function<T, ?> form, boolean isKey) {

    private static final LocalDateTime ORIGIN = LocalDateTime.of(2000, 1, 1, 0, 0);

    /** In the form in which the server sends them, but for those that it prints without loss. */
    static List<FuzzedType<?>> all() {
        return List.of(
                new FuzzedType<>(
                        "text",
                        SQLDataType.CLOB,
                        Chance::text,
                        "convert_to(value, 'UTF8')",
                        text -> text.getBytes(UTF_8),
                        true),
                new FuzzedType<>(
                        "varchar",
                        SQLDataType.VARCHAR,
                        Chance::text,
                        "convert_to(value, 'UTF8')",
                        text -> text.getBytes(UTF_8),
                        true),
                new FuzzedType<>("bytea", SQLDataType.BLOB, Chance::bytes, "value", bytes -> bytes, true),
                new FuzzedType<>("text[]", SQLDataType.CLOB.array(), Chance::texts, "value", array -> array, true),
                new FuzzedType<>(
                        "integer[]", SQLDataType.INTEGER.array(), Chance::integers, "value", array -> array, true),
                new FuzzedType<>(
                        "json",
                        SQLDataType.JSON,
                        Chance::json,
                        "convert_to(value::text, 'UTF8')",
                        json -> json.data().getBytes(UTF_8),
                        false),
                new FuzzedType<>("jsonb", SQLDataType.JSONB, Chance::jsonb, "value::text", json -> json, true),
                new FuzzedType<>(
                        "integer",
                        SQLDataType.INTEGER,
                        Random::nextInt,
                        "int4send(value)",
                        i -> bytes(4).putInt(i).array(),
                        true),
                new FuzzedType<>(
                        "bigint",
                        SQLDataType.BIGINT,
                        Random::nextLong,
                        "int8send(value)",
                        i -> bytes(8).putLong(i).array(),
                        true),
                new FuzzedType<>(
                        "numeric",
                        SQLDataType.NUMERIC,
                        Chance::decimal,
                        "value::text",
                        BigDecimal::toPlainString,
                        true),
                new FuzzedType<>(
                        "double precision",
                        SQLDataType.DOUBLE,
                        Chance::floating,
                        "float8send(value)",
                        d -> bytes(8).putLong(Double.doubleToRawLongBits(d)).array(),
                        true),
                new FuzzedType<>(
                        "real",
                        SQLDataType.REAL,
                        Chance::real,
                        "float4send(value)",
                        f -> bytes(4).putInt(Float.floatToRawIntBits(f)).array(),
                        true),
                new FuzzedType<>(
                        "date",
                        SQLDataType.LOCALDATE,
                        Chance::date,
                        "date_send(value)",
                        day -> bytes(4).putInt((int) ORIGIN.toLocalDate().until(day, ChronoUnit.DAYS))
                                .array(),
                        true),
                new FuzzedType<>(
                        "time",
                        SQLDataType.LOCALTIME,
                        Chance::time,
                        "time_send(value)",
                        time -> bytes(8).putLong(time.toNanoOfDay() / 1_000).array(),
                        true),
                new FuzzedType<>(
                        "timestamp",
                        SQLDataType.LOCALDATETIME,
                        Chance::timestamp,
                        "timestamp_send(value)",
                        FuzzedType::micros,
                        true),
                new FuzzedType<>(
                        "timestamptz",
                        SQLDataType.TIMESTAMPWITHTIMEZONE,
                        Chance::instant,
                        "timestamptz_send(value)",
                        FuzzedType::micros,
                        true),
                new FuzzedType<>(
                        "uuid",
                        SQLDataType.UUID,
                        Chance::uuid,
                        "uuid_send(value)",
                        uuid -> bytes(16)
                                .putLong(uuid.getMostSignificantBits())
                                .putLong(uuid.getLeastSignificantBits())
                                .array(),
                        true),
                new FuzzedType<>(
                        "interval",
                        SQLDataType.INTERVAL,
                        Chance::interval,
                        "interval_send(value)",
                        FuzzedType::parts,
                        true),
                new FuzzedType<>(
                        "int4range",
                        of("int4range", new IntegerRangeBinding()),
                        Chance::integerRange,
                        "value::text",
                        RangeText::ofIntegers,
                        true),
                new FuzzedType<>(
                        "numrange",
                        of("numrange", new BigDecimalRangeBinding()),
                        Chance::decimalRange,
                        "value::text",
                        RangeText::ofDecimals,
                        true),
                new FuzzedType<>(
                        "daterange",
                        of("daterange", new LocalDateRangeBinding()),
                        Chance::dateRange,
                        "value::text",
                        RangeText::ofDates,
                        true),
                new FuzzedType<>(
                        "tsrange",
                        of("tsrange", new LocalDateTimeRangeBinding()),
                        Chance::timestampRange,
                        "value::text",
                        RangeText::ofTimestamps,
                        true));
    }

    /** What is held where these values are. */
    List<?> expected(DSLContext ctx, List<? extends @Nullable T> values) {
        if (type.getType() == JSONB.class) {
            // The server's normal form, asked for where no row source is at work.
            String[] texts = values.stream()
                    .map(value -> value == null ? null : ((JSONB) value).data())
                    .toArray(String[]::new);
            return ctx.fetch(
                            "select text::jsonb::text from unnest({0}) with ordinality as given (text, number) order by number",
                            DSL.val(texts))
                    .map(row -> row.get(0));
        }
        return values.stream()
                .map(value -> value == null ? null : form.apply(value))
                .toList();
    }

    @SuppressWarnings("deprecation") // as in the classes that jOOQ generates
    private static <T> DataType<T> of(String name, Binding<Object, T> binding) {
        return DefaultDataType.getDefaultDataType(SQLDialect.POSTGRES, "\"pg_catalog\".\"" + name + "\"")
                .asConvertedDataType(binding);
    }

    private static byte[] micros(LocalDateTime time) {
        return bytes(8).putLong(ORIGIN.until(time, ChronoUnit.MICROS)).array();
    }

    private static byte[] micros(OffsetDateTime time) {
        return micros(time.atZoneSameInstant(UTC).toLocalDateTime());
    }

    /** Microseconds, days and months, each with a sign of its own. */
    private static byte[] parts(YearToSecond interval) {
        var time = interval.getDayToSecond();
        long micros =
                ((time.getHours() * 60L + time.getMinutes()) * 60 + time.getSeconds()) * 1_000_000 + time.getMicro();
        return bytes(16)
                .putLong(time.getSign() * micros)
                .putInt(time.getSign() * time.getDays())
                .putInt(interval.getYearToMonth().intValue())
                .array();
    }

    private static ByteBuffer bytes(int length) {
        return ByteBuffer.allocate(length);
    }
}
