// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import static io.bulkdsl.benchmarks.db.Tables.PAIR;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.PairRow;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A jOOQ query for the rows that belong to pairs; how that is said is what candidates differ in. */
abstract class PairsFound implements Candidate {

    abstract Condition wanted(List<PairRow> pairs);

    /** Prepares the context of all queries. */
    void configure(DSLContext ctx) {}

    /** How many pairs a query can say. */
    int portion() {
        return Integer.MAX_VALUE;
    }

    @Override
    public final <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        if (task.operation() != Operation.PDNF) {
            return null;
        }
        Connection connection = connections.open();
        DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
        configure(ctx);
        return Attempt.answering(connection, rows -> Portions.of(Math.min(portion(), rows.size()), pairs(rows)).stream()
                .flatMapToLong(pairs -> ctx.select(PAIR.ID).from(PAIR).where(wanted(pairs)).fetch().stream()
                        .mapToLong(row -> row.value1()))
                .toArray());
    }

    private static List<PairRow> pairs(List<?> rows) {
        return rows.stream().map(PairRow.class::cast).toList();
    }
}
