// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.postgres.extensions.types.BigDecimalRange;
import org.jooq.postgres.extensions.types.IntegerRange;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jooq.postgres.extensions.types.LocalDateTimeRange;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;

/** Random values that PostgreSQL can store, those that formats trip over often among them. */
final class Chance {

    /** What means something to a format that values pass through. */
    private static final List<String> PIECES = List.of(
            "NULL",
            "null",
            "\\N",
            "\\.",
            "\\",
            "\\\\",
            "\n",
            "\r\n",
            "\t",
            "\b",
            "\f",
            "\u000b",
            "\u007f",
            "'",
            "''",
            "\"",
            "\"\"",
            "{",
            "}",
            "{}",
            "[",
            "]",
            "(",
            ")",
            "(,)",
            ",",
            ";",
            ":",
            "::",
            "?",
            "??",
            "{0}",
            "$1",
            "$$",
            "%",
            "%s",
            "--",
            "/*",
            "*/",
            "\\x00",
            "\\u0000",
            " ",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\uffff",
            "\u0085",
            "e\u0301",
            "\ud83d\ude00",
            "\udbff\udfff");

    private static final int LAST_CODE_POINT = Character.MAX_CODE_POINT;

    static String text(Random random) {
        return random.ints(random.nextInt(random.nextInt(50) == 0 ? 2_000 : 12), 0, 4)
                .mapToObj(kind -> switch (kind) {
                    case 0 -> PIECES.get(random.nextInt(PIECES.size()));
                    case 1 -> Character.toString(1 + random.nextInt(127));
                    case 2 -> Character.toString(whole(1 + random.nextInt(0xffff)));
                    default -> Character.toString(whole(1 + random.nextInt(LAST_CODE_POINT)));
                })
                .collect(joining());
    }

    /** Half of a pair isn't a character. */
    private static int whole(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? 'x' : codePoint;
    }

