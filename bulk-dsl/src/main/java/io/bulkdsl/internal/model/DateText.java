// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/**
 * Dates as PostgreSQL reads them: years before the first as {@code 0044-03-15 BC}, those after 9999 without a plus sign.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-datetime.html">PostgreSQL: Date/Time Types</a>
 */
public final class DateText {

    public static String of(LocalDate date) {
        return date(date) + era(date);
    }

    public static String of(LocalDateTime time) {
        return date(time.toLocalDate()) + " " + time.toLocalTime() + era(time.toLocalDate());
    }

    /** In UTC: PostgreSQL knows no offsets of 16 hours or more. */
    static String of(OffsetDateTime time) {
        OffsetDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC);
        return of(utc.toLocalDateTime(), utc.getOffset());
    }

    /** As a clock there shows it: a column without a time zone takes that, any other the moment. */
    public static String of(LocalDateTime time, ZoneOffset offset) {
        return date(time.toLocalDate()) + " " + time.toLocalTime() + offset + era(time.toLocalDate());
    }

    static String of(Instant time) {
        return of(time.atOffset(ZoneOffset.UTC));
    }

    private static String date(LocalDate date) {
        return isCommon(date)
                ? date.toString()
                : "%04d-%02d-%02d"
                        .formatted(date.get(ChronoField.YEAR_OF_ERA), date.getMonthValue(), date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }

    private static boolean isCommon(LocalDate date) {
        return date.getYear() > 0 && date.getYear() <= 9999;
    }

    private DateText() {}
}
