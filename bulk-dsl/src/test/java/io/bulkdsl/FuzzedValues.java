// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static java.util.stream.Collectors.joining;

import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testdb.public_.udt.records.AddressRecord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jooq.postgres.extensions.types.Hstore;
import org.jooq.postgres.extensions.types.Inet;
import org.jooq.postgres.extensions.types.IntegerRange;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jooq.types.YearToSecond;

/** Values of {@link EdgeValues} and random ones in between, the same in each run; nulls among them. */
final class FuzzedValues {

    private static final int RANDOM_ONES = 40;

    private final Random random = new Random(20_260_101);

    List<String> texts(int longest) {
        List<String> texts = mixed(List.of("x".repeat(100_000)), () -> pieces(6));
        texts.addAll(EdgeValues.PIECES);
        return texts.stream().map(text -> cut(text, longest)).toList();
    }

    private String pieces(int most) {
        return random.ints(random.nextInt(most + 1), 0, EdgeValues.PIECES.size())
                .mapToObj(EdgeValues.PIECES::get)
                .collect(joining());
    }

    /** To code points, not chars. */
    private static String cut(String text, int longest) {
        return text == null || text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    List<Short> shorts() {
        return mixed(List.of((short) 0, Short.MIN_VALUE, Short.MAX_VALUE), () -> (short) random.nextInt());
    }

    List<Long> longs() {
        return mixed(List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE), random::nextLong);
    }

    List<Double> doubles() {
        return mixed(EdgeValues.DOUBLES, () -> Double.longBitsToDouble(random.nextLong()));
    }

    List<Float> floats() {
        return mixed(EdgeValues.FLOATS, () -> Float.intBitsToFloat(random.nextInt()));
    }

