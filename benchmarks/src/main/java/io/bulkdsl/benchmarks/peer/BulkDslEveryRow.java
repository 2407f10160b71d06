// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** This library without {@code onlyChanged()}, where the others of this library are with it. */
final class BulkDslEveryRow implements Candidate {

    @Override
    public String name() {
        return "bulk-dsl-every-row";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        if (task.operation() != Operation.UPDATE_5_CHANGED) {
            return null;
        }
        Connection connection = connections.open();
        DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
        var update = Definitions.update(task.shape());
        return Attempt.writing(connection, rows -> update.rows(rows).execute(ctx));
    }
}
