// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.KeyOperator;
import java.util.Collection;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What ties an incoming row to rows of the table: {@code operator(column, incoming)}. */
public record Key<E, T, V>(Field<T> column, KeyOperator<T, V> operator, Incoming<E, V> incoming) implements Cell<E> {

    /** A key on any column; what doesn't suit it is refused. */
    static <E, T, V> Key<E, T, V> of(
            Field<T> column,
            KeyOperator<T, V> operator,
            Function<? super E, ? extends @Nullable V> getter,
            Collection<? extends Cell<E>> others) {
        return new Key<>(
                column, operator, Columns.incoming(column, Checks.incomingType(column, operator), getter, others));
    }

    /** A key on a column of the table; what doesn't suit it, or is of another table, is refused. */
    static <E, T, V> Key<E, T, V> of(
            Table<?> table,
            TableField<?, T> column,
            KeyOperator<T, V> operator,
            Function<? super E, ? extends @Nullable V> getter,
            Collection<? extends Cell<E>> others) {
        Checks.belongsTo(table, column);
        return of(column, operator, getter, others);
    }

    public Condition match(IncomingTable rows) {
        return operator.match(column, rows.field(incoming));
    }

    /**
     * Between the incoming value and what the column holds, or would if the value were stored: the value is cast to the
     * column's type with its length and scale.
     *
     * @param stored the column, or what a query made of it
     */
    public Condition matchStored(Field<T> stored, IncomingTable rows) {
        return operator.match(
                stored, rows.field(incoming).cast(column.getDataType()).coerce(incoming.type()));
    }

    /**
     * That the cast of {@link #matchStored} cuts off nothing but blanks. The assignment to the column refuses the rest; a row
     * that is looked up before it is assigned must not be taken for another.
     */
    public Condition isNotCut(IncomingTable rows) {
        DataType<T> type = column.getDataType();
        return type.isString() && type.lengthDefined()
                ? DSL.condition(
                        "coalesce(char_length(rtrim({0})), 0) <= {1}", rows.field(incoming), DSL.inline(type.length()))
                : DSL.noCondition();
    }

    /** What a conflict target compares: the column, or an expression of it. */
    public Field<T> compared() {
        return compared(operator, column);
    }

    /** Whether Java can't tell which values are equal, since an expression of them is compared. */
    public boolean isComparedByExpression() {
        return compared() != column;
    }

    /** {@code value} as it is compared. */
    public Field<V> compared(Field<V> value) {
        return compared(operator, value);
    }

    /**
     * Without bind values: the server knows an expression by the index on it, or by the same expression elsewhere in a
     * statement, as long as all of it is written out.
     */
    private static <X> Field<X> compared(KeyOperator<?, ?> operator, Field<X> columnOrValue) {
        Field<X> compared = Unchecked.compared(operator, columnOrValue);
        return compared == columnOrValue ? compared : DSL.inlined(compared);
    }

    /** The incoming value as it is compared, for the order in which rows are written. */
    public Field<?> order(IncomingTable rows) {
        return compared(operator, rows.field(incoming));
    }

    /** The condition for the value that {@link #of} gave for a row, without an incoming table. */
    public Condition match(@Nullable Object value) {
        return operator.match(column, DSL.val(value, incoming.type()));
    }

    @Override
    public @Nullable V of(E element, int rowNumber) {
        V value = incoming.of(element, rowNumber);
        if (value != null) {
            check(value, rowNumber);
        } else {
            checkNull(rowNumber);
        }
        return value;
    }

    /** Refuses null, a getter's or what a converter made of its value, unless the operator has a meaning for it. */
    public void checkNull(int rowNumber) {
        if (!operator.acceptsNull()) {
            throw new InvalidRowException(
                    rowNumber,
                    incoming.column(),
                    "the key is null and so matches no row; drop such rows"
                            + (operator.isEquality() ? ", or use notDistinct() to match null with null" : ""),
                    null);
        }
    }

    private void check(V value, int rowNumber) {
        try {
            operator.check(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidRowException(rowNumber, incoming.column(), String.valueOf(e.getMessage()), e);
        }
    }
}
