// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.tags;

import static io.bulkdsl.contract.Status.NOT_FOUND;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.docs.db.Tables.NOTE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.Outcome;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.docs.recipes.Waiting;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tags added and removed; twice, at once, and of notes that aren't there. */
@PostgresTest(migrations = "classpath:db/migration")
@Timeout(120)
class TagsTest {

    private static final String @Nullable [] NONE = null;

    @BeforeEach
    void writeNotes(DSLContext ctx) {
        ctx.insertInto(NOTE)
                .values(1L, new String[] {"draft", "java"})
                .values(2L, new String[] {})
                .execute();
    }

    @Test
    void addingIsAnUpdate() {
        assertThatSql(Tags.ADD.rows(new Tagging(1, "sql"), new Tagging(2, "sql", "java")))
                .rendersSql("""
                        update "public"."note"
                        set "tags" = case
                          when "incoming"."tags" is null then "public"."note"."tags"
                          else array(
                            select e
                            from unnest(("public"."note"."tags" || "incoming"."tags")) with ordinality as u (e, n)
                            group by e
                            order by min(n))
                          end
                        from (values (?, cast(? as text[])), (?, cast(? as text[]))) as "incoming" ("id", "tags")
                        where (
                          "public"."note"."id" = "incoming"."id"
                          and "public"."note"."tags" is distinct from case
                            when "incoming"."tags" is null then "public"."note"."tags"
                            else array(
                              select e
                              from unnest(("public"."note"."tags" || "incoming"."tags")) with ordinality as u (e, n)
                              group by e
                              order by min(n))
                            end
                        )
                        """);
    }

    @Test
    void removingOneTagIsAnUpdate() {
        assertThatSql(Tags.REMOVE_DRAFT.rows(1L, 2L)).rendersSql("""
                        update "public"."note"
                        set "tags" = case
                          when "incoming"."tags" is null then "public"."note"."tags"
                          else array_remove("public"."note"."tags", "incoming"."tags")
                          end
                        from (values (?, ?), (?, ?)) as "incoming" ("id", "tags")
                        where (
                          "public"."note"."id" = "incoming"."id"
                          and "public"."note"."tags" is distinct from case
                            when "incoming"."tags" is null then "public"."note"."tags"
                            else array_remove("public"."note"."tags", "incoming"."tags")
                            end
                        )
                        """).withBinds(1L, "draft", 2L, "draft");
    }

    @Test
    void addsWhatIsntThere(DSLContext ctx) {
        assertThat(Tags.ADD
                        .rows(new Tagging(1, "sql", "java"), new Tagging(2, "b", "a", "b"))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(tags(ctx, 1)).containsExactly("draft", "java", "sql");
        assertThat(tags(ctx, 2)).containsExactly("b", "a");
    }

    @Test
    void whatIsThereAlreadyIsntWritten(DSLContext ctx) {
        var outcomes = Tags.ADD
                .rows(new Tagging(1, "java"), new Tagging(2, "java"), new Tagging(3, "java"), new Tagging(1, NONE))
                .fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UNCHANGED, UPDATED, NOT_FOUND, UNCHANGED);
    }

    @Test
    void aNoteThatComesTwiceGetsTheTagsOfBoth(DSLContext ctx) {
        var both = List.of(new Tagging(1, "sql"), new Tagging(1, "db", "sql"));
        assertThat(Tags.ADD.rows(both).execute(ctx)).isEqualTo(1);
        assertThat(tags(ctx, 1)).containsExactly("draft", "java", "sql", "db");

        assertThatThrownBy(() -> Tags.REMOVE.rows(both).execute(ctx)).isInstanceOf(InvalidRowException.class);
        assertThatThrownBy(() -> Tags.REMOVE_DRAFT.duplicates(Duplicates.FOLD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void removesOneTagOrMany(DSLContext ctx) {
        assertThat(Tags.REMOVE_DRAFT.rows(1L, 2L, 3L).execute(ctx)).isEqualTo(1);
        assertThat(tags(ctx, 1)).containsExactly("java");

        Tags.ADD.rows(new Tagging(1, "a", "b", "c")).execute(ctx);
        assertThat(Tags.REMOVE
                        .rows(new Tagging(1, "b", "java"), new Tagging(2, "b"))
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(tags(ctx, 1)).containsExactly("a", "c");
        Tags.REMOVE.rows(new Tagging(1, "a", "c")).execute(ctx);
        assertThat(tags(ctx, 1)).isEmpty();
    }

    @Test
    void noTagsRemoveNothing(DSLContext ctx) {
        assertThat(Tags.REMOVE.rows(new Tagging(1), new Tagging(2, NONE)).execute(ctx))
                .isZero();
        assertThat(Tags.REMOVE.rows(new Tagging(1, NONE)).execute(ctx)).isZero();
        assertThat(tags(ctx, 1)).containsExactly("draft", "java");
    }

    @Test
    void appendingKeepsWhatIsTwice(DSLContext ctx) {
        Tags.LOG.rows(new Tagging(1, "java", "x")).execute(ctx);
        assertThat(tags(ctx, 1)).containsExactly("draft", "java", "java", "x");
    }

    /** The second statement waits for the first, and adds to what that left. */
    @Test
    void twoAtATimeBothCount(DSLContext ctx) throws Exception {
        CompletableFuture<Void> second = ctx.transactionResult(first -> {
            Tags.ADD.rows(new Tagging(1, "first")).execute(first.dsl());
            var adding = CompletableFuture.runAsync(
                    () -> Tags.ADD.rows(new Tagging(1, "second")).execute(ctx));
            Waiting.untilASessionIsBlocked(ctx);
            return adding;
        });
        second.get(1, TimeUnit.MINUTES);
        assertThat(tags(ctx, 1)).containsExactly("draft", "java", "first", "second");
    }

    private static String[] tags(DSLContext ctx, long note) {
        return ctx.fetchValue(NOTE.TAGS, NOTE.ID.eq(note));
    }
}
