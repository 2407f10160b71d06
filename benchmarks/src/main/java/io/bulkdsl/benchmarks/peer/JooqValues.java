// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;

import io.bulkdsl.benchmarks.data.Column;
import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Shape;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Statements of many rows written by hand with jOOQ: {@code update … from (values …)}, {@code insert … values …, …}. */
record JooqValues(int portion) implements Candidate {

    private static final String INCOMING = "incoming";

    @Override
    public String name() {
        return "jooq-values-" + portion;
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        Operation operation = task.operation();
        if (operation == Operation.PDNF) {
            return null;
        }
        Shape<R, E> shape = task.shape();
        Connection connection = connections.open();
        DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
        int size = Portions.atMost(portion, shape.columns().size());
        if (operation == Operation.INSERT_KEYS) {
            return Attempt.answering(connection, rows -> Portions.of(size, rows).stream()
                    .flatMap(some -> insertReturning(ctx, shape, some).stream())
                    .mapToLong(key -> key)
                    .toArray());
        }
        return Attempt.writing(connection, rows -> {
            for (List<E> some : Portions.of(size, rows)) {
                write(ctx, operation, shape, some);
            }
        });
    }

    private static <R extends UpdatableRecord<R>, E> void write(
            DSLContext ctx, Operation operation, Shape<R, E> shape, List<E> rows) {
        if (operation.updates()) {
            update(ctx, shape, rows);
        } else if (operation == Operation.DELETE) {
            Table<?> incoming = incoming(List.of(shape.id()), rows);
            ctx.deleteFrom(shape.table())
                    .using(incoming)
                    .where(shape.id()
                            .field()
                            .eq(DSL.field(DSL.name(INCOMING, shape.id().name()), Long.class)))
                    .execute();
        } else if (operation == Operation.INSERT) {
            ctx.insertInto(shape.table())
                    .columns(JooqSingleRow.fields(shape.columns()))
                    .valuesOfRows(rowsOf(shape.columns(), rows))
                    .execute();
        } else {
            ctx.insertInto(shape.table())
                    .columns(JooqSingleRow.fields(shape.columns()))
                    .valuesOfRows(rowsOf(shape.columns(), rows))
                    .onConflict(shape.id().field())
                    .doUpdate()
                    .set(JooqSingleRow.excludedOthers(shape))
                    .execute();
        }
    }

    private static <R extends UpdatableRecord<R>, E> void update(DSLContext ctx, Shape<R, E> shape, List<E> rows) {
        Table<?> incoming = incoming(shape.columns(), rows);
        Map<Field<?>, Field<?>> assignments = new LinkedHashMap<>();
        for (Column<R, E, ?> column : shape.others()) {
            assignments.put(
                    column.field(),
                    DSL.field(DSL.name(INCOMING, column.name()), column.field().getDataType()));
        }
        ctx.update(shape.table())
                .set(assignments)
                .from(incoming)
                .where(shape.id()
                        .field()
                        .eq(DSL.field(DSL.name(INCOMING, shape.id().name()), Long.class)))
                .execute();
    }

    private static <R extends UpdatableRecord<R>, E> List<Long> insertReturning(
            DSLContext ctx, Shape<R, E> shape, List<E> rows) {
        return ctx.insertInto(shape.table())
                .columns(JooqSingleRow.fields(shape.others()))
                .valuesOfRows(rowsOf(shape.others(), rows))
                .returningResult(shape.id().field())
                .fetch()
                .map(key -> key.value1());
    }

    private static <R extends UpdatableRecord<R>, E> Table<?> incoming(List<Column<R, E, ?>> columns, List<E> rows) {
        String[] names = columns.stream().map(Column::name).toArray(String[]::new);
        return values(rowsOf(columns, rows).toArray(RowN[]::new)).as(INCOMING, names);
    }

    private static <R extends UpdatableRecord<R>, E> List<RowN> rowsOf(List<Column<R, E, ?>> columns, List<E> rows) {
        return rows.stream()
                .map(element -> row(columns.stream()
                        .map(column -> val((Object) column.value(element), column.field()))
                        .toList()))
                .toList();
    }
}
