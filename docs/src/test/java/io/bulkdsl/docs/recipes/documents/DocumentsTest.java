// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.documents;

import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.NOT_FOUND;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.docs.db.Tables.PROFILE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.Outcome;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.docs.recipes.documents.Documents.Forgotten;
import io.bulkdsl.testkit.PostgresTest;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents changed in part, with nulls, the same keys again, and values that are no objects. */
@PostgresTest(migrations = "classpath:db/migration")
class DocumentsTest {

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2020-01-01T00:00:00Z");

    @BeforeEach
    void writeProfiles(DSLContext ctx) {
        ctx.insertInto(PROFILE)
                .values(
                        1L,
                        JSONB.jsonb("{\"theme\": \"dark\", \"mail\": {\"weekly\": true, \"daily\": false}}"),
                        LONG_AGO)
                .values(2L, JSONB.jsonb("{\"theme\": \"light\"}"), LONG_AGO)
                .execute();
    }

    @Test
    void mergingIsAnUpsert() {
        assertThatSql(Documents.MERGE.rows(Patch.of(1, "{}"), Patch.of(2, "{}")))
                .rendersSql("""
                        insert into "public"."profile" ("user_id", "settings", "changed_at")
                        select "incoming"."user_id", "incoming"."settings", now()
                        from (values (?, cast(? as jsonb)), (?, cast(? as jsonb))) as "incoming" ("user_id", "settings")
                        where (not exists (
                          select 1
                          from "public"."profile"
                          where (
                            "public"."profile"."user_id" = "incoming"."user_id"
                            and not ("public"."profile"."settings" is distinct from coalesce(
                              "public"."profile"."settings" || "incoming"."settings",
                              "incoming"."settings",
                              "public"."profile"."settings"))
                          )
                        ))
                        order by "incoming"."user_id"
                        on conflict ("user_id") do update
                        set
                          "settings" = coalesce(
                            "public"."profile"."settings" || excluded."settings",
                            excluded."settings",
                            "public"."profile"."settings"),
                          "changed_at" = now()
                        where "public"."profile"."settings" is distinct from coalesce(
                          "public"."profile"."settings" || excluded."settings",
                          excluded."settings",
                          "public"."profile"."settings")
                        """);
    }

    @Test
    void aDeepValueIsSetByAnExpression() {
        assertThatSql(Documents.SET_WEEKLY.rows(Patch.of(1, "false"), Patch.of(2, "false")))
                .rendersSql("""
                        update "public"."profile"
                        set
                          "settings" = coalesce(
                            jsonb_set("public"."profile"."settings", array['mail', 'weekly'], "incoming"."settings"),
                            "public"."profile"."settings"),
                          "changed_at" = now()
                        from (values (?, cast(? as jsonb)), (?, cast(? as jsonb))) as "incoming" ("user_id", "settings")
                        where (
                          "public"."profile"."user_id" = "incoming"."user_id"
                          and "public"."profile"."settings" is distinct from coalesce(
                            jsonb_set("public"."profile"."settings", array['mail', 'weekly'], "incoming"."settings"),
                            "public"."profile"."settings")
                        )
                        """);
    }

