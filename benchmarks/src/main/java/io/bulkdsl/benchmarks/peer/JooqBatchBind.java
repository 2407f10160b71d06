// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Column;
import io.bulkdsl.benchmarks.data.Shape;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** jOOQ's {@code batch(query).bind(…).bind(…)}: the query is rendered once for a batch. */
final class JooqBatchBind implements Candidate {

    @Override
    public String name() {
        return "jooq-batch-bind";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        Query query = JooqSingleRow.of(task.operation(), task.shape());
        if (query == null) {
            return null;
        }
        Connection connection = connections.rewriting();
        DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
        List<Column<R, E, ?>> parameters = parameters(task);
        return Attempt.writing(connection, rows -> {
            for (List<E> portion : Portions.of(Portions.OF_A_BATCH, rows)) {
                BatchBindStep batch = ctx.batch(query);
                for (E row : portion) {
                    batch = batch.bind(values(parameters, row));
                }
                batch.execute();
            }
        });
    }

    private static <R extends UpdatableRecord<R>, E> List<Column<R, E, ?>> parameters(Task<R, E> task) {
        Shape<R, E> shape = task.shape();
        return switch (task.operation()) {
            case UPDATE, UPDATE_5_CHANGED ->
                Stream.concat(shape.others().stream(), Stream.of(shape.id())).toList();
            case DELETE -> List.of(shape.id());
            default -> shape.columns();
        };
    }

    private static <R extends UpdatableRecord<R>, E> @Nullable Object[] values(
            List<Column<R, E, ?>> parameters, E row) {
        @Nullable Object[] values = new Object[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters.get(i).value(row);
        }
        return values;
    }
}
