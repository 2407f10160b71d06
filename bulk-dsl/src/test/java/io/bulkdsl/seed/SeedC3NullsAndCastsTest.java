// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.seed.SeedRows.refusalOf;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static java.time.ZoneOffset.UTC;
import static java.time.ZoneOffset.ofHours;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;
import static org.jooq.postgres.extensions.types.Hstore.hstore;
import static org.jooq.postgres.extensions.types.Inet.inet;
import static org.jooq.postgres.extensions.types.IntegerRange.integerRange;
import static org.jooq.postgres.extensions.types.LocalDateRange.localDateRange;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.types.YearToSecond;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.3 Typed nulls and casts")
class SeedC3NullsAndCastsTest {

    /** Values of rows 1 and 2 in a column. */
    record Sample<T>(TableField<WideRecord, T> column, T first, T second) {

        List<T> values() {
            return Arrays.asList(first, second);
        }
    }

    @TestFactory
    Stream<DynamicTest> nullAmongValues(DSLContext ctx) {
        return Stream.of(
                        new Sample<>(WIDE.BI, 5L, null),
                        new Sample<>(WIDE.BI, null, 5L),
                        new Sample<>(WIDE.BI, null, null))
                .map(sample -> dynamicTest("C.3 #94 bi = " + sample.first() + ", " + sample.second(), () -> {
                    SeedRows.wide(ctx, WIDE.BI, 1L, 2L);

                    assertThat(update(ctx, WIDE.BI, sample.values())).isEqualTo(2);
                    assertThat(inIdOrder(ctx, WIDE.BI)).isEqualTo(sample.values());
                }));
    }

    @TestFactory
    Stream<DynamicTest> nullInEveryRow(DSLContext ctx) throws UnknownHostException {
        List<Sample<?>> samples = samples();
        return IntStream.range(0, samples.size())
                .mapToObj(i -> dynamicTest(
                        "C.3 #" + (95 + i) + " null in all rows of "
                                + samples.get(i).column().getName(),
                        () -> nullInEveryRow(ctx, samples.get(i))));
    }

    private static <T> void nullInEveryRow(DSLContext ctx, Sample<T> sample) {
        SeedRows.wide(ctx, sample.column(), sample.first(), sample.second());

        assertThat(update(ctx, sample.column(), nCopies(2, null))).isEqualTo(2);
        assertThat(inIdOrder(ctx, sample.column())).containsExactly(null, null);
    }

    @TestFactory
    Stream<DynamicTest> roundTrips(DSLContext ctx) throws UnknownHostException {
        return Stream.concat(samples().stream(), Stream.of(new Sample<>(WIDE.FK_ID, 1, null)))
                .map(sample -> dynamicTest(
                        "C.3 #116 " + sample.column().getName() + " comes back as it was sent",
                        () -> roundTrip(ctx, sample)));
    }

    private static <T> void roundTrip(DSLContext ctx, Sample<T> sample) {
        SeedRows.wide(ctx, sample.column(), null, null);

        assertThat(update(ctx, sample.column(), sample.values())).isEqualTo(2);
        assertThat(inIdOrder(ctx, sample.column()))
                .usingElementComparator(SeedC3NullsAndCastsTest::compare)
                .containsExactlyElementsOf(sample.values());
    }

