// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.counters;

import static io.bulkdsl.docs.db.Tables.HIT;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.JobTable;
import io.bulkdsl.contract.BatchFailedException;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** No view is lost, and none counts twice. */
@PostgresTest(migrations = "classpath:db/migration")
class CountersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void theViewsOfAPageAreOneRow() {
        assertThatSql(Counters.HITS.rows(view("/a"), view("/b"), view("/a"))).rendersSql("""
                        insert into "public"."hit" ("path", "day", "hits")
                        select "incoming"."path", "incoming"."day", "incoming"."hits"
                        from (values (?, cast(? as date), ?), (?, cast(? as date), ?)) as "incoming" ("path", "day", "hits")
                        order by "incoming"."path", "incoming"."day"
                        on conflict ("path", "day") do update
                        set "hits" = coalesce(("public"."hit"."hits" + excluded."hits"), excluded."hits", "public"."hit"."hits")
                        """);
    }

    @Test
    void counts(DSLContext ctx) {
        Counters.count(List.of(view("/a"), view("/b"), view("/a")), ctx);
        Counters.count(List.of(view("/a"), new View("/a", TODAY.plusDays(1))), ctx);
        assertThat(ctx.selectFrom(HIT).where(HIT.DAY.eq(TODAY)).fetchMap(HIT.PATH, HIT.HITS))
                .isEqualTo(Map.of("/a", 3L, "/b", 1L));
        assertThat(ctx.fetchCount(HIT)).isEqualTo(3);
    }

    @Test
    void aViewOfNoPageIsRefused(DSLContext ctx) {
        assertThatThrownBy(() -> Counters.count(List.of(view("/a"), view(null)), ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 2, column hit.path: ");
        assertThat(ctx.fetchCount(HIT)).isZero();
    }

    @Test
    void manyCountTheSamePagesAtATime(DSLContext ctx) throws Exception {
        int threads = 4;
        int rounds = 25;
        int pages = 20;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                Random random = new Random(thread);
                work.add(() -> {
                    List<View> views = new ArrayList<>(views(pages).toList());
                    for (int round = 0; round < rounds; round++) {
                        Collections.shuffle(views, random);
                        Counters.count(views, ctx);
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(ctx.fetchValues(HIT.HITS)).hasSize(pages).containsOnly((long) threads * rounds);
    }

    @Test
    void aLogThatBreaksOffIsCountedOnceWhenItIsGivenAgain(DSLContext ctx) {
        JobTable.DEFAULT.create(ctx);
        Stream<View> breaksOff = Stream.concat(views(15_000), Stream.generate(() -> {
            throw new IllegalStateException("disk");
        }));
        assertThatThrownBy(() -> Counters.countLog("log 1", breaksOff, ctx))
                .isInstanceOfSatisfying(
                        BatchFailedException.class,
                        e -> assertThat(e.progress().rows()).isEqualTo(10_000));
        assertThat(ctx.fetchCount(HIT)).isEqualTo(10_000);

        var rest = Counters.countLog("log 1", views(25_000), ctx);
        assertThat(rest.resumed()).isEqualTo(10_000);
        assertThat(ctx.fetchValues(HIT.HITS)).hasSize(25_000).containsOnly(1L);

        Counters.countLog("log 1", views(25_000), ctx);
        assertThat(ctx.fetchValues(HIT.HITS)).containsOnly(1L);
    }

    private static Stream<View> views(int pages) {
        return IntStream.range(0, pages).mapToObj(page -> view("/page/" + page));
    }

    private static View view(String path) {
        return new View(path, TODAY);
    }
}
