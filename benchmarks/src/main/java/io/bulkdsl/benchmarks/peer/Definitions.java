// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.RowsStep;
import io.bulkdsl.benchmarks.data.Column;
import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Shape;
import java.util.List;
import org.jooq.UpdatableRecord;

/** The operations as definitions of bulk-dsl, whatever the shape; an application writes them out, column by column. */
public final class Definitions {

    private Definitions() {}

    public static <R extends UpdatableRecord<R>, E> RowsStep<E, BulkStatement<E>> of(
            Operation operation, Shape<R, E> shape) {
        return switch (operation) {
            case UPDATE -> update(shape);
            case UPDATE_5_CHANGED -> update(shape).onlyChanged();
            case UPSERT_0, UPSERT_50, UPSERT_100 -> upsert(shape);
            case INSERT -> insert(shape, shape.columns());
            case INSERT_KEYS -> insert(shape, shape.others());
            case DELETE ->
                bulkDelete(shape.table(), shape.element())
                        .key(shape.id().field())
                        .from(shape.id().getter());
            case PDNF -> throw new IllegalArgumentException("pdnf is a condition, not a statement");
        };
    }

    static <R extends UpdatableRecord<R>, E> BulkUpdate<R, E> update(Shape<R, E> shape) {
        BulkUpdate.SetStep<R, E> keyed = bulkUpdate(shape.table(), shape.element())
                .key(shape.id().field())
                .from(shape.id().getter());
        BulkUpdate<R, E> update = set(keyed, shape.others().get(0));
        for (Column<R, E, ?> column : rest(shape.others())) {
            update = set(update, column);
        }
        return update;
    }

    private static <R extends UpdatableRecord<R>, E> BulkUpsert<R, E> upsert(Shape<R, E> shape) {
        BulkUpsert.SetStep<R, E> keyed = bulkUpsert(shape.table(), shape.element())
                .key(shape.id().field())
                .from(shape.id().getter());
        BulkUpsert<R, E> upsert = set(keyed, shape.others().get(0));
        for (Column<R, E, ?> column : rest(shape.others())) {
            upsert = set(upsert, column);
        }
        return upsert;
    }

    private static <R extends UpdatableRecord<R>, E> BulkInsert<R, E> insert(
            Shape<R, E> shape, List<Column<R, E, ?>> columns) {
        BulkInsert<R, E> insert = set(bulkInsert(shape.table(), shape.element()), columns.get(0));
        for (Column<R, E, ?> column : rest(columns)) {
            insert = set(insert, column);
        }
        return insert;
    }

    private static <T> List<T> rest(List<T> list) {
        return list.subList(1, list.size());
    }

    private static <R extends UpdatableRecord<R>, E, T> BulkUpdate<R, E> set(
            BulkUpdate.SetStep<R, E> keyed, Column<R, E, T> column) {
        return keyed.set(column.field()).from(column.getter());
    }

    private static <R extends UpdatableRecord<R>, E, T> BulkUpdate<R, E> set(
            BulkUpdate<R, E> update, Column<R, E, T> column) {
        return update.set(column.field()).from(column.getter());
    }

    private static <R extends UpdatableRecord<R>, E, T> BulkUpsert<R, E> set(
            BulkUpsert.SetStep<R, E> keyed, Column<R, E, T> column) {
        return keyed.set(column.field()).from(column.getter());
    }

    private static <R extends UpdatableRecord<R>, E, T> BulkUpsert<R, E> set(
            BulkUpsert<R, E> upsert, Column<R, E, T> column) {
        return upsert.set(column.field()).from(column.getter());
    }

    private static <R extends UpdatableRecord<R>, E, T> BulkInsert<R, E> set(
            BulkInsert.SetStep<R, E> insert, Column<R, E, T> column) {
        return insert.set(column.field()).from(column.getter());
    }

    private static <R extends UpdatableRecord<R>, E, T> BulkInsert<R, E> set(
            BulkInsert<R, E> insert, Column<R, E, T> column) {
        return insert.set(column.field()).from(column.getter());
    }
}
