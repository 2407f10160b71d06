// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.Documents.EDIT;
import static io.bulkdsl.Documents.SAVE;
import static io.bulkdsl.Documents.WRITE;
import static io.bulkdsl.Documents.documentsIn;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.contract.Status.STALE;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.testdb.public_.Tables.DOCUMENT;
import static io.bulkdsl.testdb.public_.Tables.MEMO;
import static io.bulkdsl.testdb.public_.Tables.OFFER;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.Documents.Edit;
import io.bulkdsl.testdb.public_.tables.records.MemoRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataChangedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every change counts in the version, whoever makes it. */
@PostgresTest(migrations = "classpath:db/migration")
class VersionCountTest {

    @BeforeEach
    void documents(DSLContext ctx) {
        Documents.write(ctx);
    }

    /** As jOOQ does for its records: who doesn't say which version was read still counts. */
    @Test
    void everyStatementCounts(DSLContext ctx) {
        // spotless:off
        var update = bulkUpdate(DOCUMENT, Edit.class)
                .key(DOCUMENT.ID).from(Edit::id)
                .set(DOCUMENT.TITLE).from(Edit::title);
        var insert = bulkInsert(DOCUMENT, Edit.class)
                .set(DOCUMENT.ID).from(Edit::id)
                .set(DOCUMENT.TITLE).from(Edit::title);
        var get = getOrCreate(DOCUMENT, Edit.class)
                .key(DOCUMENT.ID).from(Edit::id)
                .set(DOCUMENT.TITLE).from(Edit::title);
        // spotless:on
        assertThatSql(WRITE.rows(new Edit(1, "a", null))).rendersSql("""
                        insert into "public"."document" ("id", "title", "version")
                        select "incoming"."id", "incoming"."title", (coalesce(cast(null as int), 0) + 1)
                        from (values (?, ?)) as "incoming" ("id", "title")
                        order by "incoming"."id"
                        on conflict ("id") do update
                        set
                          "title" = excluded."title",
                          "version" = (coalesce("public"."document"."version", 0) + 1)
                        """);
        assertThat(update.rows(new Edit(1, "a", null)).execute(ctx)).isEqualTo(1);
        assertThat(WRITE.rows(new Edit(2, "b", null), new Edit(4, "d", null)).execute(ctx))
                .isEqualTo(2);
        assertThat(insert.rows(new Edit(5, "e", null)).execute(ctx)).isEqualTo(1);
        assertThat(insert.rows(new Edit(6, "f", null))
                        .fetchOutcomes(ctx)
                        .totals()
                        .inserted())
                .isEqualTo(1);
        assertThat(get.rows(new Edit(3, "c", null), new Edit(7, "g", null)).execute(ctx))
                .isEqualTo(1);
        assertThat(WRITE.doNothing()
                        .rows(new Edit(3, "c", null), new Edit(8, "h", null))
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(WRITE.keyNotUnique()
                        .rows(new Edit(3, "c", null), new Edit(9, "i", null))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(documentsIn(ctx))
                .containsExactly("1 a 2", "2 b 3", "3 c 4", "4 d 1", "5 e 1", "6 f 1", "7 g 1", "8 h 1", "9 i 1");
    }

    @Test
    void whatDoesntChangeKeepsItsVersion(DSLContext ctx) {
        var rows = List.of(new Edit(1, "title 1", 1), new Edit(2, "b", 2));
        for (BulkStatement<Edit> statement : List.of(
                EDIT.onlyChanged().rows(rows),
                SAVE.onlyChanged().rows(rows),
                WRITE.onlyChanged().rows(rows),
                WRITE.onlyChanged().keyNotUnique().rows(rows))) {
            ctx.deleteFrom(DOCUMENT).execute();
            documents(ctx);
            var outcomes = statement.fetchOutcomes(ctx);
            assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UNCHANGED, UPDATED);
            assertThat(documentsIn(ctx)).containsExactly("1 title 1 1", "2 b 3", "3 title 3 3");
        }
        assertThat(EDIT.onlyChanged()
                        .rows(new Edit(3, "title 3", 1))
                        .fetchOutcomes(ctx)
                        .rows()
                        .get(0)
                        .status())
                .isEqualTo(STALE);
    }

    @Test
    void aSyncCountsWhatItMarks(DSLContext ctx) {
        var sync = bulkSync(WRITE.onlyChanged())
                .scope(trueCondition())
                .softDeleteMissing(DOCUMENT.BODY, expr(body -> inline("gone")));
        assertThat(sync.rows(new Edit(1, "title 1", null), new Edit(2, "b", null))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(documentsIn(ctx)).containsExactly("1 title 1 1", "2 b 3", "3 title 3 4");
        var checked = bulkSync(SAVE).scope(trueCondition()).deleteMissing();
        assertThatThrownBy(() -> checked.rows(new Edit(1, "x", 7)).execute(ctx))
                .isInstanceOf(DataChangedException.class);
        assertThat(documentsIn(ctx)).hasSize(3);
        var outcomes = checked.rows(new Edit(1, "x", 7), new Edit(2, "x", 3)).fetchOutcomes(ctx);
        assertThat(outcomes.totals()).isEqualTo(new Totals(0, 1, 0, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void whoSetsTheVersionSetsIt(DSLContext ctx) {
        // spotless:off
        var update = bulkUpdate(DOCUMENT, Edit.class)
                .key(DOCUMENT.ID).from(Edit::id)
                .set(DOCUMENT.VERSION).from(Edit::version);
        var upsert = WRITE
                .set(DOCUMENT.VERSION).from(Edit::version);
        // spotless:on
        assertThat(update.rows(new Edit(1, "", 50)).execute(ctx)).isEqualTo(1);
        assertThat(upsert.rows(new Edit(2, "b", 60), new Edit(4, "d", 70)).execute(ctx))
                .isEqualTo(2);
        assertThat(documentsIn(ctx)).containsExactly("1 title 1 50", "2 b 60", "3 title 3 3", "4 d 70");
    }

    @Test
    void anyNumberOrTimeCanBeAVersion(DSLContext ctx) {
        ctx.insertInto(OFFER, OFFER.SKU, OFFER.SUPPLIER, OFFER.POSITION)
                .values("a", "x", 5)
                .values("b", "x", null)
                .execute();
        record Change(String sku, String supplier, @Nullable Integer position) {}
        // spotless:off
        var update = bulkUpdate(OFFER, Change.class)
                .key(OFFER.SKU).from(Change::sku)
                .set(OFFER.SUPPLIER).from(Change::supplier)
                .version(OFFER.POSITION).from(Change::position);
        // spotless:on
        var outcomes =
                update.rows(new Change("a", "y", 4), new Change("b", "y", null)).fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(STALE, UPDATED);
        assertThat(ctx.fetchValue(OFFER.POSITION, OFFER.SKU.eq("b"))).isEqualTo(1);
        assertThatThrownBy(() -> bulkUpdate(OFFER, Change.class)
                        .key(OFFER.SKU)
                        .from(Change::sku)
                        .set(OFFER.POSITION)
                        .from(Change::position)
                        .version(OFFER.SUPPLIER)
                        .from(Change::supplier))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column offer.supplier is of type clob; a version is a number or a time");
    }

    /** Within one transaction now() stands still, and so would the version. */
    @Test
    void timestampsMoveOn(DSLContext ctx) {
        var upsert = bulkUpsert(MEMO).keys(MEMO.ID).set(MEMO.BODY);
        var fresh = new MemoRecord().setId(1).setBody("first");
        assertThat(upsert.rows(fresh).execute(ctx)).isEqualTo(1);
        var stale = ctx.fetchSingle(MEMO);
        assertThat(stale.getChangedAt()).isNotNull();
        ctx.transaction(trx -> {
            for (int i = 0; i < 3; i++) {
                var read = trx.dsl().fetchSingle(MEMO);
                OffsetDateTime before = read.getChangedAt();
                read.setBody("change " + i);
                assertThat(upsert.rows(read).execute(trx.dsl())).isEqualTo(1);
                assertThat(trx.dsl().fetchValue(MEMO.CHANGED_AT)).isAfter(before);
            }
        });
        stale.setBody("lost");
        assertThatThrownBy(() -> upsert.rows(stale).execute(ctx)).isInstanceOf(DataChangedException.class);
        assertThat(upsert.rows(stale).fetchOutcomes(ctx).rows().get(0).status()).isEqualTo(STALE);
        assertThat(ctx.fetchValue(MEMO.BODY)).isEqualTo("change 2");
        var insert = bulkInsert(MEMO).set(MEMO.ID, MEMO.BODY);
        assertThat(insert.rows(new MemoRecord().setId(2)).execute(ctx)).isEqualTo(1);
        assertThat(ctx.fetchValue(MEMO.CHANGED_AT, MEMO.ID.eq(2))).isNotNull();
    }
}
