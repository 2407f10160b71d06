// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which keys are one and the same is what the column makes of them: trailing blanks, lengths, scales, microseconds. */
@NotVia(because = "names the sources itself")
@PostgresTest(migrations = "classpath:db/migration")
class EqualKeysTest {

    record Count(String key, float n) {}

    record Coded(String code, long n) {}

    record Numbers(int id, BigDecimal... key) {}

    // spotless:off
    private static final BulkUpdate<KindsRecord, Count> BY_CHAR = bulkUpdate(KINDS, Count.class)
            .key(KINDS.A_CHAR).from(Count::key)
            .set(KINDS.A_REAL, incr()).from(Count::n);

    private static final BulkUpsert<KindsRecord, Count> STORED_CHAR = bulkUpsert(KINDS, Count.class)
            .key(KINDS.A_CHAR).from(Count::key)
            .set(KINDS.A_REAL, incr()).from(Count::n)
            .setOnInsert(KINDS.ID).from(count -> (int) count.n());

    private static final BulkUpdate<WideRecord, Coded> BY_CODE = bulkUpdate(WIDE, Coded.class)
            .key(WIDE.CODE).from(Coded::code)
            .set(WIDE.BI, incr()).from(Coded::n);

    private static final BulkUpsert<WideRecord, Coded> STORED_CODE = bulkUpsert(WIDE, Coded.class)
            .key(WIDE.CODE).from(Coded::code)
            .set(WIDE.BI, incr()).from(Coded::n);
    // spotless:on

    private static final List<Count> BLANKS = List.of(new Count("ab", 1), new Count("ab ", 10), new Count(" ab", 100));

    private static final List<Coded> TOO_LONG =
            List.of(new Coded("abcde", 1), new Coded("abcde ", 10), new Coded("abcd ", 100));

    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST", "COPY"})
    void noTrailingBlankOfACharCounts(RowSource source, DSLContext ctx) {
        ctx.insertInto(KINDS, KINDS.ID, KINDS.A_CHAR, KINDS.A_REAL)
                .values(1, "ab", 0f)
                .execute();
        assertSame(() -> BY_CHAR.rows(BLANKS).via(source).execute(ctx), "kinds.a_char");
        assertThat(BY_CHAR.duplicates(FOLD).rows(BLANKS).via(source).execute(ctx))
                .isEqualTo(1);
        assertThat(ctx.fetchValues(KINDS.A_REAL)).containsExactly(11f);
        assertThat(OutcomeText.of(
                        BY_CHAR.duplicates(LAST).rows(BLANKS).via(source).fetchOutcomes(ctx)))
                .containsExactly("1 DUPLICATE", "2 UPDATED", "3 NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST", "COPY"})
    void charsThatAreStored(RowSource source, DSLContext ctx) {
        var keyNotUnique = STORED_CHAR.keyNotUnique();
        assertSame(() -> keyNotUnique.rows(BLANKS).via(source).execute(ctx), "kinds.a_char");
        assertThat(keyNotUnique.duplicates(FOLD).rows(BLANKS).via(source).execute(ctx))
                .isEqualTo(2);
        ctx.execute("create unique index on kinds (a_char)");
        assertSame(() -> STORED_CHAR.rows(BLANKS).via(source).execute(ctx), "kinds.a_char");
        assertThat(STORED_CHAR.duplicates(FOLD).rows(BLANKS).via(source).execute(ctx))
                .isEqualTo(2);
        assertThat(ctx.fetchValues(KINDS.A_REAL)).containsExactlyInAnyOrder(22f, 200f);
    }

    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST", "COPY"})
    void blanksThatAColumnIsTooShortForAreDropped(RowSource source, DSLContext ctx) {
        for (var upsert : List.of(STORED_CODE, STORED_CODE.keyNotUnique())) {
            assertSame(() -> upsert.rows(TOO_LONG).via(source).execute(ctx), "wide.code");
            assertThat(upsert.duplicates(FOLD).rows(TOO_LONG).via(source).execute(ctx))
                    .isEqualTo(2);
            assertThatThrownBy(() -> upsert.rows(new Coded("abcdef", 1), new Coded("abcdeg", 1))
                            .via(source)
                            .execute(ctx))
                    .isInstanceOfSatisfying(
                            BulkException.class, e -> assertThat(e.sqlState()).isEqualTo("22001"));
        }
        assertThat(ctx.selectFrom(WIDE).fetch(wide -> wide.getCode() + wide.getBi()))
                .containsExactlyInAnyOrder("abcde22", "abcd 200");
        assertThat(BY_CODE.rows(TOO_LONG).via(source).execute(ctx))
                .as("nothing is assigned in an update's key")
                .isEqualTo(2);
    }

