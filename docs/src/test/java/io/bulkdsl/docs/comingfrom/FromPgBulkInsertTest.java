// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.comingfrom;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.docs.db.Tables.MACHINE_READING;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.docs.db.tables.records.MachineReadingRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What PgBulkInsert does, by bulkInsert. */
@PostgresTest(migrations = "classpath:db/migration")
class FromPgBulkInsertTest {

    record Reading(String machine, OffsetDateTime at, double degrees) {}

    // spotless:off
    static final BulkInsert<MachineReadingRecord, Reading> READ = bulkInsert(MACHINE_READING, Reading.class)
            .set(MACHINE_READING.MACHINE).from(Reading::machine)
            .set(MACHINE_READING.READ_AT).from(Reading::at)
            .set(MACHINE_READING.DEGREES).from(Reading::degrees);
    // spotless:on

    private static final OffsetDateTime MIDNIGHT = OffsetDateTime.of(2026, 11, 21, 0, 0, 0, 0, ZoneOffset.UTC);

    private static Stream<Reading> readings(long count) {
        return LongStream.range(0, count)
                .mapToObj(second -> new Reading("lathe", MIDNIGHT.plusSeconds(second), second / 10.0));
    }

    @Test
    void aStreamIsCopiedWhileItIsRead(DSLContext ctx) {
        int inserted = READ.rows(readings(10_000)).execute(ctx);

        assertThat(inserted).isEqualTo(10_000);
        assertThat(ctx.fetchCount(MACHINE_READING)).isEqualTo(10_000);
    }

    @Test
    void aCollectionSaysHowItGoes(DSLContext ctx) {
        assertThat(READ.rows(readings(10_000).toList()).explain(ctx)).startsWith("COPY: 10,000 rows of 3 values");
    }

    @Test
    void aRowIsAnInsert() {
        assertThatSql(READ.rows(readings(1))).rendersSql("""
                        insert into "public"."machine_reading" ("machine", "read_at", "degrees")
                        select "incoming"."machine", "incoming"."read_at", "incoming"."degrees"
                        from (values (?, cast(? as timestamp(6) with time zone), cast(? as double precision))) as "incoming" ("machine", "read_at", "degrees")
                        """);
    }

    @Test
    void aSourceThatThrowsLeavesNothing(DSLContext ctx) {
        Stream<Reading> failing = readings(10_000).peek(reading -> {
            if (reading.degrees() == 900) {
                throw new IllegalStateException("the file ends here");
            }
        });

        assertThatIllegalStateException().isThrownBy(() -> READ.rows(failing).execute(ctx));

        assertThat(ctx.fetchCount(MACHINE_READING)).isZero();
    }

    @Test
    void rowsThatAreThereMayBeLeftOut(DSLContext ctx) {
        READ.rows(readings(3)).execute(ctx);

        int inserted = READ.onConflictDoNothing().rows(readings(5)).execute(ctx);

        assertThat(inserted).isEqualTo(2);
    }

    @Test
    void badRowsAreHandedOver(DSLContext ctx) {
        List<Rejected<Reading>> bad = new ArrayList<>();
        List<Reading> readings = new ArrayList<>(readings(100).toList());
        readings.set(41, new Reading("lathe", null, 4));

        Progress done = READ.rows(readings)
                .batchSize(50)
                .onReject(bad::add)
                .maxRejects(10)
                .execute(ctx);

        assertThat(done.written()).isEqualTo(99);
        assertThat(bad).extracting(Rejected::rowNumber).containsExactly(42);
    }

    @Test
    void textWithNulIsRefusedNotStripped(DSLContext ctx) {
        Throwable refused = catchThrowable(
                () -> READ.rows(new Reading("la\u0000the", MIDNIGHT, 1)).execute(ctx));

        assertThat(refused).hasMessageContaining("the text contains the character NUL");
    }
}