    /** With at most so many digits before the point. */
    List<BigDecimal> decimals(int digits) {
        return mixed(
                EdgeValues.decimals(digits), () -> new BigDecimal(new BigInteger(20, random), random.nextInt(24) - 1)
                        .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)));
    }

    List<LocalDate> dates() {
        return mixed(
                EdgeValues.DATES,
                () -> LocalDate.of(random.nextInt(14_000) - 4_000, 1 + random.nextInt(12), 1 + random.nextInt(28)));
    }

    List<LocalTime> times() {
        return mixed(EdgeValues.TIMES, () -> LocalTime.ofNanoOfDay(random.nextLong(86_400L * 1_000_000_000)));
    }

    List<LocalDateTime> timestamps() {
        return mixed(EdgeValues.TIMESTAMPS, () -> LocalDateTime.of(
                        random.nextInt(14_000) - 4_000,
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        random.nextInt(24),
                        random.nextInt(60))
                .plusNanos(random.nextLong(60_000_000_000L)));
    }

    /** Offsets with seconds among them, and such of 16 hours or more, which PostgreSQL doesn't know. */
    List<OffsetDateTime> instants() {
        return map(
                timestamps(),
                time -> atOffset(time, ZoneOffset.ofTotalSeconds(random.nextInt(36 * 3_600) - 18 * 3_600)));
    }

    /** The first and the last that PostgreSQL knows are so in UTC alone. */
    private static OffsetDateTime atOffset(LocalDateTime time, ZoneOffset offset) {
        return time.atOffset(time.getYear() == -4713 || time.getYear() == 294_276 ? ZoneOffset.UTC : offset);
    }

    List<OffsetTime> offsetTimes() {
        return map(times(), time -> time.atOffset(offset()));
    }

    /** Of less than 16 hours, as PostgreSQL knows them. */
    private ZoneOffset offset() {
        int minutes = 16 * 60 - 1;
        return random.nextBoolean()
                ? ZoneOffset.UTC
                : ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * minutes) - minutes));
    }

    /** Years to months and days to seconds each with a sign of its own. */
    List<YearToSecond> intervals() {
        return mixed(
                EdgeValues.INTERVALS,
                () -> EdgeValues.interval(
                        random.nextInt(120) - 60,
                        random.nextInt(50),
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(60),
                        1_000 * random.nextInt(1_000_000),
                        random.nextBoolean() ? 1 : -1));
    }

    List<byte[]> bytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return mixed(List.of(new byte[0], all, new byte[] {0}, "\\x41\\".getBytes()), () -> {
            byte[] some = new byte[random.nextInt(40)];
            random.nextBytes(some);
            return some;
        });
    }

    List<UUID> uuids() {
        return mixed(List.of(new UUID(0, 0), new UUID(-1, -1)), () -> new UUID(random.nextLong(), random.nextLong()));
    }

    List<Inet> addresses() {
        return mixed(List.of(), () -> {
            byte[] address = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(address);
            try {
                InetAddress host = InetAddress.getByAddress(address);
                return random.nextBoolean()
                        ? Inet.inet(host)
                        : Inet.inet(host, random.nextInt(host.getAddress().length * 8));
            } catch (UnknownHostException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Of any elements, nulls among them; none and all null included. */
    <T> List<T[]> arrays(List<T> elements, IntFunction<T[]> array) {
        T[] nulls = array.apply(3);
        return mixed(List.of(array.apply(0), nulls), () -> {
            T[] some = array.apply(random.nextInt(6));
            for (int i = 0; i < some.length; i++) {
                some[i] = elements.get(random.nextInt(elements.size()));
            }
            return some;
        });
    }

    List<Integer[][]> matrices() {
        return mixed(List.of(new Integer[0][], new Integer[][] {{null}}), () -> {
            Integer[][] matrix = new Integer[1 + random.nextInt(3)][1 + random.nextInt(3)];
            Arrays.stream(matrix)
                    .forEach(row -> Arrays.setAll(row, i -> random.nextInt(4) == 0 ? null : random.nextInt()));
            return matrix;
        });
    }

    List<YearToSecond[][]> timetables() {
        List<YearToSecond> periods = intervals();
        return mixed(List.of(new YearToSecond[0][], new YearToSecond[][] {{null}}), () -> {
            YearToSecond[][] timetable = new YearToSecond[1 + random.nextInt(3)][1 + random.nextInt(3)];
            Arrays.stream(timetable)
                    .forEach(day -> Arrays.setAll(day, i -> periods.get(random.nextInt(periods.size()))));
            return timetable;
        });
    }

    List<Hstore> hstores() {
        return mixed(List.of(Hstore.hstore(Map.of())), () -> {
            Map<String, String> map = new HashMap<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                map.put(pieces(3), random.nextInt(4) == 0 ? null : pieces(3));
            }
            return Hstore.hstore(map);
        });
    }

    List<JSONB> jsonbs() {
        return map(jsons(), json -> JSONB.valueOf(json.data()));
    }

    List<JSON> jsons() {
        return mixed(
                EdgeValues.JSONS,
                () -> JSON.valueOf("{\"" + escaped(pieces(3)) + "\": [\"" + escaped(pieces(3)) + "\", "
                        + random.nextInt() + "]}"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .codePoints()
                .mapToObj(c -> c < 32 ? "\\u%04x".formatted(c) : Character.toString(c))
                .collect(joining());
    }

    List<XML> xmls() {
        return mixed(EdgeValues.XMLS, () -> XML.valueOf("<a n=\"" + random.nextInt() + "\">{,}\\\"'</a>"));
    }

    List<IntegerRange> ranges() {
        return mixed(List.of(IntegerRange.integerRange(1, 1), IntegerRange.integerRange(null, null)), () -> {
            int lower = random.nextInt();
            int upper = lower + Math.min(random.nextInt(100), Integer.MAX_VALUE - Math.max(lower, 0) - 1);
            return IntegerRange.integerRange(
                    random.nextInt(5) == 0 ? null : lower,
                    random.nextBoolean(),
                    random.nextInt(5) == 0 ? null : upper,
                    random.nextBoolean());
        });
    }

    List<LocalDateRange> periods() {
        return mixed(List.of(LocalDateRange.localDateRange(null, null)), () -> {
            LocalDate lower = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9_999));
            return LocalDateRange.localDateRange(
                    random.nextInt(5) == 0 ? null : lower,
                    random.nextBoolean(),
                    random.nextInt(5) == 0 ? null : lower.plusDays(random.nextInt(99)),
                    random.nextBoolean());
        });
    }

    List<AddressRecord> composites() {
        return mixed(
                List.of(new AddressRecord(null, null), new AddressRecord("", null), new AddressRecord(null, 1)),
                () -> new AddressRecord(pieces(4), random.nextInt(4) == 0 ? null : random.nextInt()));
    }

    List<Mood> moods() {
        return mixed(List.of(Mood.values()), () -> Mood.values()[random.nextInt(Mood.values().length)]);
    }

    List<Boolean> booleans() {
        return mixed(List.of(true, false), random::nextBoolean);
    }

    /** The first is null, as is every seventh or so. */
    private <T> List<T> mixed(List<T> edges, Supplier<? extends T> other) {
        List<T> values = new ArrayList<>(edges);
        for (int i = 0; i < RANDOM_ONES; i++) {
            values.add(random.nextInt(7) == 0 ? null : other.get());
        }
        Collections.shuffle(values, random);
        values.add(0, null);
        return values;
    }

    private static <A, B> List<B> map(List<A> values, Function<? super A, ? extends B> function) {
        List<B> result = new ArrayList<>();
        values.forEach(value -> result.add(value == null ? null : function.apply(value)));
        return result;
    }
}
