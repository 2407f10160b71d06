// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testkit.PostgresTest;
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
import org.jooq.Record3;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code keyNotUnique()}: rows are found by what no index makes unique, and new ones get their ids from the sequence. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.6 bulkUpsert without a unique index")
class SeedC6KeyNotUniqueTest {

    record Counted(String name, int count) {}

    private static final BulkUpsert<TmRecord, Counted> SET_INT_BY_NAME = bulkUpsert(TM, Counted.class)
            .key(TM.NAME)
            .from(Counted::name)
            .set(TM.INT_FIELD)
            .from(Counted::count)
            .keyNotUnique();

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
        ctx.execute("select setval('tm_id_seq', 9)");
    }

    @Test
    @DisplayName("C.6 #214 a key without a unique index")
    void keyNotUnique(DSLContext ctx) {
        assertThat(SET_INT_BY_NAME
                        .rows(new Counted("test3", 33), new Counted("new", 100))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(1, 2, 33, 4, 5, 6, 7, 8, 9, 100);
        assertThat(inIdOrder(ctx, TM.NAME))
                .startsWith("test1", "test2", "test3")
                .endsWith("new");
    }

    @Test
    @DisplayName("C.6 #247 several rows with the key are all updated")
    void severalRowsWithTheKey(DSLContext ctx) {
        ctx.update(TM).set(TM.NAME, "same").where(TM.ID.le(2)).execute();

        assertThat(SET_INT_BY_NAME.rows(new Counted("same", 50)).execute(ctx)).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(50, 50, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    @DisplayName("C.6 #248 the caller's rows stay as they are (differs: were changed)")
    void rowsAreOnlyRead(DSLContext ctx) {
        TmRecord existing = new TmRecord().setName("test1").setIntField(100);
        TmRecord created = new TmRecord().setName("new").setIntField(200);
        List<TmRecord> before = List.of(existing.copy(), created.copy());

        int written = bulkUpsert(TM)
                .keys(TM.NAME)
                .set(TM.INT_FIELD)
                .keyNotUnique()
                .rows(existing, created)
                .execute(ctx);

        assertThat(written).isEqualTo(2);
        assertThat(List.of(existing, created)).isEqualTo(before).noneMatch(record -> record.changed(TM.ID));
    }

    @Test
    @DisplayName("C.6 #249 without a unique index, created and updated rows are returned alike (differs: error)")
    void returningWithoutUniqueIndex(DSLContext ctx) {
        assertThat(SET_INT_BY_NAME
                        .rows(new Counted("new", 100), new Counted("test3", 33))
                        .returning(TM.ID, TM.NAME, TM.INT_FIELD)
                        .fetch(ctx))
                .extracting(Record3::value1, Record3::value2, Record3::value3)
                .containsExactlyInAnyOrder(tuple(10, "new", 100), tuple(3, "test3", 33));
    }

    @Test
    @Timeout(120)
    @DisplayName("C.6 #257 four at once without a unique index: one row for each key (differs: up to four)")
    void concurrently(DSLContext ctx) throws Exception {
        int threads = 4;
        int rounds = 10;
        List<String> keys = IntStream.range(0, 20).mapToObj(i -> "key " + i).toList();
        var count = bulkUpsert(TWOKEY, String.class)
                .key(TWOKEY.V)
                .from(key -> key)
                .set(TWOKEY.A, incr())
                .from(key -> 1)
                .keyNotUnique();

        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Random random = new Random(i);
            calls.add(() -> {
                int written = 0;
                for (int round = 0; round < rounds; round++) {
                    List<String> shuffled = new ArrayList<>(keys);
                    Collections.shuffle(shuffled, random);
                    written += count.rows(shuffled).execute(ctx);
                }
                return written;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Integer> written : pool.invokeAll(calls)) {
                assertThat(written.get()).isEqualTo(rounds * keys.size());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(ctx.fetchValues(TWOKEY.V)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(ctx.fetchValues(TWOKEY.A)).containsOnly(threads * rounds);
    }
}
