// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.contract.Computed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The version a row must still have to be written: {@code column is not distinct from incoming}.
 *
 * @param column a number that counts changes, or the time of the last one
 */
public record RowVersion<E, T>(Field<T> column, Incoming<E, T> incoming) implements Cell<E> {

    static <E, T> RowVersion<E, T> of(
            Table<?> table,
            TableField<?, T> column,
            Function<? super E, ? extends @Nullable T> getter,
            Collection<? extends Cell<E>> others) {
        Checks.belongsTo(table, column);
        isVersion(column);
        return new RowVersion<>(
                column, Columns.incoming(column, TypeWithoutLength.of(column.getDataType()), getter, others));
    }

    @Override
    public @Nullable T of(E element, int rowNumber) {
        return incoming.of(element, rowNumber);
    }

    public Condition matches(IncomingTable rows) {
        return column.isNotDistinctFrom(rows.field(incoming));
    }

    /** The columns that jOOQ's code generator was told to be versions or timestamps of records. */
    public static List<TableField<?, ?>> configured(Table<?> table) {
        List<TableField<?, ?>> columns = new ArrayList<>();
        for (TableField<?, ?> column : new TableField<?, ?>[] {table.getRecordVersion(), table.getRecordTimestamp()}) {
            // the class knows the table's own columns; an alias has its own
            if (column != null && table.field(column) instanceof TableField<?, ?> own) {
                columns.add(own);
            }
        }
        return columns;
    }

    /** The next versions, where nothing else sets them. */
    public static <E> List<Assignment.WithoutIncoming<E, ?>> increments(
            Collection<? extends TableField<?, ?>> versions, Collection<? extends Field<?>> set) {
        List<Assignment.WithoutIncoming<E, ?>> result = new ArrayList<>();
        for (TableField<?, ?> column : versions) {
            if (!set.contains(column)) {
                result.add(increment(column));
            }
        }
        return result;
    }

    private static <E, T> Assignment.WithoutIncoming<E, T> increment(Field<T> column) {
        return new Assignment.WithoutIncoming<>(column, next(column));
    }

    /** The version an element was read with, if it is a record: jOOQ keeps it when another is set. */
    static <E, T> Function<E, @Nullable T> readWith(Field<T> column) {
        return element -> {
            if (!(element instanceof Record record)) {
                return null;
            }
            T original = record.original(column);
            return original == null ? record.get(column) : original;
        };
    }

    /** The next version: the number after, or the time now, also within one transaction; of a new row 1. */
    static <T> Computed<T> next(Field<T> column) {
        isVersion(column);
        return column.getDataType().isNumeric()
                ? current -> coalesce(current, inline(0).coerce(column.getDataType()))
                        .plus(inline(1))
                : current -> field("clock_timestamp()", column.getDataType()).cast(column.getDataType());
    }

    private static void isVersion(Field<?> column) {
        if (!column.getDataType().isNumeric() && !column.getDataType().isDateTime()) {
            throw new IllegalArgumentException("column " + Columns.label(column) + " is of type "
                    + column.getDataType().getTypeName() + "; a version is a number or a time");
        }
    }
}
