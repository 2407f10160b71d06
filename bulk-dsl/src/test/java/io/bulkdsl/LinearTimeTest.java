// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.records.HitRecord;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Time per row doesn't grow with rows, new or existing. The figures are printed, to be read; what is asserted is that every
 * row arrived.
 */
@Isolated
@Tag("measurement")
@NotVia(because = "prints figures of the sources that it names")
@PostgresTest(migrations = "classpath:db/migration")
class LinearTimeTest {

    private static final int RUNS = Integer.getInteger("bulkdsl.test.runs", 1);

    record Quote(String sku, int amount) {}

    // spotless:off
    static final BulkUpsert<PriceRecord, Quote> BY_UNIQUE_KEY = bulkUpsert(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.AMOUNT).from(quote -> BigDecimal.valueOf(quote.amount()))
            .set(PRICE.SEEN, incr()).from(quote -> 1);

    static final BulkUpsert<PriceRecord, Quote> ONLY_CHANGED = bulkUpsert(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.AMOUNT).from(quote -> BigDecimal.valueOf(quote.amount()))
            .onlyChanged();

    static final BulkUpsert<HitRecord, Quote> KEY_NOT_UNIQUE = bulkUpsert(HIT, Quote.class)
            .key(HIT.PAGE).from(Quote::sku)
            .set(HIT.HITS, incr()).from(Quote::amount)
            .setOnInsert(HIT.VISITOR).from(quote -> "me")
            .keyNotUnique();
    // spotless:on

