// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.TM;

import io.bulkdsl.testdb.public_.tables.records.HitRecord;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Visits of pages, and upserts of them by a key that no index makes unique. */
final class Visits {

    // spotless:off
    record Visit(@Nullable String page, int hits) {}

    /** The table has no key at all. */
    static final BulkUpsert<HitRecord, Visit> HITS = bulkUpsert(HIT, Visit.class)
            .key(HIT.PAGE).from(Visit::page)
            .set(HIT.HITS, incr()).from(Visit::hits)
            .setOnInsert(HIT.VISITOR).from(visit -> "new")
            .keyNotUnique();

    /** The table has a primary key, which isn't this one. */
    static final BulkUpsert<TmRecord, Visit> NAMES = bulkUpsert(TM, Visit.class)
            .key(TM.NAME).from(Visit::page)
            .set(TM.INT_FIELD).from(Visit::hits)
            .keyNotUnique();
    // spotless:on

    static List<String> hits(DSLContext ctx) {
        return ctx.selectFrom(HIT)
                .orderBy(HIT.PAGE, HIT.VISITOR)
                .fetch(hit -> hit.getPage() + " " + hit.getVisitor() + " " + hit.getHits());
    }

    private Visits() {}
}
