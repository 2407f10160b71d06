// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.stream.LongStream;
import org.jooq.DSLContext;

/** A row for the table of counters: one hit more. */
record Counted(long id, long hits, String label) {

    static final String LABEL = "label-";

    /** With the ids 0, 1, and so on. */
    static List<Counted> rows(int count) {
        return LongStream.range(0, count)
                .mapToObj(id -> new Counted(id, 1, LABEL + id))
                .toList();
    }

    /** Creates their counters, without a hit. */
    static void create(DSLContext ctx, int count) {
        ctx.execute("insert into counter (id) select generate_series(0, {0})", inline(count - 1));
    }
}
