// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DataType;
import org.jooq.Field;

/** Columns that a new row needs and nobody fills, as far as the generated class knows. */
final class MissingColumns {

    /**
     * Refuses a definition under which no row can be inserted.
     *
     * @param filled columns that triggers or the like fill
     * @param inserted columns that get a value
     * @param remedy what else could be done
     */
    static void check(
            StatementModel<?> model,
            Collection<? extends Field<?>> filled,
            Stream<? extends Field<?>> inserted,
            String remedy) {
        List<Field<?>> missing = of(model, filled, inserted);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(model.description() + ": "
                    + missing.stream().map(Columns::label).collect(Collectors.joining(", "))
                    + (missing.size() == 1 ? " is" : " are")
                    + " NOT NULL without a default, and not set; set it, or say filledByDatabase(…) if a trigger does"
                    + remedy);
        }
    }

    private static List<Field<?>> of(
            StatementModel<?> model, Collection<? extends Field<?>> filled, Stream<? extends Field<?>> inserted) {
        List<Field<?>> present = new ArrayList<>(filled);
        inserted.forEach(present::add);
        model.keys().forEach(key -> present.add(key.column()));
        return Arrays.stream(model.table().fields())
                .filter(field -> isNeeded(field.getDataType()) && !present.contains(field))
                .collect(Collectors.toList());
    }

    private static boolean isNeeded(DataType<?> type) {
        return !type.nullable() && !type.defaulted() && !type.identity() && !type.readonly();
    }

    private MissingColumns() {}
}
