// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.model.UpsertModel;
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

    /** PostgreSQL says so of many things; of a deferrable constraint as conflict target too. */
    private static final String WRONG_STATE = "55000";

    static <X> X explained(StatementModel<?> model, Supplier<X> call) {
        try {
            return call.get();
        } catch (DataAccessException e) {
            String remedy = remedy(model, e);
            throw remedy.isEmpty() ? e : new DataAccessException(model.description() + ": " + remedy, e);
        }
    }

    private static String remedy(StatementModel<?> model, DataAccessException e) {
        if (!(model instanceof UpsertModel)) {
            return "";
        } else if (e.sqlState().equals(NO_SUCH_CONFLICT_TARGET)) {
            return "the keys " + keys(model) + " are no unique key or index of the table; its unique keys are "
                    + uniqueKeys(model);
        } else if (e.sqlState().equals(WRONG_STATE)
                && String.valueOf(e.getMessage()).contains("deferrable")) {
            return "the unique constraint on the keys " + keys(model)
                    + " is deferrable, and PostgreSQL takes none such for ON CONFLICT";
        }
        return "";
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
