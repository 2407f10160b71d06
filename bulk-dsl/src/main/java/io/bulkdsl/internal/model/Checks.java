// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.XML;

/** What the compiler can't know of a definition, refused at the step that brings it in. */
final class Checks {

    static void belongsTo(Table<?> table, TableField<?, ?> column) {
        if (!table.equals(column.getTable())) {
            throw new IllegalArgumentException("column " + Columns.label(column) + " is not a column of "
                    + table.getName() + "; with an aliased table, take the columns from the alias");
        }
    }

    /** @param others the columns that are set already */
    static void settable(Table<?> table, TableField<?, ?> column, Stream<? extends Field<?>> others) {
        belongsTo(table, column);
        if (others.anyMatch(column::equals)) {
            throw new IllegalArgumentException("column " + Columns.label(column)
                    + " is set twice; keep one, or combine them in one function with expr(…)");
        }
    }

    static void notAKey(List<? extends Key<?, ?, ?>> keys, TableField<?, ?> column, String remedy) {
        if (keys.stream().anyMatch(key -> key.column().equals(column))) {
            throw new IllegalArgumentException("column " + Columns.label(column) + " is a key" + remedy);
        }
    }

    static <T, V> DataType<V> incomingType(Field<T> column, SetFunction<T, V> function) {
        return suiting(column, () -> function.incomingType(TypeWithoutLength.of(column.getDataType())));
    }

    static <T, V> DataType<V> incomingType(Field<T> column, KeyOperator<T, V> operator) {
        return suiting(column, () -> operator.incomingType(comparable(TypeWithoutLength.of(column.getDataType()))));
    }

    static <T> void suits(Field<T> column, Computed<T> function) {
        suiting(column, () -> {
            function.check(column.getDataType());
            return true;
        });
    }

    static <E> void canFold(List<? extends Cell<E>> cells) {
        FoldingCell.unfoldable(cells).ifPresent(cell -> {
            throw new IllegalArgumentException("duplicates(FOLD): the function that sets "
                    + cell.incoming().column()
                    + " can't make one value of two; choose FAIL, FIRST or LAST, or supply SetFunction.fold");
        });
    }

    /** json and xml have no equality in PostgreSQL, nor any order. */
    private static <T> DataType<T> comparable(DataType<T> type) {
        Class<?> databaseType = type.getConverter().fromType();
        if (databaseType == JSON.class || databaseType == XML.class) {
            throw new IllegalArgumentException("PostgreSQL can't compare " + type.getTypeName()
                    + "; use another key, or make the column jsonb or text");
        }
        return type;
    }

    private static <X> X suiting(Field<?> column, Supplier<X> check) {
        try {
            return check.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("column " + Columns.label(column) + ": " + e.getMessage(), e);
        }
    }

    private Checks() {}
}
