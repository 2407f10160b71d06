// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.when;

import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;

/**
 * Arrays as sets that remember their order; null incoming leaves the column alone:
 *
 * <pre>
 * case when incoming is null then column
 *      else array(select e from unnest(column || incoming) with ordinality as u (e, n) group by e order by min(n)) end
 * </pre>
 */
public final class Union<X> implements SameType<X[]> {

    @Override
    public Field<X[]> apply(Field<X[]> current, Field<X[]> incoming) {
        Field<X[]> distinct = field(
                "array(select e from unnest({0} || {1}) with ordinality as u (e, n) group by e order by min(n))",
                current.getDataType(), current, incoming);
        return when(incoming.isNull(), current).otherwise(distinct);
    }

    @Override
    public DataType<X[]> incomingType(DataType<X[]> column) {
        return OneDimension.of(column, "union()");
    }

    @Override
    public Optional<BinaryOperator<X[]>> fold(DataType<X[]> column) {
        return Optional.of(NullsIgnored.in(JoinedArrays::of));
    }
}
