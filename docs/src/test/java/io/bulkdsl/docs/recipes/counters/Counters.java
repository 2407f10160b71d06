// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.counters;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.docs.db.Tables.HIT;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.docs.db.tables.records.HitRecord;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** How often each page was looked at on each day. */
final class Counters {

    // spotless:off
    static final BulkUpsert<HitRecord, View> HITS = bulkUpsert(HIT, View.class)
            .key(HIT.PATH).from(View::path)
            .key(HIT.DAY).from(View::day)
            .set(HIT.HITS, incr()).from(view -> 1L)
            .duplicates(Duplicates.FOLD);
    // spotless:on

    /** What has gathered in a few seconds. */
    static void count(List<View> views, DSLContext ctx) {
        HITS.rows(views).execute(ctx);
    }

    /** A whole log file, each line once, also if it is given again after a crash. */
    static Progress countLog(String file, Stream<View> views, DSLContext ctx) {
        return HITS.rows(views)
                .batchSize(10_000)
                .commitEachBatch()
                .retry(3, Duration.ofMillis(100))
                .jobId(file)
                .execute(ctx);
    }

    private Counters() {}
}