    @EnumSource(names = {"AUTO", "COPY"})
    @ParameterizedTest
    void inStreams(RowSource source, DSLContext ctx) {
        assertSame(() -> BY_CHAR.rows(BLANKS.stream()).via(source).execute(ctx), "kinds.a_char");
        assertSame(() -> STORED_CODE.rows(TOO_LONG.stream()).via(source).execute(ctx), "wide.code");
        assertThat(STORED_CODE
                        .duplicates(LAST)
                        .rows(TOO_LONG.stream())
                        .via(source)
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(ctx.fetchValues(WIDE.BI)).containsExactlyInAnyOrder(10L, 100L);
    }

    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST", "COPY"})
    void numbersInArraysAreRounded(RowSource source, DSLContext ctx) {
        // spotless:off
        var byNumbers = bulkUpsert(KINDS, Numbers.class)
                .key(KINDS.NUMBERS).from(Numbers::key)
                .set(KINDS.A_REAL).from(numbers -> (float) numbers.id())
                .setOnInsert(KINDS.ID).from(Numbers::id)
                .keyNotUnique();
        // spotless:on
        var rows = List.of(new Numbers(1, new BigDecimal("1.001")), new Numbers(2, new BigDecimal("1.002")));
        assertSame(() -> byNumbers.rows(rows).via(source).execute(ctx), "kinds.numbers");
        assertThat(byNumbers.duplicates(LAST).rows(rows).via(source).execute(ctx))
                .isEqualTo(1);
        assertThat(ctx.fetchValues(KINDS.ID)).containsExactly(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST", "COPY"})
    void halfAMicrosecondGoesTheServersWay(RowSource source, DSLContext ctx) {
        // spotless:off
        var byTime = bulkUpdate(KINDS, LocalDateTime.class)
                .key(KINDS.A_TIMESTAMP).from(time -> time)
                .set(KINDS.A_REAL).from(time -> 1f);
        // spotless:on
        LocalDateTime time = LocalDateTime.of(2020, 1, 1, 0, 0);
        LocalDateTime even = time.plusNanos(123_456_000);
        assertSame(() -> byTime.rows(even, even.plusNanos(500)).via(source).execute(ctx), "kinds.a_timestamp");
        ctx.insertInto(KINDS, KINDS.ID, KINDS.A_TIMESTAMP)
                .values(1, time.plusNanos(2_000))
                .values(2, time.plusNanos(3_000))
                .execute();
        assertThat(byTime.rows(time.plusNanos(2_500), time.plusNanos(3_000))
                        .via(source)
                        .execute(ctx))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST", "COPY"})
    void theEndOfADayIsNotItsBeginning(RowSource source, DSLContext ctx) {
        // spotless:off
        var byTime = bulkUpsert(WIDE, LocalTime.class)
                .key(WIDE.TI).from(time -> time)
                .set(WIDE.TX).from(LocalTime::toString)
                .keyNotUnique();
        // spotless:on
        byTime.rows(LocalTime.MIDNIGHT, LocalTime.MAX).via(source).execute(ctx);
        assertThat(ctx.select(WIDE.TI.cast(SQLDataType.VARCHAR)).from(WIDE).fetch(Record1::value1))
                .containsExactlyInAnyOrder("00:00:00", "24:00:00");
    }

    private static void assertSame(ThrowingCallable call, String column) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 2, column " + column + ": the same key as in row 1");
    }
}