    static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(random.nextInt(50) == 0 ? 2_000 : 20)];
        random.nextBytes(bytes);
        return bytes;
    }

    static String[] texts(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> random.nextInt(5) == 0 ? null : text(random))
                .toArray(String[]::new);
    }

    static Integer[] integers(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> random.nextInt(5) == 0 ? null : (Integer) random.nextInt())
                .toArray(Integer[]::new);
    }

    static JSON json(Random random) {
        return JSON.valueOf(space(random) + node(random, 3) + space(random));
    }

    /** Without NUL, which jsonb can't store. */
    static JSONB jsonb(Random random) {
        return JSONB.valueOf(json(random).data());
    }

    private static String node(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> List.of("null", "true", "false").get(random.nextInt(3));
            case 1 -> string(random);
            case 2 ->
                List.of("0", "-0", "-0.0", "1e400", "1E-7", "12345678901234567890.10", "1.50")
                        .get(random.nextInt(7));
            case 3 -> String.valueOf(random.nextLong());
            case 4 ->
                random.ints(random.nextInt(4))
                        .mapToObj(i -> space(random) + node(random, depth - 1) + space(random))
                        .collect(joining(",", "[", "]"));
            // The same name may come twice.
            default ->
                random.ints(random.nextInt(4))
                        .mapToObj(i -> space(random)
                                + (random.nextInt(3) == 0 ? "\"a\"" : string(random))
                                + space(random)
                                + ":"
                                + node(random, depth - 1))
                        .collect(joining(",", "{", "}"));
        };
    }

    private static String space(Random random) {
        return List.of("", "", "", " ", "\t", "\n", " \r\n ").get(random.nextInt(7));
    }

    private static String string(Random random) {
        return text(random)
                .codePoints()
                .mapToObj(c -> c == '"' || c == '\\'
                        ? "\\" + (char) c
                        : c < ' ' || c < 0x1_0000 && random.nextInt(20) == 0
                                ? "\\u%04x".formatted(c)
                                : Character.toString(c))
                .collect(joining("", "\"", "\""));
    }

    /** The scale is part of the value; a negative one PostgreSQL 14 doesn't know. */
    static BigDecimal decimal(Random random) {
        return new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(60))
                .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
    }

    /** The server keeps one NaN. */
    static double floating(Random random) {
        double value =
                switch (random.nextInt(4)) {
                    case 0 -> random.nextGaussian();
                    case 1 ->
                        List.of(
                                        0.0,
                                        -0.0,
                                        Double.MIN_VALUE,
                                        Double.MAX_VALUE,
                                        Double.POSITIVE_INFINITY,
                                        Double.NEGATIVE_INFINITY,
                                        Double.NaN)
                                .get(random.nextInt(7));
                    default -> Double.longBitsToDouble(random.nextLong());
                };
        return Double.isNaN(value) ? Double.NaN : value;
    }

    static float real(Random random) {
        float value = Float.intBitsToFloat(random.nextInt(20) == 0 ? 1 << 31 : random.nextInt());
        return Float.isNaN(value) ? Float.NaN : value;
    }

    /** Also the days that the Gregorian calendar began with leaving out, which PostgreSQL has. */
    static LocalDate date(Random random) {
        return random.nextInt(20) == 0
                ? LocalDate.of(1582, 10, 1 + random.nextInt(20))
                : LocalDate.ofEpochDay(random.nextInt(3_650_000) - 719_162);
    }

    /** To microseconds. */
    static LocalTime time(Random random) {
        return LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000L) * 1_000);
    }

    /** Also such as no clock in Berlin has shown, and others that it has shown twice. */
    static LocalDateTime timestamp(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> LocalDate.of(2024, 3, 31).atTime(2, random.nextInt(60));
            case 1 -> LocalDate.of(2024, 10, 27).atTime(2, random.nextInt(60));
            default -> date(random).atTime(time(random));
        };
    }

    /** Also of offsets with seconds, and of 16 hours or more, which PostgreSQL doesn't know. */
    static OffsetDateTime instant(Random random) {
        return timestamp(random)
                .atOffset(
                        random.nextBoolean()
                                ? UTC
                                : ZoneOffset.ofTotalSeconds(random.nextInt(36 * 3_600) - 18 * 3_600));
    }

    static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static YearToSecond interval(Random random) {
        YearToMonth months = new YearToMonth(random.nextInt(100), random.nextInt(12));
        DayToSecond time = new DayToSecond(
                random.nextInt(100),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60),
                random.nextInt(1_000_000) * 1_000);
        return new YearToSecond(random.nextBoolean() ? months : months.neg(), random.nextBoolean() ? time : time.neg());
    }

    static IntegerRange integerRange(Random random) {
        int lower = random.nextInt(1_000_000);
        return IntegerRange.integerRange(
                bound(random, lower),
                random.nextBoolean(),
                bound(random, lower + random.nextInt(5)),
                random.nextBoolean());
    }

    static BigDecimalRange decimalRange(Random random) {
        BigDecimal lower = decimal(random);
        return BigDecimalRange.bigDecimalRange(
                bound(random, lower),
                random.nextBoolean(),
                bound(
                        random,
                        random.nextInt(4) == 0
                                ? lower
                                : lower.add(decimal(random).abs())),
                random.nextBoolean());
    }

    static LocalDateRange dateRange(Random random) {
        LocalDate lower = date(random);
        return LocalDateRange.localDateRange(
                bound(random, lower),
                random.nextBoolean(),
                bound(random, lower.plusDays(random.nextInt(5))),
                random.nextBoolean());
    }

    static LocalDateTimeRange timestampRange(Random random) {
        LocalDateTime lower = timestamp(random);
        return LocalDateTimeRange.localDateTimeRange(
                bound(random, lower),
                random.nextBoolean(),
                bound(random, lower.plusSeconds(random.nextInt(5))),
                random.nextBoolean());
    }

    /** Or none. */
    private static <T> T bound(Random random, T value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private Chance() {}
}
