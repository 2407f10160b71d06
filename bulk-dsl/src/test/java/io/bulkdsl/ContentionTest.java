// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Prices.QUOTE;
import static io.bulkdsl.Prices.quote;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import io.bulkdsl.Prices.Quote;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Eight at once want the same twenty keys, each in an order of its own, again and again: none is lost, none is there twice. */
@PostgresTest(migrations = "classpath:db/migration")
class ContentionTest {

    private static final int THREADS = 8;
    private static final int KEYS = 20;
    private static final int ROUNDS =
            Boolean.getBoolean("bulkdsl.proofs.full") ? 1_000 : SourceUnderTest.get() == RowSource.AUTO ? 200 : 20;

    @Test
    void upsertsByAUniqueKey(TestDatabase database) throws Exception {
        // spotless:off
        var seen = bulkUpsert(PRICE, String.class)
                .key(PRICE.SKU).from(sku -> sku)
                .set(PRICE.SEEN, incr()).from(sku -> 1);
        // spotless:on
        everyRound(database, (ctx, keys) -> seen.rows(keys).execute(ctx), ctx -> {
            assertThat(ctx.fetchCount(PRICE)).isEqualTo(KEYS);
            assertThat(ctx.fetchCount(PRICE, PRICE.SEEN.eq(THREADS))).isEqualTo(KEYS);
            ctx.truncate(PRICE).execute();
        });
    }

    /** Each call is one that also updates first; what others insert meanwhile is met by going round again. */
    @Test
    void upsertsThatUpdateFirst(TestDatabase database) throws Exception {
        // spotless:off
        var seen = bulkUpsert(PRICE, String.class)
                .key(PRICE.SKU).from(sku -> sku)
                .setOnInsert(PRICE.SEEN).from(sku -> 1)
                .setOnUpdate(PRICE.AMOUNT, incr()).from(sku -> BigDecimal.ONE);
        // spotless:on
        everyRound(database, (ctx, keys) -> seen.rows(keys).execute(ctx), ctx -> {
            assertThat(ctx.fetchCount(PRICE)).isEqualTo(KEYS);
            assertThat(ctx.fetchCount(PRICE, PRICE.AMOUNT.eq(BigDecimal.valueOf(THREADS - 1))))
                    .isEqualTo(KEYS);
            ctx.truncate(PRICE).execute();
        });
    }

    @Test
    void upsertsByAKeyThatIsNotUnique(TestDatabase database) throws Exception {
        // spotless:off
        var hits = bulkUpsert(HIT, String.class)
                .key(HIT.PAGE).from(page -> page)
                .set(HIT.HITS, incr()).from(page -> 1)
                .setOnInsert(HIT.VISITOR).from(page -> "me")
                .keyNotUnique();
        // spotless:on
        everyRound(database, (ctx, keys) -> hits.rows(keys).execute(ctx), ctx -> {
            assertThat(ctx.select(count(), sum(HIT.HITS))
                            .from(HIT)
                            .fetchSingle()
                            .intoList())
                    .asString()
                    .isEqualTo("[20, 160]");
            ctx.truncate(HIT).execute();
        });
    }

    @Test
    void getOrCreateHandsEveryRowBack(TestDatabase database) throws Exception {
        // spotless:off
        var members = getOrCreate(MEMBER, String.class)
                .key(MEMBER.NAME).from(name -> name);
        // spotless:on
        Set<Long> created = Collections.synchronizedSet(new HashSet<>());
        everyRound(
                database,
                (ctx, keys) -> {
                    for (var member :
                            members.rows(keys).returning(MEMBER.ID, MEMBER.NAME).fetchOutcomes(ctx)) {
                        assertThat(member.record().orElseThrow().value2()).isEqualTo(member.element());
                        if (member.created()) {
                            assertThat(created.add(member.record().orElseThrow().value1()))
                                    .isTrue();
                        }
                    }
                },
                ctx -> {
                    assertThat(created).containsExactlyInAnyOrderElementsOf(ctx.fetchValues(MEMBER.ID));
                    assertThat(created).hasSize(KEYS);
                    created.clear();
                    ctx.truncate(MEMBER).execute();
                });
    }

    @Test
    void concurrentUpsertsLoseNothing(DSLContext ctx) throws Exception {
        int threads = 8;
        int rounds = 25;
        List<Quote> quotes =
                IntStream.range(0, 20).mapToObj(i -> quote("sku-" + i, "1.00")).toList();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Random random = new Random(t);
                writers.add(() -> {
                    int written = 0;
                    for (int round = 0; round < rounds; round++) {
                        List<Quote> shuffled = new ArrayList<>(quotes);
                        Collections.shuffle(shuffled, random);
                        written += QUOTE.rows(shuffled).execute(ctx);
                    }
                    return written;
                });
            }
            int written = 0;
            for (Future<Integer> writer : pool.invokeAll(writers)) {
                written += writer.get();
            }
            assertThat(written).isEqualTo(threads * rounds * 20);
        } finally {
            pool.shutdownNow();
        }
        assertThat(ctx.fetchCount(PRICE)).isEqualTo(20);
        assertThat(ctx.fetchCount(PRICE, PRICE.SEEN.ne(threads * rounds))).isZero();
    }

    private interface Call {
        void with(DSLContext ctx, List<String> keys);
    }

    private interface Check {
        void of(DSLContext ctx);
    }

    private static void everyRound(TestDatabase database, Call call, Check check) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier barrier = new CyclicBarrier(THREADS, () -> {});
        CyclicBarrier done = new CyclicBarrier(THREADS, () -> check.of(database.dsl()));
        try {
            List<Future<Void>> results = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                results.add(threads.submit(rounds(database, call, barrier, done, new Random(thread))));
            }
            for (Future<Void> result : results) {
                result.get(5, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Void> rounds(
            TestDatabase database, Call call, CyclicBarrier start, CyclicBarrier done, Random random) {
        return () -> {
            try (Connection connection = connection(database)) {
                DSLContext ctx = SourceUnderTest.on(DSL.using(connection, SQLDialect.POSTGRES));
                List<String> keys = new ArrayList<>(
                        IntStream.range(0, KEYS).mapToObj(key -> "key" + key).toList());
                for (int round = 0; round < ROUNDS; round++) {
                    Collections.shuffle(keys, random);
                    start.await(1, TimeUnit.MINUTES);
                    call.with(ctx, keys);
                    done.await(1, TimeUnit.MINUTES);
                }
            }
            return null;
        };
    }

    private static Connection connection(TestDatabase database) throws SQLException {
        return database.newConnection();
    }
}
