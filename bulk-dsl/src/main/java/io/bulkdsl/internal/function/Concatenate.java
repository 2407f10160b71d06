// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.coalesce;

import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;

/** Text: {@code column = coalesce(column || incoming, incoming, column)}. */
public final class Concatenate implements SameType<String> {

    @Override
    public Field<String> apply(Field<String> current, Field<String> incoming) {
        return coalesce(current.concat(incoming), incoming, current);
    }

    @Override
    public Optional<BinaryOperator<String>> fold(DataType<String> column) {
        return Optional.of(NullsIgnored.in(String::concat));
    }
}
