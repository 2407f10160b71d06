// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.benchmarks.db.Tables.PAIR;

import io.bulkdsl.Pdnf;
import io.bulkdsl.benchmarks.data.PairRow;
import io.bulkdsl.contract.RowSource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** This library's {@code pdnf}, by one of its row sources. */
final class BulkDslPdnf extends PairsFound {

    // spotless:off
    private static final Pdnf<PairRow> WANTED = pdnf(PairRow.class)
            .key(PAIR.A).from(PairRow::a)
            .key(PAIR.B).from(PairRow::b);
    // spotless:on

    private final RowSource source;

    BulkDslPdnf(RowSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return BulkDsl.name(source);
    }

    @Override
    void configure(DSLContext ctx) {
        ctx.data(RowSource.class, source);
    }

    @Override
    Condition wanted(List<PairRow> pairs) {
        return WANTED.rows(pairs);
    }
}
