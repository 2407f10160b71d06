// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.NOT_FOUND;
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

import io.bulkdsl.testdb.public_.tables.records.DocumentRecord;
import io.bulkdsl.testdb.public_.tables.records.MemoRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.DataChangedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Versions: what has been changed since it was read is never overwritten, and every change counts. */
@PostgresTest(migrations = "classpath:db/migration")
class OptimisticLockingTest {

    // spotless:off
    record Edit(int id, String title, @Nullable Integer version) {}

    static final BulkUpdate<DocumentRecord, Edit> EDIT = bulkUpdate(DOCUMENT, Edit.class)
            .key(DOCUMENT.ID).from(Edit::id)
            .set(DOCUMENT.TITLE).from(Edit::title)
            .version(DOCUMENT.VERSION).from(Edit::version);

    static final BulkUpsert<DocumentRecord, Edit> WRITE = bulkUpsert(DOCUMENT, Edit.class)
            .key(DOCUMENT.ID).from(Edit::id)
            .set(DOCUMENT.TITLE).from(Edit::title);

    static final BulkUpsert<DocumentRecord, Edit> SAVE = WRITE.version(DOCUMENT.VERSION).from(Edit::version);
    // spotless:on

    /** Documents 1 to 3 of versions 1 to 3. */
    @BeforeEach
    void documents(DSLContext ctx) {
        for (int i = 1; i <= 3; i++) {
            ctx.insertInto(DOCUMENT, DOCUMENT.ID, DOCUMENT.TITLE, DOCUMENT.VERSION)
                    .values(i, "title " + i, i)
                    .execute();
        }
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

    /** Each of 8 threads reads all counters, adds 1, and writes; what was stale is read and written again. */
    @Test
    @Timeout(120)
    void noWriterOverwritesAnother(DSLContext ctx) throws Exception {
        int threads = 8;
        int rounds = 10;
        ctx.update(DOCUMENT).set(DOCUMENT.TITLE, "0").set(DOCUMENT.VERSION, 1).execute();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Integer>> work = IntStream.range(0, threads)
                    .<Callable<Integer>>mapToObj(
                            thread -> () -> addOneEach(ctx, thread % 2 == 0, rounds, new Random(thread)))
                    .toList();
            for (Future<Integer> done : pool.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(3 * rounds);
            }
        } finally {
            pool.shutdownNow();
        }
        String total = String.valueOf(threads * rounds);
        assertThat(documentsIn(ctx))
                .allMatch(document -> document.matches("\\d " + total + " " + (threads * rounds + 1)))
                .hasSize(3);
    }

    private static int addOneEach(DSLContext ctx, boolean byUpdate, int rounds, Random random) {
        int written = 0;
        for (int i = 0; i < rounds; i++) {
            List<Integer> left = new ArrayList<>(List.of(1, 2, 3));
            while (!left.isEmpty()) {
                List<Edit> edits = new ArrayList<>(ctx.selectFrom(DOCUMENT)
                        .where(DOCUMENT.ID.in(left))
                        .fetch(read -> new Edit(
                                read.getId(),
                                String.valueOf(Integer.parseInt(read.getTitle()) + 1),
                                read.getVersion())));
                Collections.shuffle(edits, random);
                var outcomes = byUpdate
                        ? EDIT.rows(edits).fetchOutcomes(ctx)
                        : SAVE.rows(edits).fetchOutcomes(ctx);
                for (var outcome : outcomes) {
                    if (outcome.status() == UPDATED) {
                        left.remove((Integer) outcome.element().id());
                        written++;
                    } else {
                        assertThat(outcome.status()).isEqualTo(STALE);
                    }
                }
            }
        }
        return written;
    }

    /** Both read the same version; whoever comes second waits for the first and is told. */
    @Test
    @Timeout(60)
    void ofTwoWritersOneWins(DSLContext ctx) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= 10; round++) {
                int version = round;
                List<Callable<Integer>> writers = List.of(
                        () -> EDIT.rows(new Edit(1, "update", version))
                                .fetchOutcomes(ctx)
                                .totals()
                                .updated(),
                        () -> SAVE.rows(new Edit(1, "upsert", version))
                                .fetchOutcomes(ctx)
                                .totals()
                                .updated());
                int winners = 0;
                for (Future<Integer> writer : pool.invokeAll(writers)) {
                    winners += writer.get();
                }
                assertThat(winners).isEqualTo(1);
                assertThat(ctx.fetchValue(DOCUMENT.VERSION, DOCUMENT.ID.eq(1))).isEqualTo(round + 1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<String> documentsIn(DSLContext ctx) {
        return ctx.selectFrom(DOCUMENT)
                .orderBy(DOCUMENT.ID)
                .fetch(document -> document.getId() + " " + document.getTitle() + " " + document.getVersion());
    }
}
