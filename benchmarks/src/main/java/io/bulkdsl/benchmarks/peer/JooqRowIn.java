// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import static io.bulkdsl.benchmarks.db.Tables.PAIR;
import static org.jooq.impl.DSL.row;

import io.bulkdsl.benchmarks.data.PairRow;
import java.util.List;
import org.jooq.Condition;

/** {@code (a, b) in ((?, ?), (?, ?), …)}, in portions, since the server's stack doesn't take them all. */
final class JooqRowIn extends PairsFound {

    @Override
    public String name() {
        return "jooq-row-in";
    }

    @Override
    int portion() {
        return 1_000;
    }

    @Override
    Condition wanted(List<PairRow> pairs) {
        return row(PAIR.A, PAIR.B)
                .in(pairs.stream().map(pair -> row(pair.a(), pair.b())).toList());
    }
}
