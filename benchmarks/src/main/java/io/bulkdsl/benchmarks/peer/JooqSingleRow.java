// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.val;

import io.bulkdsl.benchmarks.data.Column;
import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** jOOQ's queries for one row, with null in place of each value. */
final class JooqSingleRow {

    private JooqSingleRow() {}

    static <R extends UpdatableRecord<R>> @Nullable Query of(Operation operation, Shape<R, ?> shape) {
        return switch (operation) {
            case UPDATE, UPDATE_5_CHANGED -> update(shape);
            case UPSERT_0, UPSERT_50, UPSERT_100 -> upsert(shape);
            case INSERT -> insert(shape);
            case DELETE -> delete(shape);
            case INSERT_KEYS, PDNF -> null; // a batch hands back nothing
        };
    }

    private static <R extends UpdatableRecord<R>> Query update(Shape<R, ?> shape) {
        Map<Field<?>, Field<?>> assignments = new LinkedHashMap<>();
        for (Column<R, ?, ?> column : shape.others()) {
            assignments.put(column.field(), val(null, column.field()));
        }
        return DSL.update(shape.table())
                .set(assignments)
                .where(shape.id().field().eq(val(null, shape.id().field())));
    }

    private static <R extends UpdatableRecord<R>> Query insert(Shape<R, ?> shape) {
        return DSL.insertInto(shape.table()).columns(fields(shape.columns())).values(nulls(shape.columns()));
    }

    private static <R extends UpdatableRecord<R>> Query upsert(Shape<R, ?> shape) {
        return DSL.insertInto(shape.table())
                .columns(fields(shape.columns()))
                .values(nulls(shape.columns()))
                .onConflict(shape.id().field())
                .doUpdate()
                .set(excludedOthers(shape));
    }

    private static <R extends UpdatableRecord<R>> Query delete(Shape<R, ?> shape) {
        return DSL.deleteFrom(shape.table())
                .where(shape.id().field().eq(val(null, shape.id().field())));
    }

    static <R extends UpdatableRecord<R>> Map<Field<?>, Field<?>> excludedOthers(Shape<R, ?> shape) {
        Map<Field<?>, Field<?>> assignments = new LinkedHashMap<>();
        for (Column<R, ?, ?> column : shape.others()) {
            assignments.put(column.field(), excluded(column.field()));
        }
        return assignments;
    }

    static List<? extends Field<?>> fields(List<? extends Column<?, ?, ?>> columns) {
        return columns.stream().map(Column::field).toList();
    }

    private static List<? extends Field<?>> nulls(List<? extends Column<?, ?, ?>> columns) {
        return columns.stream().map(column -> val(null, column.field())).toList();
    }
}
