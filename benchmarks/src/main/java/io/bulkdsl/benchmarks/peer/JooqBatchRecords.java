// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jooq.Batch;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** jOOQ's {@code batchUpdate(records)}, {@code batchMerge}, {@code batchInsert}, {@code batchDelete}. */
final class JooqBatchRecords implements Candidate {

    @Override
    public String name() {
        return "jooq-batch-records";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        Operation operation = task.operation();
        if (operation == Operation.INSERT_KEYS || operation == Operation.PDNF) {
            return null; // a batch hands back no keys
        }
        Connection connection = connections.rewriting();
        DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
        Function<Collection<R>, Batch> batch = batch(ctx, operation);
        return Attempt.prepared(connection, rows -> {
            List<R> records = JooqRecords.of(ctx, task.shape(), rows.rows());
            return () -> {
                for (List<R> portion : Portions.of(Portions.OF_A_BATCH, records)) {
                    batch.apply(portion).execute();
                }
                return Attempt.NOTHING;
            };
        });
    }

    private static <R extends UpdatableRecord<R>> Function<Collection<R>, Batch> batch(
            DSLContext ctx, Operation operation) {
        if (operation.updates()) {
            return ctx::batchUpdate;
        }
        if (operation.upserts()) {
            return ctx::batchMerge;
        }
        return operation == Operation.INSERT ? ctx::batchInsert : ctx::batchDelete;
    }
}
