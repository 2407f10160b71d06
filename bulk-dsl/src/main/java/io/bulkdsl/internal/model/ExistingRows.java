// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Which of the rows found are written.
 *
 * @param where those that fulfil these
 * @param comparison those that change, if so chosen
 * @param version those that still have the version they were read with, if one is given
 */
public record ExistingRows<E>(
        List<Condition> where,
        Comparison comparison,
        @Nullable RowVersion<E, ?> version) {

    static <E> ExistingRows<E> all() {
        return new ExistingRows<>(List.of(), Comparison.NONE, null);
    }

    ExistingRows<E> where(Condition condition) {
        return new ExistingRows<>(Appended.to(where, requireNonNull(condition, "condition")), comparison, version);
    }

    ExistingRows<E> compared(Comparison by) {
        return new ExistingRows<>(where, by, version);
    }

    ExistingRows<E> version(RowVersion<E, ?> checked) {
        return new ExistingRows<>(where, comparison, checked);
    }

    /** The columns that count changes: those configured, and the one that is checked. */
    List<TableField<?, ?>> versionColumns(Table<?> table) {
        List<TableField<?, ?>> columns = new ArrayList<>(RowVersion.configured(table));
        if (version != null && version.column() instanceof TableField<?, ?> own && !columns.contains(own)) {
            columns.add(own);
        }
        return columns;
    }

    /** Whether some of the rows found may be left as they are. */
    boolean mayLeaveSome() {
        return !where.isEmpty() || comparison.skipsUnchanged() || version != null;
    }
}
