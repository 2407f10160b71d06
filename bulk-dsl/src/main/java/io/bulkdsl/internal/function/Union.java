// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.arrayConcat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.when;

import io.bulkdsl.contract.UpsertFunction;
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
public final class Union<X> implements SameType<X[]>, UpsertFunction<X[]> {

    @Override
    public Field<X[]> apply(Field<X[]> current, Field<X[]> incoming) {
        return when(incoming.isNull(), current).otherwise(distinct(arrayConcat(current, incoming)));
    }

    @Override
    public Field<X[]> inserted(Field<X[]> incoming) {
        return when(incoming.isNotNull(), distinct(incoming));
    }

    @Override
    public Field<X[]> merged(Field<X[]> current, Field<X[]> excluded) {
        return apply(current, excluded);
    }

    private static <X> Field<X[]> distinct(Field<X[]> elements) {
        return field(
                "array(select e from unnest({0}) with ordinality as u (e, n) group by e order by min(n))",
                elements.getDataType(), elements);
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
