// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.functions;

import static org.jooq.impl.DSL.coalesce;

import io.bulkdsl.contract.SetFunction;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column = column | incoming}: sets bits. A null on either side counts as none. */
final class AddFlags implements SetFunction<Integer, Integer> {

    @Override
    public Field<Integer> apply(Field<Integer> current, Field<Integer> incoming) {
        return coalesce(current.bitOr(incoming), incoming, current);
    }

    @Override
    public DataType<Integer> incomingType(DataType<Integer> column) {
        return column;
    }

    @Override
    public Optional<BinaryOperator<Integer>> fold(DataType<Integer> column) {
        return Optional.of((first, second) -> {
            if (first == null || second == null) {
                return first == null ? second : first;
            }
            return first | second;
        });
    }
}
