// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.lastseen;

import static io.bulkdsl.docs.db.Tables.DEVICE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testkit.PostgresTest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Messages that come late, twice, at once, or broken. */
@PostgresTest(migrations = "classpath:db/migration")
class LastSeenTest {

    @Test
    void theMessagesOfADeviceAreOneRow() {
        assertThatSql(LastSeen.SEEN.rows(message("lamp", 9), message("door", 8), message("lamp", 7)))
                .rendersSql("""
                        insert into "public"."device" ("id", "first_seen", "last_seen")
                        select "incoming"."id", "incoming"."first_seen", "incoming"."last_seen"
                        from (values
                          (?, cast(? as timestamp(6) with time zone), cast(? as timestamp(6) with time zone)),
                          (?, cast(? as timestamp(6) with time zone), cast(? as timestamp(6) with time zone))
                        ) as "incoming" ("id", "first_seen", "last_seen")
                        where (not exists (
                          select 1
                          from "public"."device"
                          where (
                            "public"."device"."id" = "incoming"."id"
                            and not (
                              "public"."device"."first_seen" is distinct from least("public"."device"."first_seen", "incoming"."first_seen")
                              or "public"."device"."last_seen" is distinct from greatest("public"."device"."last_seen", "incoming"."last_seen")
                            )
                          )
                        ))
                        order by "incoming"."id"
                        on conflict ("id") do update
                        set
                          "first_seen" = least("public"."device"."first_seen", excluded."first_seen"),
                          "last_seen" = greatest("public"."device"."last_seen", excluded."last_seen")
                        where (
                          "public"."device"."first_seen" is distinct from least("public"."device"."first_seen", excluded."first_seen")
                          or "public"."device"."last_seen" is distinct from greatest("public"."device"."last_seen", excluded."last_seen")
                        )
                        """)
                .withBinds("lamp", at(7), at(9), "door", at(8), at(8));
    }

    @Test
    void aLateMessageDoesntGoBack(DSLContext ctx) {
        assertThat(LastSeen.record(List.of(message("lamp", 9), message("door", 8)), ctx))
                .isEqualTo(2);
        assertThat(LastSeen.record(List.of(message("lamp", 7), message("lamp", 8)), ctx))
                .isEqualTo(1);
        assertThat(seen(ctx, "lamp")).isEqualTo("07 to 09");
        assertThat(LastSeen.record(List.of(message("lamp", 12)), ctx)).isEqualTo(1);
        assertThat(seen(ctx, "lamp")).isEqualTo("07 to 12");
    }

    @Test
    void whatIsKnownIsNotWrittenAgain(DSLContext ctx) {
        List<Message> messages = List.of(message("lamp", 9), message("door", 8), message("lamp", 7));
        LastSeen.record(messages, ctx);
        Object version = ctx.fetchValue("select xmin from device where id = 'lamp'");
        assertThat(LastSeen.record(messages, ctx)).isZero();
        assertThat(LastSeen.record(List.of(message("lamp", 8)), ctx)).isZero();
        assertThat(ctx.fetchValue("select xmin from device where id = 'lamp'")).isEqualTo(version);
    }

    @Test
    void aMessageWithoutATimeCountsForADeviceThatIsKnown(DSLContext ctx) {
        LastSeen.record(List.of(message("lamp", 9)), ctx);
        assertThat(LastSeen.record(List.of(new Message("lamp", null, "on")), ctx))
                .isZero();
        assertThatThrownBy(() -> LastSeen.record(List.of(message("lamp", 10), new Message("door", null, "on")), ctx))
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.sqlState()).isEqualTo("23502"));
        assertThatThrownBy(() -> LastSeen.record(List.of(message(null, 10)), ctx))
                .isInstanceOf(InvalidRowException.class);
        assertThat(seen(ctx, "lamp")).isEqualTo("09 to 09");
    }

    @Test
    void badMessagesAreLeftOut(DSLContext ctx) {
        List<Integer> bad = new ArrayList<>();
        LastSeen.SEEN
                .rows(message("lamp", 9), new Message("door", null, "on"), message(null, 8), message("bell", 8))
                .batchSize(1_000)
                .onReject(row -> bad.add(row.rowNumber()))
                .execute(ctx);
        assertThat(bad).containsExactlyInAnyOrder(2, 3);
        assertThat(ctx.fetchValues(DEVICE.ID)).containsExactlyInAnyOrder("lamp", "bell");
    }

    @Test
    void theStateIsWrittenWhereTheMessageIsLater() {
        assertThatSql(LastSeen.STATE.rows(message("lamp", 9))).rendersSql("""
                        insert into "public"."device" ("id", "first_seen", "last_seen", "state")
                        select "incoming"."id", "incoming"."first_seen", "incoming"."last_seen", "incoming"."state"
                        from (values
                          (?, cast(? as timestamp(6) with time zone), cast(? as timestamp(6) with time zone), ?)
                        ) as "incoming" ("id", "first_seen", "last_seen", "state")
                        order by "incoming"."id"
                        on conflict ("id") do update
                        set
                          "last_seen" = excluded."last_seen",
                          "state" = excluded."state"
                        where "public"."device"."last_seen" < excluded."last_seen"
                        """);
    }

    @Test
    void aLateMessageDoesntReplaceTheState(DSLContext ctx) {
        LastSeen.STATE.rows(new Message("lamp", at(9), "on")).execute(ctx);
        assertThat(LastSeen.STATE.rows(new Message("lamp", at(8), "late")).execute(ctx))
                .isZero();
        assertThat(ctx.fetchValue(DEVICE.STATE)).isEqualTo("on");
        var sorted = List.of(new Message("lamp", at(10), "dim"), new Message("lamp", at(11), "off"));
        assertThat(LastSeen.STATE.rows(sorted).execute(ctx)).isEqualTo(1);
        assertThat(ctx.fetchValue(DEVICE.STATE)).isEqualTo("off");
        assertThat(seen(ctx, "lamp")).isEqualTo("09 to 11");
    }

    private static String seen(DSLContext ctx, String device) {
        var row = ctx.fetchSingle(DEVICE, DEVICE.ID.eq(device));
        return "%tH to %tH"
                .formatted(
                        row.getFirstSeen().withOffsetSameInstant(at(0).getOffset()),
                        row.getLastSeen().withOffsetSameInstant(at(0).getOffset()));
    }

    private static Message message(String device, int hour) {
        return new Message(device, at(hour), "on");
    }

    private static OffsetDateTime at(int hour) {
        return OffsetDateTime.parse("2026-11-21T00:00:00Z").plusHours(hour);
    }
}
