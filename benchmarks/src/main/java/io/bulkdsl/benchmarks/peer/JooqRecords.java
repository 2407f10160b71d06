// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Column;
import io.bulkdsl.benchmarks.data.Shape;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.UpdatableRecord;

/** Rows as records of jOOQ, all columns of them touched. */
final class JooqRecords {

    private JooqRecords() {}

    static <R extends UpdatableRecord<R>, E> List<R> of(DSLContext ctx, Shape<R, E> shape, List<E> rows) {
        return rows.stream().map(row -> record(ctx, shape, row)).toList();
    }

    private static <R extends UpdatableRecord<R>, E> R record(DSLContext ctx, Shape<R, E> shape, E row) {
        R result = ctx.newRecord(shape.table());
        for (Column<R, E, ?> column : shape.columns()) {
            set(result, column, row);
        }
        return result;
    }

    private static <R extends UpdatableRecord<R>, E, T> void set(R record, Column<R, E, T> column, E row) {
        record.set(column.field(), column.value(row));
    }
}
