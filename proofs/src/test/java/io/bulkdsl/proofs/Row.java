// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the input or of the table: a value by column. Arrays are lists, so that rows can be compared and read; {@code e} is no
 * column, but the element that {@code arrayRemove()} takes.
 */
record Row(Map<String, @Nullable Object> values) {

    static final List<String> COLUMNS = List.of("a", "b", "n", "q", "t", "s", "w");

    /** As the database has it where nothing is given. */
    static final Row DEFAULTS = new Row(Map.of())
            .with("a", null)
            .with("b", null)
            .with("n", 7)
            .with("q", new BigDecimal("0.5"))
            .with("t", "new")
            .with("s", List.of(9))
            .with("w", 0);

    @Nullable
    Object get(String column) {
        return values.get(column);
    }

    Row with(String column, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(column, value);
        return new Row(changed);
    }

    /** What the server holds equal is equal: 1.0 and 1.00. */
    @Nullable
    Object comparable(String column) {
        return get(column) instanceof BigDecimal number ? number.stripTrailingZeros() : get(column);
    }

    List<@Nullable Object> comparable(Collection<String> columns) {
        return columns.stream().<@Nullable Object>map(this::comparable).toList();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
