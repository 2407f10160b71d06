// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import static org.jooq.impl.DSL.val;

import io.bulkdsl.benchmarks.data.Column;
import io.bulkdsl.benchmarks.data.Shape;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** {@code update … set c = case id when ? then ? when ? then ? … end where id in (…)}, as many write it by hand. */
final class CaseWhen implements Candidate {

    /** The server goes through all cases for each row, so portions are small. */
    private static final int PORTION = 100;

    @Override
    public String name() {
        return "case-when";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        if (!task.operation().updates()) {
            return null;
        }
        Connection connection = connections.open();
        DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
        return Attempt.writing(connection, rows -> {
            for (List<E> portion : Portions.of(PORTION, rows)) {
                update(ctx, task.shape(), portion);
            }
        });
    }

    private static <R extends UpdatableRecord<R>, E> void update(DSLContext ctx, Shape<R, E> shape, List<E> rows) {
        Map<Field<?>, Field<?>> assignments = new LinkedHashMap<>();
        for (Column<R, E, ?> column : shape.others()) {
            assignments.put(column.field(), byId(shape, column, rows));
        }
        ctx.update(shape.table())
                .set(assignments)
                .where(shape.id()
                        .field()
                        .in(rows.stream().map(shape.id()::value).toList()))
                .execute();
    }

    private static <R extends UpdatableRecord<R>, E, T> Field<T> byId(
            Shape<R, E> shape, Column<R, E, T> column, List<E> rows) {
        Map<Field<Long>, Field<T>> cases = new LinkedHashMap<>();
        for (E row : rows) {
            cases.put(val(shape.id().value(row)), val(column.value(row), column.field()));
        }
        return DSL.case_(shape.id().field()).mapFields(cases);
    }
}
