// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.RowsStep;
import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Shape;
import io.bulkdsl.benchmarks.data.Task;
import io.bulkdsl.contract.RowSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** This library, by one of its row sources. */
record BulkDsl(RowSource source) implements Candidate {

    private static final int MOST_ROWS_OF_VALUES = 10_000;

    @Override
    public String name() {
        return name(source);
    }

    static String name(RowSource source) {
        return source == RowSource.AUTO
                ? "bulk-dsl"
                : "bulk-dsl-" + source.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        Operation operation = task.operation();
        Shape<R, E> shape = task.shape();
        if (operation == Operation.PDNF) {
            return null;
        }
        RowsStep<E, BulkStatement<E>> definition = Definitions.of(operation, shape);
        Connection connection = connections.open();
        DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
        if (operation == Operation.INSERT_KEYS) {
            return Attempt.answering(connection, rows -> insert(ctx, shape, definition, rows));
        }
        return Attempt.writing(connection, rows -> {
            for (List<E> portion : portions(shape, rows)) {
                definition.rows(portion).via(source).execute(ctx);
            }
        });
    }

    private <R extends UpdatableRecord<R>, E> long[] insert(
            DSLContext ctx, Shape<R, E> shape, RowsStep<E, BulkStatement<E>> definition, List<E> rows) {
        return portions(shape, rows).stream()
                .flatMap(portion ->
                        definition
                                .rows(portion)
                                .via(source)
                                .returning(shape.id().field())
                                .fetchRows(ctx)
                                .stream())
                .mapToLong(returned -> returned.record().value1())
                .toArray();
    }

    /** Only VALUES has a limit of rows. */
    private <R extends UpdatableRecord<R>, E> List<List<E>> portions(Shape<R, E> shape, List<E> rows) {
        return source == RowSource.VALUES
                ? Portions.of(
                        Portions.atMost(MOST_ROWS_OF_VALUES, shape.columns().size()), rows)
                : List.of(rows);
    }
}
