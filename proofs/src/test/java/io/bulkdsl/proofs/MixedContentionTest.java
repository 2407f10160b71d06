// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.proofs.CountingStatement.UPDATE;
import static io.bulkdsl.proofs.CountingStatement.UPSERT;
import static io.bulkdsl.proofs.db.Tables.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.BatchedStatement;
import io.bulkdsl.BulkDelete;
import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkSync;
import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.RowsStep;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.proofs.db.tables.records.CounterRecord;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * Eight write to the same counters, by all statements and row sources, each in an order of its own. No hit is lost, no counter
 * created twice; in key order there is no deadlock, and else each is got over. Half of the counters are never deleted, so that
 * every hit there counts.
 */
@PostgresTest(migrations = "classpath:db/migration")
class MixedContentionTest {

    private static final long SEED = Long.getLong("bulkdsl.proofs.seed", System.nanoTime());

    private static final int WRITERS = 8;
    private static final int ROUNDS = Extent.of(60, 1_000);
    private static final int ROUNDS_WITH_DEADLOCKS = Extent.of(20, 1_000);
    private static final int COUNTERS = 300;
    private static final int MOST_BATCHES = 3;
    private static final int RETRIES = 20;
    private static final Duration BACKOFF = Duration.ofNanos(100_000);

    private static final List<RowSource> SOURCES = List.of(RowSource.VALUES, RowSource.UNNEST, RowSource.COPY);
    private static final List<String> JOINS = List.of("hashjoin", "mergejoin", "nestloop");

    // spotless:off
    private static final BulkDelete<CounterRecord, Counted> DELETE = bulkDelete(COUNTER, Counted.class)
            .key(COUNTER.ID).from(Counted::id);

    private static final BulkSync<CounterRecord, Counted> SYNC = bulkSync(UPSERT)
            .scope(COUNTER.ID.mod(2L).eq(1L))
            .deleteMissing();
    // spotless:on

    private static boolean stays(Counted row) {
        return row.id() % 2 == 0;
    }

    @Test
    void inKeyOrderThereIsNoDeadlock(TestDatabase database) throws Exception {
        assertThat(deadlocks(database, true)).as("deadlocks").isZero();
    }

    @Test
    void eachDeadlockIsGotOver(TestDatabase database) throws Exception {
        assertThat(deadlocks(database, false))
                .as("deadlocks, without which this shows nothing")
                .isPositive();
    }

