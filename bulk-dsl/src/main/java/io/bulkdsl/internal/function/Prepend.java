// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.arrayConcat;

import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;

/** Arrays: {@code column = incoming || column}, which takes null for nothing. */
public final class Prepend<X> implements SameType<X[]> {

    @Override
    public Field<X[]> apply(Field<X[]> current, Field<X[]> incoming) {
        return arrayConcat(incoming, current);
    }

    @Override
    public Optional<BinaryOperator<X[]>> fold(DataType<X[]> column) {
        return Optional.of(NullsIgnored.in((earlier, later) -> JoinedArrays.of(later, earlier)));
    }
}