    /** One for each of the cases 95, 96, …, in their order. */
    private static List<Sample<?>> samples() throws UnknownHostException {
        return List.of(
                new Sample<>(WIDE.CODE, "a", "abcde"),
                new Sample<>(WIDE.SI, (short) 3, (short) 4),
                new Sample<>(WIDE.BI, 1L << 40, 3L),
                new Sample<>(WIDE.FL, 1.5, 2.0),
                new Sample<>(WIDE.DE, new BigDecimal("1.10"), new BigDecimal("2.25")),
                new Sample<>(WIDE.TX, "", "text"),
                new Sample<>(WIDE.BO, true, false),
                new Sample<>(WIDE.DA, LocalDate.parse("2020-01-01"), LocalDate.parse("0001-12-31")),
                new Sample<>(
                        WIDE.DT,
                        OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, UTC),
                        OffsetDateTime.of(2020, 6, 1, 1, 2, 3, 456_789_000, ofHours(5))),
                // jOOQ sends a LocalTime without its fraction of a second
                new Sample<>(WIDE.TI, LocalTime.MIDNIGHT, LocalTime.parse("23:59:59")),
                new Sample<>(WIDE.DU, interval(1, 0), interval(0, 5)),
                new Sample<>(WIDE.UU, new UUID(0, 0), UUID.fromString("09ddba14-4acb-4fff-9381-7f7b253181e7")),
                new Sample<>(WIDE.BIN, new byte[] {1, 0, -1}, new byte[0]),
                new Sample<>(
                        WIDE.IP,
                        inet(InetAddress.getByName("192.168.0.1")),
                        inet(InetAddress.getByName("2001:db8::1"))),
                new Sample<>(WIDE.IA, new Integer[] {1, null}, new Integer[0]),
                new Sample<>(WIDE.TA, new String[] {"a", "'\""}, new String[0]),
                new Sample<>(WIDE.IA2, new Integer[][] {{1, 2}, {3, 4}}, new Integer[0][]),
                new Sample<>(WIDE.HS, hstore(Map.of("a", "1", "b => \"", "'")), hstore(Map.of())),
                new Sample<>(WIDE.JS, jsonb("{\"a\": null}"), jsonb("[1, \"b\"]")),
                new Sample<>(WIDE.IR, integerRange(1, true, 5, false), integerRange(2, true, null, false)),
                new Sample<>(WIDE.DR, localDateRange(LocalDate.parse("2020-01-01"), true, null, false), null));
    }

    @Test
    @DisplayName("C.3 #118 a value too long for the column is refused, in whichever row")
    void tooLong(DSLContext ctx) {
        SeedRows.wide(ctx, WIDE.CODE, "a", "b");

        assertThat(refusalOf(() -> update(ctx, WIDE.CODE, List.of("x", "abcdefgh"))))
                .isEqualTo("22001");
        assertThat(refusalOf(() -> update(ctx, WIDE.CODE, List.of("abcdefgh", "x"))))
                .isEqualTo("22001");
        assertThat(inIdOrder(ctx, WIDE.CODE)).containsExactly("a", "b");
    }

    @Test
    @DisplayName("C.3 #118 an element too long for an array's column is refused too")
    void elementTooLong(DSLContext ctx) {
        SeedRows.wide(ctx, WIDE.TA, (String[]) new String[] {"a"});
        String[] tooLong = {"abcdefgh"};

        assertThat(refusalOf(() -> update(ctx, WIDE.TA, List.<String[]>of(tooLong))))
                .isEqualTo("22001");
        assertThat(inIdOrder(ctx, WIDE.TA)).containsExactly(new String[] {"a"});
    }

    @Test
    @DisplayName("C.3 #119 a key longer than the column matches nothing (differs: was cut and matched)")
    void keyTooLong(DSLContext ctx) {
        SeedRows.wide(ctx, WIDE.CODE, "abcde");

        int matched = bulkUpdate(WIDE, String.class)
                .key(WIDE.CODE)
                .from(code -> code)
                .set(WIDE.TX)
                .from(code -> "hit")
                .rows("abcdefgh")
                .execute(ctx);

        assertThat(matched).isZero();
        assertThat(inIdOrder(ctx, WIDE.TX)).containsExactly((String) null);
    }

    @Test
    @DisplayName("C.3 #121 the same with in (differs: was cut and matched)")
    void keyTooLongInCollection(DSLContext ctx) {
        SeedRows.wide(ctx, WIDE.CODE, "abcde");

        int matched = bulkUpdate(WIDE, String.class)
                .key(WIDE.CODE, in())
                .from(List::of)
                .set(WIDE.TX)
                .from(code -> "hit")
                .rows("abcdefgh")
                .execute(ctx);

        assertThat(matched).isZero();
        assertThat(inIdOrder(ctx, WIDE.TX)).containsExactly((String) null);
    }

    @TestFactory
    Stream<DynamicTest> keyIsNotRounded(DSLContext ctx) {
        SeedRows.decKey(ctx);
        return Stream.of(List.of("5", "1.239"), List.of("1.239", "5"), List.of("1.239"))
                .map(keys ->
                        dynamicTest("C.3 #124 no match for 1.24 (differs: the first row's key did): " + keys, () -> {
                            int matched = bulkUpdate(DECKEY, String.class)
                                    .key(DECKEY.K)
                                    .from(BigDecimal::new)
                                    .set(DECKEY.V)
                                    .from(key -> "new")
                                    .rows(keys)
                                    .execute(ctx);

                            assertThat(matched).isZero();
                            assertThat(inIdOrder(ctx, DECKEY.V)).containsExactly("old");
                        }));
    }

    @Test
    @DisplayName("C.3 #127 a ragged array of arrays is refused")
    void raggedArray(DSLContext ctx) {
        SeedRows.wide(ctx, WIDE.IA2, (Integer[][]) new Integer[][] {{1}});
        Integer[][] ragged = {{1}, {2, 3}};

        assertThat(refusalOf(() -> update(ctx, WIDE.IA2, List.<Integer[][]>of(ragged))))
                .startsWith("22");
    }

    @Test
    @DisplayName("C.3 #128 json with an escaped NUL is refused")
    void escapedNulInJson(DSLContext ctx) {
        SeedRows.wide(ctx, WIDE.JS, jsonb("1"));

        assertThat(refusalOf(() -> update(ctx, WIDE.JS, List.of(jsonb("\"a\\u0000b\"")))))
                .isEqualTo("22P05");
    }

    @Test
    @DisplayName("C.3 #130 json scalars")
    void jsonScalars(DSLContext ctx) {
        SeedRows.wide(ctx, WIDE.JS, null, null, null);
        List<JSONB> scalars = List.of(jsonb("\"s\""), jsonb("5"), jsonb("true"));

        assertThat(update(ctx, WIDE.JS, scalars)).isEqualTo(3);
        assertThat(inIdOrder(ctx, WIDE.JS)).isEqualTo(scalars);
    }

    /** Row 1 gets the first value, row 2 the second, … */
    private static <T> int update(DSLContext ctx, TableField<WideRecord, T> column, List<T> values) {
        return bulkUpdate(WIDE, Integer.class)
                .key(WIDE.ID)
                .from(id -> id)
                .set(column)
                .from(id -> values.get(id - 1))
                .rows(IntStream.rangeClosed(1, values.size()).boxed())
                .execute(ctx);
    }

    /** Arrays have no equals, and a timestamptz comes back at the offset of the session. */
    private static <T> int compare(T actual, T expected) {
        boolean equal = actual instanceof OffsetDateTime a && expected instanceof OffsetDateTime b
                ? a.isEqual(b)
                : Arrays.deepEquals(new Object[] {actual}, new Object[] {expected});
        return equal ? 0 : 1;
    }

    private static YearToSecond interval(int days, int hours) {
        return YearToSecond.valueOf(Duration.ofDays(days).plusHours(hours));
    }
}
