// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** This library with {@code lockInKeyOrder()}, where that takes a step more. */
final class BulkDslLocked implements Candidate {

    private static final Set<Operation> LOCKING_FIRST = EnumSet.of(Operation.UPDATE, Operation.DELETE);

    @Override
    public String name() {
        return "bulk-dsl-locked";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        if (!LOCKING_FIRST.contains(task.operation())) {
            return null;
        }
        Connection connection = connections.open();
        DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
        var definition = Definitions.of(task.operation(), task.shape());
        return Attempt.writing(
                connection, rows -> definition.rows(rows).lockInKeyOrder().execute(ctx));
    }
}
