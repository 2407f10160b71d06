// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.proofs.Setting.When;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement as it is defined.
 *
 * @param keys the columns a unique index of the table is on, or any where it has none
 * @param notDistinct whether keys are compared by {@code notDistinct()}, else by {@code eq()}
 * @param where whether {@code n > 0} narrows the rows
 * @param onlyChanged what is compared; {@code *} all, {@code -} nothing, since rows are written anyway
 * @param doNothing of an upsert {@code doNothing()}, of an insert {@code onConflictDoNothing()}
 */
record Definition(
        Kind kind,
        String table,
        List<String> keys,
        boolean notDistinct,
        List<Setting> sets,
        boolean where,
        String onlyChanged,
        boolean doNothing,
        Duplicates duplicates,
        Scope scope) {

    enum Kind {
        UPDATE,
        UPSERT,
        INSERT,
        DELETE,
        SYNC
    }

    /** What a sync is about, and what it removes. */
    enum Scope {
        NONE,
        ALL_DELETING,
        ALL_KEEPING,
        POSITIVE_A_DELETING,
        POSITIVE_N_DELETING
    }

    boolean isUpsert() {
        return kind == Kind.UPSERT || kind == Kind.SYNC;
    }

    boolean hasUniqueKey() {
        return !table.equals("no_key");
    }

    boolean nullsAreEqualInTable() {
        return table.startsWith("null_key");
    }

    boolean skipsUnchanged() {
        return !onlyChanged.equals("-");
    }

    /** The columns by which it is told whether an existing row changes. */
    Set<String> compared() {
        Stream<String> set = sets.stream().filter(Setting::isOfExistingRows).map(Setting::column);
        return set.filter(column -> !skipsUnchanged() || onlyChanged.equals("*") || onlyChanged.equals(column))
                .collect(Collectors.toSet());
    }

    boolean sets(When when) {
        return sets.stream().anyMatch(set -> set.when() == when);
    }

    boolean changesExistingRows() {
        return !doNothing && sets.stream().anyMatch(Setting::isOfExistingRows);
    }

    /** What the grammar offers and the documentation doesn't refuse. */
    boolean isPossible() {
        boolean folds = duplicates != Duplicates.FOLD
                || sets.stream().allMatch(set -> set.function().folds());
        boolean comparesWhatIsSet = onlyChanged.length() != 1
                || onlyChanged.equals("-")
                || onlyChanged.equals("*")
                || sets.stream()
                        .anyMatch(set -> set.isOfExistingRows() && set.column().equals(onlyChanged));
        boolean audits = !sets(When.WHEN_CHANGED) || sets.stream().anyMatch(Setting::isOfExistingRows);
        boolean isOfKind =
                switch (kind) {
                    case UPDATE ->
                        !doNothing
                                && scope == Scope.NONE
                                && !sets.isEmpty()
                                && sets.stream()
                                        .allMatch(set -> set.when() == When.ALWAYS || set.when() == When.WHEN_CHANGED);
                    case UPSERT -> scope == Scope.NONE && isPossibleUpsert();
                    case SYNC -> scope != Scope.NONE && hasUniqueKey() && isPossibleUpsert();
                    case DELETE -> !doNothing && scope == Scope.NONE && sets.isEmpty() && !skipsUnchanged();
                    case INSERT -> scope == Scope.NONE && isPossibleInsert();
                };
        return folds && comparesWhatIsSet && audits && isOfKind;
    }

    private boolean isPossibleUpsert() {
        return !sets(When.OR_DEFAULT)
                && (doNothing ? !sets(When.WHEN_CHANGED) && !where && !skipsUnchanged() : !sets.isEmpty());
    }

    private boolean isPossibleInsert() {
        boolean plain = sets.stream()
                .allMatch(set -> set.function() == KnownFunction.EQ
                        && (set.when() == When.ALWAYS || set.when() == When.OR_DEFAULT));
        // Rows that give the same columns go together, and the first of them may not be the first of all.
        boolean ordered = !doNothing || !hasUniqueKey() || !sets(When.OR_DEFAULT);
        return plain && ordered && !where && !skipsUnchanged() && duplicates == Duplicates.FAIL && !notDistinct;
    }
}
