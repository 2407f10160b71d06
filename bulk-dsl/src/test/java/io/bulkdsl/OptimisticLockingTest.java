// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Documents.EDIT;
import static io.bulkdsl.Documents.SAVE;
import static io.bulkdsl.Documents.documentsIn;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.NOT_FOUND;
import static io.bulkdsl.contract.Status.STALE;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.testdb.public_.Tables.DOCUMENT;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.Documents.Edit;
import io.bulkdsl.testdb.public_.tables.records.DocumentRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jooq.exception.DataChangedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has been changed since it was read is never overwritten. */
@PostgresTest(migrations = "classpath:db/migration")
class OptimisticLockingTest {

    @BeforeEach
    void documents(DSLContext ctx) {
        Documents.write(ctx);
    }

    @Test
    void updatesWhatIsCurrent(DSLContext ctx) {
        assertThatSql(EDIT.rows(new Edit(1, "a", 1))).rendersSql("""
                        update "public"."document"
                        set "title" = "incoming"."title", "version" = (coalesce("public"."document"."version", 0) + 1)
                        from (values (?, ?, ?)) as "incoming" ("id", "version", "title")
                        where (
                          "public"."document"."id" = "incoming"."id"
                          and "public"."document"."version" is not distinct from "incoming"."version")
                        """).withBinds(1, 1, "a");
        assertThat(EDIT.rows(new Edit(1, "a", 1), new Edit(2, "b", 2)).execute(ctx))
                .isEqualTo(2);
        assertThat(documentsIn(ctx)).containsExactly("1 a 2", "2 b 3", "3 title 3 3");
    }

    @Test
    void tellsWhatIsStaleAndWritesTheOthers(DSLContext ctx) {
        var outcomes = EDIT.rows(new Edit(1, "a", 0), new Edit(9, "n", 1), new Edit(2, "b", 2), new Edit(3, "c", null))
                .returning(DOCUMENT.VERSION, DOCUMENT.TITLE)
                .fetchOutcomesWithOld(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(STALE, NOT_FOUND, UPDATED, STALE);
        assertThat(outcomes.rows().get(0).record().orElseThrow().value1()).isEqualTo(1);
        assertThat(outcomes.rows().get(2).record().orElseThrow().value1()).isEqualTo(3);
        assertThat(outcomes.rows().get(2).oldRecord().orElseThrow().value1()).isEqualTo(2);
        assertThat(outcomes.totals()).isEqualTo(new Totals(0, 1, 0, 0, 1, 2, 0, 0, 0));
        assertThat(documentsIn(ctx)).containsExactly("1 title 1 1", "2 b 3", "3 title 3 3");
    }

    @Test
    void failsAsAWholeIfNotAskedForOutcomes(DSLContext ctx) {
        var rows = List.of(new Edit(1, "a", 1), new Edit(2, "b", 7), new Edit(4, "d", null));
        var before = documentsIn(ctx);
        for (BulkStatement<Edit> statement : List.of(EDIT.rows(rows), SAVE.rows(rows))) {
            for (Callable<?> call : List.<Callable<?>>of(
                    () -> statement.execute(ctx),
                    () -> statement.returning(DOCUMENT.ID).fetch(ctx),
                    () -> statement.returning(DOCUMENT.ID).fetchRows(ctx))) {
                assertThatThrownBy(call::call)
                        .isInstanceOf(DataChangedException.class)
                        .hasMessageMatching(
                                "bulk(Update|Upsert) of document: row 2: the table's row has been changed since"
                                        + " its version was read; nothing was written\\. Read again, or use fetchOutcomes, which"
                                        + " writes the others and tells which are STALE");
                assertThat(documentsIn(ctx)).isEqualTo(before);
            }
        }
        assertThatThrownBy(() -> EDIT.rows(new Edit(1, "a", 7), new Edit(2, "b", 7), new Edit(3, "c", 3))
                        .execute(ctx))
                .isInstanceOf(DataChangedException.class)
                .hasMessageContaining("2 rows, the first is row 1");
        ctx.transaction(trx -> {
            assertThatThrownBy(() -> EDIT.rows(rows).execute(trx.dsl())).isInstanceOf(DataChangedException.class);
            assertThat(EDIT.rows(rows.get(0)).execute(trx.dsl())).isEqualTo(1);
        });
        assertThat(documentsIn(ctx)).containsExactly("1 a 2", "2 title 2 2", "3 title 3 3");
    }

    @Test
    void upsertsWhatIsCurrentOrNew(DSLContext ctx) {
        var outcomes = SAVE.rows(new Edit(1, "a", 1), new Edit(2, "b", 1), new Edit(4, "d", null), new Edit(5, "e", 9))
                .returning(DOCUMENT.ID, DOCUMENT.VERSION)
                .fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UPDATED, STALE, INSERTED, INSERTED);
        assertThat(outcomes.stream()
                        .map(outcome -> outcome.record().orElseThrow().value2()))
                .containsExactly(2, 2, 1, 1);
        assertThat(documentsIn(ctx)).containsExactly("1 a 2", "2 title 2 2", "3 title 3 3", "4 d 1", "5 e 1");
        assertThat(SAVE.rows(new Edit(4, "dd", 1)).execute(ctx)).isEqualTo(1);
        assertThat(documentsIn(ctx)).contains("4 dd 2");
    }

    @Test
    void recordsCarryTheirVersion(DSLContext ctx) {
        var records = ctx.selectFrom(DOCUMENT).orderBy(DOCUMENT.ID).fetch();
        records.forEach(document -> document.setBody("body"));
        ctx.update(DOCUMENT).set(DOCUMENT.VERSION, 20).where(DOCUMENT.ID.eq(2)).execute();
        var update = bulkUpdate(DOCUMENT).keys(DOCUMENT.ID).set(DOCUMENT.BODY);
        var upsert = bulkUpsert(DOCUMENT).keys(DOCUMENT.ID).set(DOCUMENT.BODY, DOCUMENT.TITLE);
        assertThatThrownBy(() -> update.rows(records).execute(ctx)).isInstanceOf(DataChangedException.class);
        assertThatThrownBy(() -> upsert.rows(records).execute(ctx)).isInstanceOf(DataChangedException.class);
        assertThat(ctx.fetchCount(DOCUMENT, DOCUMENT.BODY.isNotNull())).isZero();
        assertThat(update.rows(records).fetchOutcomes(ctx).stream().map(Outcome::status))
                .containsExactly(UPDATED, STALE, UPDATED);
        assertThat(documentsIn(ctx)).containsExactly("1 title 1 2", "2 title 2 20", "3 title 3 4");
        assertThat(upsert.rows(records).fetchOutcomes(ctx).totals()).isEqualTo(new Totals(0, 0, 0, 0, 0, 3, 0, 0, 0));
    }

    /** The version that counts is the one the record was read with, whatever has been set since. */
    @Test
    void aVersionSetInARecordIsNotTheOneRead(DSLContext ctx) {
        var read = ctx.fetchSingle(DOCUMENT, DOCUMENT.ID.eq(1));
        read.setVersion(77);
        read.setTitle("a");
        var update = bulkUpdate(DOCUMENT).keys(DOCUMENT.ID).set(DOCUMENT.TITLE);
        assertThat(update.rows(read).execute(ctx)).isEqualTo(1);
        assertThat(documentsIn(ctx)).contains("1 a 2");
        var made = new DocumentRecord().setId(1).setTitle("b").setVersion(2);
        assertThat(update.rows(made).execute(ctx)).isEqualTo(1);
        assertThat(documentsIn(ctx)).contains("1 b 3");
    }
}
