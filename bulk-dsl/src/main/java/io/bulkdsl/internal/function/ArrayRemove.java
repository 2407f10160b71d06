// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.arrayRemove;
import static org.jooq.impl.DSL.when;

import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.internal.model.Unchecked;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column = case when incoming is null then column else array_remove(column, incoming) end}. */
public final class ArrayRemove<X> implements SetFunction<X[], X> {

    @Override
    public Field<X[]> apply(Field<X[]> current, Field<X> incoming) {
        return when(incoming.isNull(), current).otherwise(arrayRemove(current, incoming));
    }

    @Override
    public DataType<X> incomingType(DataType<X[]> column) {
        return Unchecked.elementType(OneDimension.of(column, "arrayRemove()"));
    }
}
