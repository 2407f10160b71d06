// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.softdelete;

import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.docs.db.Tables.EMPLOYEE;
import static io.bulkdsl.docs.db.Tables.MAILBOX;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.Outcome;
import io.bulkdsl.contract.SyncRefusedException;
import io.bulkdsl.testkit.PostgresTest;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Who goes is marked; what becomes of who comes back depends on what the key is unique among. */
@PostgresTest(migrations = "classpath:db/migration")
class SoftDeleteTest {

    private static final Person EMMA = new Person("1", "Emma");
    private static final Person OTTO = new Person("2", "Otto");

    @Test
    void marksAndUpserts() {
        var queries = Staff.DIRECTORY.rows(EMMA, OTTO).queries();
        assertThatSql(queries.get(0)).rendersSql("""
                        update "public"."employee"
                        set "left_at" = now()
                        where (
                          true
                          and "public"."employee"."left_at" is null
                          and (not exists (
                            select 1
                            from (values (?), (?)) as "incoming" ("number")
                            where "public"."employee"."number" = cast("incoming"."number" as text)
                          ))
                        )
                        """);
        assertThatSql(queries.get(1)).rendersSql("""
                        insert into "public"."employee" ("number", "name")
                        select "incoming"."number", "incoming"."name"
                        from (values (?, ?), (?, ?)) as "incoming" ("number", "name")
                        where (not exists (
                          select 1
                          from "public"."employee"
                          where (
                            "public"."employee"."number" = "incoming"."number"
                            and not (
                              "public"."employee"."name" is distinct from "incoming"."name"
                              or "public"."employee"."left_at" is distinct from cast(null as timestamp(6) with time zone)
                            )
                          )
                        ))
                        order by "incoming"."number"
                        on conflict ("number") do update
                        set
                          "name" = excluded."name",
                          "left_at" = cast(null as timestamp(6) with time zone)
                        where (
                          true
                          and (
                            "public"."employee"."name" is distinct from excluded."name"
                            or "public"."employee"."left_at" is distinct from cast(null as timestamp(6) with time zone)
                          )
                        )
                        """);
    }

    @Test
    void whoIsMissingIsMarkedAndWhoComesBackLosesTheMark(DSLContext ctx) {
        Staff.DIRECTORY.rows(EMMA, OTTO).execute(ctx);

        assertThat(Staff.DIRECTORY.rows(EMMA).fetchOutcomes(ctx).totals().deleted())
                .isEqualTo(1);
        OffsetDateTime left = leftAt(ctx, OTTO);
        assertThat(left).isNotNull();
        assertThat(leftAt(ctx, EMMA)).isNull();

        assertThat(Staff.DIRECTORY.rows(EMMA).execute(ctx)).isZero();
        assertThat(leftAt(ctx, OTTO)).isEqualTo(left);

        var back = Staff.DIRECTORY.rows(EMMA, OTTO).fetchOutcomes(ctx);
        assertThat(back.stream().map(Outcome::status)).containsExactly(UNCHANGED, UPDATED);
        assertThat(leftAt(ctx, OTTO)).isNull();
    }

    @Test
    void aDirectoryThatWasCutOffIsRefused(DSLContext ctx) {
        Person ada = new Person("3", "Ada");
        Staff.DIRECTORY.rows(EMMA, OTTO, ada).execute(ctx);
        assertThatThrownBy(() -> Staff.DIRECTORY.rows(EMMA).execute(ctx)).isInstanceOf(SyncRefusedException.class);
        assertThatThrownBy(() -> Staff.DIRECTORY.rows().execute(ctx)).isInstanceOf(SyncRefusedException.class);
        assertThat(ctx.fetchCount(EMPLOYEE, EMPLOYEE.LEFT_AT.isNull())).isEqualTo(3);
    }

    @Test
    void anOpenMailboxIsFoundByThePartialIndex() {
        assertThatSql(Mailboxes.OPEN.rows(new Box("info", "Emma")).queries().get(1))
                .rendersSql("""
                        insert into "public"."mailbox" ("address", "owner")
                        select "incoming"."address", "incoming"."owner"
                        from (values (?, ?)) as "incoming" ("address", "owner")
                        where (not exists (
                          select 1
                          from "public"."mailbox"
                          where (
                            "public"."mailbox"."closed_at" is null
                            and "public"."mailbox"."address" = "incoming"."address"
                            and not (
                              "public"."mailbox"."owner" is distinct from "incoming"."owner"
                              or "public"."mailbox"."closed_at" is distinct from cast(null as timestamp(6) with time zone)
                            )
                          )
                        ))
                        order by "incoming"."address"
                        on conflict ("address") where "closed_at" is null do update
                        set
                          "owner" = excluded."owner",
                          "closed_at" = cast(null as timestamp(6) with time zone)
                        where (
                          "public"."mailbox"."closed_at" is null
                          and (
                            "public"."mailbox"."owner" is distinct from excluded."owner"
                            or "public"."mailbox"."closed_at" is distinct from cast(null as timestamp(6) with time zone)
                          )
                        )
                        """);
    }

    @Test
    void anAddressThatWasClosedIsOpenedAsAnotherMailbox(DSLContext ctx) {
        Box info = new Box("info", "Emma");
        Box sales = new Box("sales", "Otto");
        Mailboxes.OPEN.rows(info, sales).execute(ctx);
        Mailboxes.OPEN.rows(info).execute(ctx);

        var outcomes = Mailboxes.OPEN.rows(info, new Box("sales", "Ada")).fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UNCHANGED, INSERTED);
        assertThat(ctx.selectFrom(MAILBOX)
                        .where(MAILBOX.ADDRESS.eq("sales"))
                        .orderBy(MAILBOX.ID)
                        .fetch(box -> box.getOwner() + (box.getClosedAt() == null ? " open" : " closed")))
                .isEqualTo(List.of("Otto closed", "Ada open"));
        assertThat(Mailboxes.OPEN.rows(info, new Box("sales", "Ada")).execute(ctx))
                .isZero();
    }

    private static OffsetDateTime leftAt(DSLContext ctx, Person person) {
        return ctx.fetchSingle(EMPLOYEE, EMPLOYEE.NUMBER.eq(person.number())).getLeftAt();
    }
}
