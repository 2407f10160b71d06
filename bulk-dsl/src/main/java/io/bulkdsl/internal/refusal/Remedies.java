// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.refusal;

import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.render.InsertRenderer;
import io.bulkdsl.internal.render.NextValue;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.UniqueKey;

/** What to do about errors of the server that say less than we know. */
final class Remedies {

    /** PostgreSQL: there is no unique or exclusion constraint matching the ON CONFLICT specification. */
    private static final String NO_SUCH_CONFLICT_TARGET = "42P10";

    /** PostgreSQL says so of many things; of a deferrable constraint as conflict target too. */
    private static final String WRONG_STATE = "55000";

    private static final String NO_NUMBER = "22P02";

    private static final String NO_RELATION = "42P01";

    /** Empty if we know no better. */
    static String of(StatementModel<?> model, RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return switch (Failures.sqlState(e)) {
            case NO_SUCH_CONFLICT_TARGET -> model instanceof UpsertModel ? noSuchTarget(model) : "";
            case WRONG_STATE -> model instanceof UpsertModel && message.contains("deferrable") ? deferrable(model) : "";
            case NO_NUMBER ->
                message.contains(InsertRenderer.CHANGED_KEY)
                        ? "a trigger gave a new row another key than it was to have, so which input row it belongs to can't be told; use execute() or returning(…).fetch"
                        : "";
            case NO_RELATION ->
                message.contains(NextValue.NO_SEQUENCE)
                        ? "the primary key's column has no sequence of its own, so which input row a new row belongs to can't be told; alter sequence … owned by the column, set the column, or use execute() or returning(…).fetch"
                        : "";
            default -> "";
        };
    }

    private static String noSuchTarget(StatementModel<?> model) {
        return "the keys " + keys(model) + " are no unique key or index of the table; its unique keys are "
                + uniqueKeys(model)
                + ". An index on some of the rows needs indexWhere(…), one on an expression eqBy(…); without any there is keyNotUnique()";
    }

    private static String deferrable(StatementModel<?> model) {
        return "the unique constraint on the keys " + keys(model)
                + " is deferrable, and PostgreSQL takes none such for ON CONFLICT; there is keyNotUnique()";
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

    private Remedies() {}
}
