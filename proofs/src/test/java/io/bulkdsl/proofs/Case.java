// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.proofs.Definition.Kind;
import io.bulkdsl.proofs.Setting.When;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A statement, the table it meets, the rows it is given and the way they go. */
record Case(Definition definition, List<Row> table, List<Row> rows, Way way) {

    /** Whether no two rows have the same key. */
    boolean hasDistinctKeys() {
        Set<Object> keys = new HashSet<>();
        return rows.stream().allMatch(row -> keys.add(row.comparable(definition.keys())));
    }

    boolean isPossible() {
        return definition.isPossible()
                && isPossibleTable()
                && isPossibleWay()
                && (hasDistinctKeys() || !isFoldedByScope())
                && !isNullKeyFound();
    }

    /**
     * By {@code notDistinct()} over an ordinary unique index each null key is to be a new row. Not yet where an upsert looks for
     * existing rows itself instead of leaving that to the index: then it finds them.
     */
    private boolean isNullKeyFound() {
        boolean looksItself = definition.skipsUnchanged()
                || definition.sets(When.ON_UPDATE)
                || definition.sets().stream().anyMatch(set -> set.function() == KnownFunction.ARRAY_REMOVE);
        return looksItself && isNullKeyNew();
    }

    /** Over an ordinary unique index each null key is a new row. */
    private boolean isNullKeyNew() {
        return definition.isUpsert()
                && definition.hasUniqueKey()
                && !definition.nullsAreEqualInTable()
                && rows.stream()
                        .anyMatch(row -> row.comparable(definition.keys()).contains(null));
    }

    /**
     * FOLD does what the rows would have done one after the other, but for {@code setOnUpdate} and a new key: the second row
     * would have met the first, and no single value says that.
     */
    private boolean isFoldedByScope() {
        return definition.duplicates() == Duplicates.FOLD && definition.sets(When.ON_UPDATE);
    }

    private boolean isPossibleTable() {
        Set<Object> keys = new HashSet<>();
        return !definition.hasUniqueKey()
                || table.stream()
                        .map(row -> row.comparable(definition.keys()))
                        .filter(key -> definition.nullsAreEqualInTable()
                                || key.stream().noneMatch(Objects::isNull))
                        .allMatch(keys::add);
    }

    private boolean isPossibleWay() {
        boolean inBatches = way.batch() > 0;
        return !(inBatches && (way.outcomes() || definition.kind() == Kind.SYNC))
                && (!isReadByBatches() || hasDistinctKeys() || isFoldedByBatches());
    }

    /** Of a stream in batches it isn't seen whether two have the same key. */
    private boolean isReadByBatches() {
        return way.batch() > 0 && way.stream() && definition.kind() != Kind.INSERT;
    }

    /**
     * Whether rows of the same key in different batches do what they do as one: unless it is asked in between what changes, or a
     * null key is a new row each time.
     */
    private boolean isFoldedByBatches() {
        return definition.duplicates() == Duplicates.FOLD
                && !isNullKeyNew()
                && !definition.where()
                && !definition.sets(When.WHEN_CHANGED)
                && Set.of("-", "*").contains(definition.onlyChanged());
    }

    /** Whether what is written is counted once a key. */
    boolean isCounted() {
        return !isReadByBatches() || hasDistinctKeys();
    }

    @Override
    public String toString() {
        return "definition  " + definition + "\ntable       " + lines(table) + "\nrows        " + lines(rows)
                + "\nway         " + way;
    }

    static String lines(List<?> rows) {
        return rows.isEmpty()
                ? "none"
                : rows.stream().map(Object::toString).collect(Collectors.joining("\n            "));
    }
}
