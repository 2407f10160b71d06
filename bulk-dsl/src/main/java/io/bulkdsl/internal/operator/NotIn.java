package io.bulkdsl.internal.operator;

import static org.jooq.impl.DSL.all;

import io.bulkdsl.contract.KeyOperator;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column <> all(incoming)}; an empty collection matches every row, also where the column is null. */
public final class NotIn<T> implements KeyOperator<T, Collection<T>> {

    @Override
    public Condition match(Field<T> column, Field<Collection<T>> incoming) {
        return column.ne(all(incoming.coerce(ArrayType.of(column.getDataType()))));
    }

    @Override
    public DataType<Collection<T>> incomingType(DataType<T> column) {
        return ArrayType.ofCollection(column);
    }

    @Override
    public void check(Collection<T> incoming) {
        NoNulls.check(incoming);
    }
}
