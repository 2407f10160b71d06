// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.StatementModel;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.UniqueKey;
import org.jooq.exception.DataAccessException;

/** Errors of the server that say less than we know. */
final class Refusal {

    /** PostgreSQL: there is no unique or exclusion constraint matching the ON CONFLICT specification. */
    private static final String NO_SUCH_CONFLICT_TARGET = "42P10";

    /** PostgreSQL: ON CONFLICT does not support deferrable unique constraints as arbiters. */
    private static final String DEFERRABLE_CONFLICT_TARGET = "55000";

    static <X> X explained(StatementModel<?> model, Supplier<X> call) {
        try {
            return call.get();
        } catch (DataAccessException e) {
            throw switch (e.sqlState()) {
                case NO_SUCH_CONFLICT_TARGET ->
                    new DataAccessException(
                            model.description() + ": the keys " + keys(model)
                                    + " are no unique key or index of the table; its unique keys are "
                                    + uniqueKeys(model),
                            e);
                case DEFERRABLE_CONFLICT_TARGET ->
                    new DataAccessException(
                            model.description() + ": the unique constraint on the keys " + keys(model)
                                    + " is deferrable, and PostgreSQL can't take such a one for ON CONFLICT",
                            e);
                default -> e;
            };
        }
    }

    private static String keys(StatementModel<?> model) {
        return names(
                model.keys().stream().map((Key<?, ?, ?> key) -> key.column()).toList());
    }

    private static String uniqueKeys(StatementModel<?> model) {
        List<? extends UniqueKey<?>> keys = model.table().getKeys();
        return keys.isEmpty()
                ? "none that its generated class knows"
                : keys.stream().map(key -> names(key.getFields())).sorted().collect(Collectors.joining(", "));
    }

    private static String names(List<? extends Field<?>> columns) {
        return columns.stream().map(Field::getName).collect(Collectors.joining(", ", "(", ")"));
    }

    private Refusal() {}
}
