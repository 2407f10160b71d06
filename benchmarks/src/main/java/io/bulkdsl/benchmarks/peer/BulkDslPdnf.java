// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.benchmarks.db.Tables.PAIR;

import io.bulkdsl.Pdnf;
import io.bulkdsl.benchmarks.data.PairRow;
import java.util.List;
import org.jooq.Condition;

/** This library's {@code pdnf}. */
final class BulkDslPdnf extends PairsFound {

    // spotless:off
    private static final Pdnf<PairRow> WANTED = pdnf(PairRow.class)
            .key(PAIR.A).from(PairRow::a)
            .key(PAIR.B).from(PairRow::b);
    // spotless:on

    @Override
    public String name() {
        return "bulk-dsl";
    }

    @Override
    Condition wanted(List<PairRow> pairs) {
        return WANTED.rows(pairs);
    }
}
