// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;

/**
 * Intervals in ISO 8601, each field with a sign of its own: what a single sign before several fields means depends on
 * the server's {@code intervalstyle}.
 */
final class IntervalText {

    static String of(YearToMonth interval) {
        return "P" + years(interval);
    }

    static String of(DayToSecond interval) {
        return "P" + days(interval);
    }

    static String of(YearToSecond interval) {
        return "P" + years(interval.getYearToMonth()) + days(interval.getDayToSecond());
    }

    private static String years(YearToMonth interval) {
        int sign = interval.getSign();
        return "%dY%dM".formatted(sign * interval.getYears(), sign * interval.getMonths());
    }

    private static String days(DayToSecond interval) {
        int sign = interval.getSign();
        return "%dDT%dH%dM%s%d.%09dS"
                .formatted(
                        sign * interval.getDays(),
                        sign * interval.getHours(),
                        sign * interval.getMinutes(),
                        sign < 0 ? "-" : "",
                        interval.getSeconds(),
                        interval.getNano());
    }

    private IntervalText() {}
}