    /** How many deadlocks there were; what was written has been found right. */
    private static int deadlocks(TestDatabase database, boolean locks) throws Exception {
        Ledger ledger = new Ledger(COUNTERS);
        Deadlocks deadlocks = new Deadlocks();
        createShuffled(database.dsl(), ledger);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Void>> results = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(SEED + writer);
                results.add(threads.submit(writer(database, deadlocks, new Rounds(ledger, locks, random))));
            }
            for (Future<Void> result : results) {
                result.get(30, TimeUnit.MINUTES);
            }
        } catch (Exception e) {
            throw new AssertionError("-Dbulkdsl.proofs.seed=" + SEED, e);
        } finally {
            threads.shutdownNow();
        }
        assertThat(database.dsl().selectFrom(COUNTER).fetchMap(COUNTER.ID, COUNTER.HITS))
                .as("hits of counters, -Dbulkdsl.proofs.seed=%d", SEED)
                .isEqualTo(ledger.balance());
        return deadlocks.count();
    }

    /** In an order of their own too, which is that of a plan that reads the whole table. */
    private static void createShuffled(DSLContext ctx, Ledger ledger) {
        ctx.execute(
                "insert into counter (id) select id from generate_series(0, {0}) id order by md5(concat(id, {1}))",
                inline(COUNTERS - 1), inline(SEED));
        Counted.rows(COUNTERS).forEach(row -> ledger.created(row.id(), 0));
        ctx.execute("analyze counter");
    }

    private static Callable<Void> writer(TestDatabase database, Deadlocks deadlocks, Rounds rounds) {
        return () -> {
            try (Connection connection = database.newConnection()) {
                DSLContext ctx = deadlocks.of(DSL.using(connection, SQLDialect.POSTGRES));
                ctx.execute("set deadlock_timeout = '10ms'");
                for (int round = 0; round < rounds.count(); round++) {
                    rounds.next(ctx);
                }
            }
            return null;
        };
    }

    /** What one of them does, as chance has it. */
    private record Rounds(Ledger ledger, boolean locks, Random random) {

        int count() {
            return locks ? ROUNDS : ROUNDS_WITH_DEADLOCKS;
        }

        void next(DSLContext ctx) {
            // plans differ as they do between tables and times
            for (String join : JOINS) {
                ctx.execute("set enable_{0} = {1}", DSL.raw(join), inline(random.nextInt(6) > 0));
            }
            switch (random.nextInt(10)) {
                case 0 -> sync(ctx);
                case 1, 2 -> delete(ctx);
                case 3, 4 -> inBatches(ctx, UPDATE);
                case 5 -> inBatches(ctx, UPSERT);
                case 6, 7 -> write(ctx, UPDATE.rows(some(row -> true)));
                default -> write(ctx, UPSERT.rows(some(row -> true)));
            }
        }

        private void write(DSLContext ctx, BulkStatement<Counted> statement) {
            outcomes(ctx, statement).forEach(this::enter);
        }

        private void enter(Outcome<Counted, Record2<Long, Long>> outcome) {
            Counted row = outcome.element();
            switch (outcome.status()) {
                case INSERTED -> ledger.created(row.id(), row.hits());
                case UPDATED -> ledger.hit(row.id(), row.hits());
                case NOT_FOUND ->
                    assertThat(stays(row)).as("counter %d is gone", row.id()).isFalse();
                default -> throw new AssertionError(outcome);
            }
        }

        private void delete(DSLContext ctx) {
            for (var outcome : outcomes(ctx, DELETE.rows(some(row -> !stays(row))))) {
                outcome.record().ifPresent(gone -> ledger.deleted(gone.value1(), gone.value2()));
            }
        }

        private void sync(DSLContext ctx) {
            var outcomes = outcomes(ctx, SYNC.rows(some(row -> !stays(row))));
            outcomes.removed().forEach(gone -> ledger.deleted(gone.value1(), gone.value2()));
            outcomes.forEach(this::enter);
        }

        private Outcomes<Counted, Record2<Long, Long>> outcomes(DSLContext ctx, BulkStatement<Counted> statement) {
            var returning = prepared(statement).returning(COUNTER.ID, COUNTER.HITS);
            return locks ? returning.fetchOutcomes(ctx) : Deadlocks.againAfterEach(() -> returning.fetchOutcomes(ctx));
        }

        /** Of counters that are always there: each is written. */
        private void inBatches(DSLContext ctx, RowsStep<Counted, BulkStatement<Counted>> definition) {
            List<Counted> rows = some(MixedContentionTest::stays);
            BatchedStatement<Counted> batches =
                    prepared(definition.rows(rows)).batchSize(1 + rows.size() / (1 + random.nextInt(MOST_BATCHES)));
            // those that are one transaction take their locks in the order in which the batches come
            batches = locks || random.nextBoolean() ? batches.commitEachBatch() : batches;
            batches = locks ? batches : batches.retry(RETRIES, BACKOFF);
            assertThat(batches.execute(ctx).written()).isEqualTo(rows.size());
            rows.forEach(row -> ledger.hit(row.id(), row.hits()));
        }

        private BulkStatement<Counted> prepared(BulkStatement<Counted> statement) {
            BulkStatement<Counted> prepared = statement.via(SOURCES.get(random.nextInt(SOURCES.size())));
            return locks ? prepared.lockInKeyOrder() : prepared;
        }

        /** At least one, a third at most. */
        private List<Counted> some(Predicate<Counted> which) {
            List<Counted> rows = new ArrayList<>(
                    Counted.rows(COUNTERS).stream().filter(which).toList());
            Collections.shuffle(rows, random);
            return rows.subList(0, 1 + random.nextInt(rows.size() / 3));
        }
    }
}
