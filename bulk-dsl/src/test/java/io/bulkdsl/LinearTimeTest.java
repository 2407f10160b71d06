// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testdb.public_.tables.records.HitRecord;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Time per row doesn't grow with rows, new or existing. The figures are printed, to be read; what is asserted is that every
 * row arrived.
 */
@PostgresTest(migrations = "classpath:db/migration")
class LinearTimeTest {

    private static final int RUNS = Integer.getInteger("bulkdsl.test.runs", 1);

    record Quote(String sku, int amount) {}

    // spotless:off
    static final BulkUpsert<PriceRecord, Quote> BY_UNIQUE_KEY = bulkUpsert(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.AMOUNT).from(quote -> BigDecimal.valueOf(quote.amount()))
            .set(PRICE.SEEN, incr()).from(quote -> 1);

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
        }
    }

    private static double medianMillis(
            DSLContext ctx, DefinitionStep<Quote> upsert, List<Quote> quotes, List<Quote> existing, boolean outcomes) {
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            ctx.execute("truncate price, hit");
            upsert.rows(existing).execute(ctx);
            ctx.execute("vacuum analyze price, hit");
            long start = System.nanoTime();
            int written = outcomes
                    ? upsert.rows(quotes).fetchOutcomes(ctx).totals().written()
                    : upsert.rows(quotes).execute(ctx);
            millis[run] = (System.nanoTime() - start) / 1e6;
            assertThat(written).isEqualTo(quotes.size());
            assertThat(ctx.fetchCount(PRICE) + ctx.fetchCount(HIT)).isEqualTo(quotes.size());
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }

    private static void print(String what, int rows, int percentExisting, double millis) {
        System.out.printf(
                "%-10s %,7d rows %3d %% existing %8.1f ms %6.1f µs per row%n",
                what, rows, percentExisting, millis, millis * 1000 / rows);
    }
}
