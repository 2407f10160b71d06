// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import static io.bulkdsl.benchmarks.db.Tables.PAIR;
import static org.jooq.impl.DSL.or;

import io.bulkdsl.benchmarks.data.PairRow;
import java.util.List;
import org.jooq.Condition;

/** {@code (a = ? and b = ?) or (a = ? and b = ?) or …}, in portions: planning takes long, and longer for each row. */
final class JooqOr extends PairsFound {

    private final String name;
    private final int portion;

    JooqOr(String name, int portion) {
        this.name = name;
        this.portion = portion;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    int portion() {
        return portion;
    }

    @Override
    Condition wanted(List<PairRow> pairs) {
        return or(pairs.stream()
                .map(pair -> PAIR.A.eq(pair.a()).and(PAIR.B.eq(pair.b())))
                .toList());
    }
}