    @Test
    void mergesTheKeysGiven(DSLContext ctx) {
        var outcomes = Documents.MERGE
                .rows(
                        Patch.of(1, "{\"theme\": \"light\", \"size\": 12}"),
                        Patch.of(2, "{\"theme\":\"light\"}"),
                        Patch.of(3, "{\"size\": 9}"))
                .fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UPDATED, UNCHANGED, INSERTED);
        assertThat(settings(ctx, 1))
                .isEqualTo("{\"mail\": {\"daily\": false, \"weekly\": true}, \"size\": 12, \"theme\": \"light\"}");
        assertThat(settings(ctx, 3)).isEqualTo("{\"size\": 9}");
        assertThat(ctx.fetchValues(PROFILE.USER_ID, PROFILE.CHANGED_AT.ne(LONG_AGO)))
                .containsExactlyInAnyOrder(1L, 3L);
    }

    /** Documents have no order of keys and no white space, and 1.0 is 1. */
    @Test
    void theSameDocumentWrittenOtherwiseIsUnchanged(DSLContext ctx) {
        Documents.MERGE.rows(Patch.of(2, "{\"size\": 1.0}")).execute(ctx);
        assertThat(Documents.MERGE
                        .rows(Patch.of(1, "{\"mail\":{\"daily\":false,\"weekly\":true}}"), Patch.of(2, "{\"size\": 1}"))
                        .execute(ctx))
                .isZero();
    }

    @Test
    void mergingIsShallow(DSLContext ctx) {
        Documents.MERGE.rows(Patch.of(1, "{\"mail\": {\"weekly\": false}}")).execute(ctx);
        assertThat(settings(ctx, 1)).isEqualTo("{\"mail\": {\"weekly\": false}, \"theme\": \"dark\"}");
    }

    @Test
    void setsADeepValueWhereThereIsItsParent(DSLContext ctx) {
        var outcomes = Documents.SET_WEEKLY
                .rows(Patch.of(1, "false"), Patch.of(2, "false"), Patch.of(3, "false"))
                .fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UPDATED, UNCHANGED, NOT_FOUND);
        assertThat(settings(ctx, 1))
                .isEqualTo("{\"mail\": {\"daily\": false, \"weekly\": false}, \"theme\": \"dark\"}");
        assertThat(settings(ctx, 2)).isEqualTo("{\"theme\": \"light\"}");
    }

    @Test
    void forgetsAKey(DSLContext ctx) {
        var outcomes = Documents.FORGET
                .rows(new Forgotten(1, "mail"), new Forgotten(2, "mail"))
                .fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UPDATED, UNCHANGED);
        assertThat(settings(ctx, 1)).isEqualTo("{\"theme\": \"dark\"}");
    }

    @Test
    void nullChangesNothingAndJsonsNullIsAValue(DSLContext ctx) {
        assertThat(Documents.MERGE.rows(new Patch(1, null)).execute(ctx)).isZero();
        assertThat(Documents.SET_WEEKLY.rows(new Patch(1, null)).execute(ctx)).isZero();
        Documents.SET_WEEKLY.rows(Patch.of(1, "null")).execute(ctx);
        assertThat(settings(ctx, 1)).isEqualTo("{\"mail\": {\"daily\": false, \"weekly\": null}, \"theme\": \"dark\"}");
        assertThatThrownBy(() -> Documents.MERGE.rows(new Patch(3, null)).execute(ctx))
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.sqlState()).isEqualTo("23502"));
    }

    @Test
    void aUserTwiceIsRefused(DSLContext ctx) {
        assertThatThrownBy(() -> Documents.MERGE
                        .rows(Patch.of(1, "{}"), Patch.of(1, "{}"))
                        .execute(ctx))
                .isInstanceOf(InvalidRowException.class);
        assertThatThrownBy(() -> Documents.MERGE.duplicates(Duplicates.FOLD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textThatIsNoJsonIsRefusedAndNamed(DSLContext ctx) {
        assertThatThrownBy(() -> Documents.MERGE
                        .rows(Patch.of(1, "{\"a\": 1}"), Patch.of(2, "{a}"))
                        .execute(ctx))
                .isInstanceOfSatisfying(BulkException.class, e -> {
                    assertThat(e.sqlState()).isEqualTo("22P02");
                    assertThat(e.failure().rowNumbers()).containsExactly(2);
                });
        assertThat(settings(ctx, 1)).doesNotContain("\"a\"");
    }

    private static String settings(DSLContext ctx, long user) {
        return ctx.fetchValue(PROFILE.SETTINGS, PROFILE.USER_ID.eq(user)).data();
    }
}
