// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** jOOQ's {@code loadInto(table)}, which inserts. */
final class JooqLoader implements Candidate {

    /** Rows of a statement; more take longer for each row, since jOOQ renders each statement anew. */
    private static final int BULK = 500;

    @Override
    public String name() {
        return "jooq-loader";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        if (task.operation() != Operation.INSERT) {
            return null;
        }
        Connection connection = connections.open();
        DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
        return Attempt.prepared(connection, batch -> {
            List<R> records = JooqRecords.of(ctx, task.shape(), batch.rows());
            return () -> {
                ctx.loadInto(task.shape().table())
                        .bulkAfter(BULK)
                        .commitNone()
                        .loadRecords(records)
                        .fieldsCorresponding()
                        .execute();
                return Attempt.NOTHING;
            };
        });
    }
}
