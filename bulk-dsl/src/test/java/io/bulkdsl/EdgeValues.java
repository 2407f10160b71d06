// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jooq.JSON;
import org.jooq.XML;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;

/** Values at the edges of their types, where something may be lost on the way to the server. */
final class EdgeValues {

    /** What texts are made of. */
    static final List<String> PIECES = List.of(
            "",
            "a",
            "Z",
            "0",
            "null",
            "NULL",
            "\\N",
            "\\",
            "\\\\",
            "\\.",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\b",
            "\f",
            "\u000b",
            "\u0001",
            "\u007f",
            " ",
            "  ",
            "'",
            "''",
            "\"",
            "\"\"",
            "{",
            "}",
            "{}",
            "{0}",
            "(",
            ")",
            "()",
            "(,)",
            ",",
            ";",
            "%s",
            "?",
            "??",
            ":x",
            "::",
            "$1",
            "$$",
            "--",
            "/*",
            "*/",
            "=>",
            "E'\\n'",
            "\\x00",
            "\\u0000",
            "é",
            "e\u0301",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\uffff",
            "😀",
            "👩‍👩‍👧",
            "漢字",
            "‮");

    static final List<Double> DOUBLES = List.of(
            0.0,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            0.1,
            1e7,
            1e-7,
            1e21,
            Math.nextUp(1.0));

    static final List<Float> FLOATS = List.of(
            0f,
            -0f,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MIN_NORMAL,
            Float.MAX_VALUE,
            0.1f,
            16_777_217f);

    static final List<LocalDate> DATES = List.of(
            LocalDate.of(1, 1, 1),
            LocalDate.of(0, 12, 31),
            LocalDate.of(-1, 1, 1),
            LocalDate.of(-43, 3, 15),
            LocalDate.of(-4712, 1, 1),
            LocalDate.of(-4713, 11, 24),
            LocalDate.of(1582, 10, 4),
            LocalDate.of(1582, 10, 15),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(10_000, 1, 1),
            LocalDate.of(294_276, 12, 31),
            LocalDate.of(5_874_897, 12, 31),
            LocalDate.of(2000, 2, 29),
            LocalDate.of(12, 11, 10));

    static final List<LocalTime> TIMES = List.of(
            LocalTime.MIDNIGHT,
            LocalTime.NOON,
            LocalTime.MAX,
            LocalTime.of(23, 59, 59, 999_999_499),
            LocalTime.of(23, 59, 59, 999_999_500),
            LocalTime.of(0, 0, 0, 1),
            LocalTime.of(0, 0, 0, 499),
            LocalTime.of(0, 0, 0, 501),
            LocalTime.of(1, 2),
            LocalTime.of(1, 2, 3, 100_000_000));

    static final List<LocalDateTime> TIMESTAMPS = List.of(
            LocalDateTime.of(-4713, 11, 24, 0, 0),
            LocalDateTime.of(0, 12, 31, 23, 59, 59, 999_999_000),
            LocalDateTime.of(1, 1, 1, 0, 0),
            LocalDateTime.of(1970, 1, 1, 0, 0, 0, 1_000),
            LocalDateTime.of(1999, 12, 31, 23, 59, 59, 999_999_999),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
            LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 0),
            // Lost in the springs of Berlin and New York.
            LocalDateTime.of(2024, 3, 31, 2, 30),
            LocalDateTime.of(2024, 3, 10, 2, 30));

    static final List<YearToSecond> INTERVALS = List.of(
            interval(0, 0, 0, 0, 0, 0, 0),
            interval(14, -3, 4, 5, 6, 7_000, -1),
            interval(-14, 3, 4, 5, 6, 7_000, 1),
            interval(0, 0, 0, 0, 0, 1_000, -1),
            interval(-12, 1, 0, 0, 0, 0, -1),
            interval(0, 1, 0, 0, 0, 0, -1),
            interval(0, 0, 0, 0, 59, 999_999_000, -1),
            interval(119_999, 999_999, 23, 59, 59, 999_999_000, 1));

    static final List<JSON> JSONS = List.of(
            JSON.valueOf("null"),
            JSON.valueOf(" [ ] "),
            JSON.valueOf("{\"a\":\t1,\n \"a\": 2}"),
            JSON.valueOf("\"\\n\\t\\\\ \\\" \\u00e9 \\ud83d\\ude00 \\/\""),
            JSON.valueOf("[1e400, -0.0, 12345678901234567890.10]"));

    static final List<XML> XMLS = List.of(
            XML.valueOf("just text"),
            XML.valueOf("<a>\n\t<b c='\"'/>\r\n</a>"),
            XML.valueOf("<!-- \\N --><a/>"),
            XML.valueOf("<a><![CDATA[{\"x\", '\\'}]]></a>"),
            XML.valueOf("<?xml version='1.0' encoding='UTF-8'?><é>&#x1F600;😀</é>"));

    /** With at most so many digits before the point. */
    static List<BigDecimal> decimals(int digits) {
        return List.of(
                new BigDecimal("0"),
                new BigDecimal("-0.00"),
                new BigDecimal("0E+5"),
                new BigDecimal("0E-20"),
                new BigDecimal("1E+3"),
                new BigDecimal("-1.5E-1"),
                new BigDecimal("1E-9"),
                new BigDecimal("1.005"),
                new BigDecimal("1.00499999999999999999999999"),
                new BigDecimal("-0.005"),
                BigDecimal.TEN.pow(digits).subtract(BigDecimal.ONE));
    }

    /** The sign is that of all but the months, which have their own. */
    static YearToSecond interval(int months, int days, int hours, int minutes, int seconds, int nano, int sign) {
        YearToMonth date = new YearToMonth(Math.abs(months) / 12, Math.abs(months) % 12);
        DayToSecond time = new DayToSecond(Math.abs(days), hours, minutes, seconds, nano);
        return new YearToSecond(months < 0 ? date.neg() : date, sign < 0 ? time.neg() : time);
    }

    private EdgeValues() {}
}
