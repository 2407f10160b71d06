// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.internal.model.Assignment.WithoutIncoming;
import io.bulkdsl.internal.model.Removal.Mark;
import io.bulkdsl.internal.model.Upserted.Scope;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bulkSync} is to do.
 *
 * @param upsert what is created and updated, existing rows in the scope only
 * @param scope which part of the table the input is all of
 * @param maxRows how many rows may be removed
 * @param maxPercent how many of a hundred rows in the scope may be removed
 */
public record SyncModel<R extends Record, E>(
        UpsertModel<R, E> upsert,
        Condition scope,
        Removal removal,
        @Nullable Integer maxRows,
        @Nullable Double maxPercent) {

    public static <R extends Record, E> SyncModel<R, E> of(UpsertModel<R, E> upsert, Condition scope) {
        return new SyncModel<>(
                upsert.named("bulkSync").where(requireNonNull(scope, "scope")), scope, new Removal.Keep(), null, null);
    }

    public SyncModel<R, E> deleting() {
        return new SyncModel<>(upsert, scope, new Removal.Delete(), maxRows, maxPercent);
    }

    public <T> SyncModel<R, E> marking(TableField<R, T> mark, Computed<T> function) {
        UpsertModel<R, E> reviving =
                upsert.set(Scope.EXISTING, mark, Mark::absent).comparing(mark);
        Checks.suits(mark, function);
        return new SyncModel<>(
                reviving, scope, new Mark(mark, List.of(new WithoutIncoming<>(mark, function))), maxRows, maxPercent);
    }

    public <T> SyncModel<R, E> setRemoved(TableField<R, T> column, Computed<T> function) {
        Mark mark = removal.marking()
                .orElseThrow(() -> new IllegalStateException(
                        "setMissing(…) goes with softDeleteMissing(…), which leaves rows to set something in"));
        Checks.settable(upsert.table(), column, mark.sets().stream().map(Assignment::column));
        Checks.suits(column, function);
        return new SyncModel<>(upsert, scope, mark.and(new WithoutIncoming<>(column, function)), maxRows, maxPercent);
    }

    public SyncModel<R, E> maxRows(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("refuseToRemoveMoreThan(" + rows + "): not a number of rows");
        }
        return new SyncModel<>(upsert, scope, removal, rows, maxPercent);
    }

    public SyncModel<R, E> maxPercent(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("refuseToRemoveMoreThanPercent(" + percent + "): not between 0 and 100");
        }
        return new SyncModel<>(upsert, scope, removal, maxRows, percent);
    }
}
