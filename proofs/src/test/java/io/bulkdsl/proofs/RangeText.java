// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.postgres.extensions.types.BigDecimalRange;
import org.jooq.postgres.extensions.types.IntegerRange;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jooq.postgres.extensions.types.LocalDateTimeRange;
import org.jooq.postgres.extensions.types.Range;

/** How PostgreSQL prints a range: those of integers and days as [from, to), nothing in between as empty. */
final class RangeText {

    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter();

    static String ofIntegers(IntegerRange range) {
        return discrete(range, i -> i + 1, String::valueOf);
    }

    static String ofDates(LocalDateRange range) {
        return discrete(range, (LocalDate day) -> day.plusDays(1), String::valueOf);
    }

    static String ofDecimals(BigDecimalRange range) {
        return text(
                range.lower(),
                range.lowerIncluding(),
                range.upper(),
                range.upperIncluding(),
                BigDecimal::toPlainString);
    }

    static String ofTimestamps(LocalDateTimeRange range) {
        return text(
                range.lower(),
                range.lowerIncluding(),
                range.upper(),
                range.upperIncluding(),
                (LocalDateTime time) -> "\"" + TIMESTAMP.format(time) + "\"");
    }

    private static <T extends Comparable<? super T>> String discrete(
            Range<T> range, UnaryOperator<T> next, Function<T, String> form) {
        T lower = range.lower();
        T upper = range.upper();
        if (lower != null && upper != null && lower.equals(upper) && range.lowerIncluding() != range.upperIncluding()) {
            return "empty";
        }
        T from = lower == null || range.lowerIncluding() ? lower : next.apply(lower);
        T to = upper == null || !range.upperIncluding() ? upper : next.apply(upper);
        return from != null && to != null && from.compareTo(to) >= 0
                ? "empty"
                : text(from, from != null, to, false, form);
    }

    private static <T extends Comparable<? super T>> String text(
            T lower, boolean withLower, T upper, boolean withUpper, Function<T, String> form) {
        if (lower != null && upper != null && lower.compareTo(upper) == 0 && !(withLower && withUpper)) {
            return "empty";
        }
        return (lower != null && withLower ? "[" : "(")
                + (lower == null ? "" : form.apply(lower))
                + ","
                + (upper == null ? "" : form.apply(upper))
                + (upper != null && withUpper ? "]" : ")");
    }

    private RangeText() {}
}