    @ParameterizedTest
    @CsvSource({"0", "50", "100"})
    void ofUpserts(int percentExisting, DSLContext ctx) {
        ctx.execute("create index on hit (page)");
        for (int rows : new int[] {1_000, 4_000, 16_000, 64_000}) {
            List<Quote> quotes = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                quotes.add(new Quote("sku-" + i, i));
            }
            Collections.shuffle(quotes, new Random(rows));
            List<Quote> existing = quotes.subList(0, rows / 100 * percentExisting);
            print("unique key", rows, percentExisting, medianMillis(ctx, BY_UNIQUE_KEY, quotes, existing, false));
            print("outcomes", rows, percentExisting, medianMillis(ctx, BY_UNIQUE_KEY, quotes, existing, true));
            print("not unique", rows, percentExisting, medianMillis(ctx, KEY_NOT_UNIQUE, quotes, existing, false));
            print("changed only", rows, percentExisting, medianMillis(ctx, ONLY_CHANGED, quotes, existing, true));
        }
    }

    /** From how many rows on arrays take less time than values; on a table of 100,000 rows, one connection. */
    @Test
    void ofRowSources(TestDatabase database) throws Exception {
        try (Connection connection = database.newConnection()) {
            DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
            ctx.execute("insert into price (sku, amount) select 'sku-' || i, 1 from generate_series(0, 99999) i");
            ctx.execute("vacuum analyze price");
            var update = BulkDSL.<PriceRecord, Quote>bulkUpdate(PRICE, Quote.class)
                    .key(PRICE.SKU)
                    .from(Quote::sku)
                    .set(PRICE.AMOUNT)
                    .from(quote -> BigDecimal.valueOf(quote.amount()));
            for (int rows : new int[] {2, 10, 50, 100, 200, 500, 1_000, 5_000}) {
                double[] values = new double[RUNS * 10 + 1];
                double[] arrays = new double[RUNS * 10 + 1];
                Random random = new Random(rows);
                for (int run = 0; run < values.length; run++) {
                    List<Quote> quotes = random.ints(0, 100_000)
                            .distinct()
                            .limit(rows)
                            .mapToObj(i -> new Quote("sku-" + i, i))
                            .toList();
                    values[run] = millis(
                            () -> update.rows(quotes).via(RowSource.VALUES).execute(ctx), rows);
                    arrays[run] = millis(
                            () -> update.rows(quotes).via(RowSource.UNNEST).execute(ctx), rows);
                }
                Arrays.sort(values);
                Arrays.sort(arrays);
                double byValues = values[values.length / 2];
                double byArrays = arrays[arrays.length / 2];
                System.out.printf(
                        "row source, %,5d rows: values %6.2f ms, arrays %6.2f ms, ratio %.2f%n",
                        rows, byValues, byArrays, byArrays / byValues);
            }
        }
    }

    private static double millis(IntSupplier call, int expected) {
        long start = System.nanoTime();
        int count = call.getAsInt();
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(count).isEqualTo(expected);
        return millis;
    }

    /** How long another session's insert takes while one upserts a thousand rows at a time by a key that is not unique. */
    @Test
    void ofTheLockThatOthersWaitFor(TestDatabase database, DSLContext ctx) throws Exception {
        ctx.execute("create index on hit (page)");
        List<Quote> same = IntStream.range(0, 1_000)
                .mapToObj(i -> new Quote("sku-" + i, 1))
                .toList();
        KEY_NOT_UNIQUE.rows(same).execute(ctx);
        printWaiting(database, "all exist", round -> same);
        printWaiting(database, "all new", round -> IntStream.range(0, 1_000)
                .mapToObj(i -> new Quote("new-" + round + "-" + i, 1))
                .toList());
        assertThat(ctx.fetchCount(HIT)).isGreaterThan(1_000);
    }

    private static void printWaiting(TestDatabase database, String what, IntFunction<List<Quote>> rows)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(1);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        long begin = System.nanoTime();
        Future<?> upserts = threads.submit(() -> {
            try (Connection connection = database.newConnection()) {
                while (!stop.get()) {
                    KEY_NOT_UNIQUE
                            .rows(rows.apply(calls.incrementAndGet()))
                            .execute(DSL.using(connection, SQLDialect.POSTGRES));
                }
            }
            return null;
        });
        List<Double> waits = new ArrayList<>();
        try (Connection connection = database.newConnection()) {
            DSLContext other = DSL.using(connection, SQLDialect.POSTGRES);
            for (int i = 0; i < 200; i++) {
                long start = System.nanoTime();
                other.insertInto(HIT).set(HIT.VISITOR, "other").execute();
                waits.add((System.nanoTime() - start) / 1e6);
                Thread.sleep(5);
            }
        }
        stop.set(true);
        upserts.get(1, TimeUnit.MINUTES);
        threads.shutdown();
        Collections.sort(waits);
        System.out.printf(
                "not unique, %-9s: a call takes %.1f ms; another session's insert takes %.1f ms (median), %.1f ms (95 %%), %.1f ms (most)%n",
                what, (System.nanoTime() - begin) / 1e6 / calls.get(), waits.get(100), waits.get(190), waits.get(199));
    }

    private static double medianMillis(
            DSLContext ctx, DefinitionStep<Quote> upsert, List<Quote> quotes, List<Quote> existing, boolean outcomes) {
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            ctx.execute("truncate price, hit");
            upsert.rows(existing).execute(ctx);
            ctx.execute("vacuum analyze price, hit");
            long start = System.nanoTime();
            int touched = outcomes
                    ? upsert.rows(quotes).fetchOutcomes(ctx).totals().written()
                    : upsert.rows(quotes).execute(ctx);
            millis[run] = (System.nanoTime() - start) / 1e6;
            assertThat(touched).isEqualTo(quotes.size() - (upsert == ONLY_CHANGED ? existing.size() : 0));
            assertThat(ctx.fetchCount(PRICE) + ctx.fetchCount(HIT)).isEqualTo(quotes.size());
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }

    private static void print(String what, int rows, int percentExisting, double millis) {
        System.out.printf(
                "%-12s %,7d rows %3d %% existing %8.1f ms %6.1f µs per row%n",
                what, rows, percentExisting, millis, millis * 1000 / rows);
    }
}
