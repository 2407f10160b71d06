// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.FoldingCell;
import io.bulkdsl.internal.model.Given;
import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.StatementModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Leaves one row for each key, as the policy says. PostgreSQL would pick one without a word. */
public final class DuplicateRows {

    /** Fewer rows stay in the order in which they are shown. */
    private static final int ENOUGH_TO_SORT = SourceChoice.MANY_ROWS;

    /** By equality in Java, of keys in canonical form. Many rows come in the order of their keys, if that can be. */
    public static <E> SettledRows<E> settle(StatementModel<E> model, List<IncomingRow<E>> rows) {
        SettledRows<E> settled = SettledRows.of(rows);
        if (!model.matchesByEquality()) {
            return settled;
        }
        List<KeyEquality> equalities =
                model.keys().stream().map(key -> KeyEquality.of(model, key)).toList();
        return (rows.size() < ENOUGH_TO_SORT
                        ? Optional.<List<IncomingRow<E>>>empty()
                        : KeyOrder.ofDifferent(rows, equalities))
                .map(SettledRows::of)
                .orElseGet(() -> settle(model, settled, row -> key(row, equalities)));
    }

    /**
     * By the server's equality.
     *
     * @param firstOfSameKey by number of a row, the number of the first row with the same key, where that is another
     */
    public static <E> SettledRows<E> settle(
            StatementModel<E> model, SettledRows<E> rows, Map<Integer, Integer> firstOfSameKey) {
        return settle(model, rows.inInputOrder(), row -> firstOfSameKey.getOrDefault(row.number(), row.number()));
    }

    private static <E> SettledRows<E> settle(
            StatementModel<E> model, SettledRows<E> settled, Function<IncomingRow<E>, Object> key) {
        List<Cell<E>> cells = model.cells();
        BinaryOperator<IncomingRow<E>> policy =
                switch (model.duplicates()) {
                    case FAIL ->
                        (first, second) -> {
                            throw refusal(model, first.number(), second.number());
                        };
                    case FIRST -> (first, second) -> first;
                    case LAST -> (first, second) -> second;
                    case FOLD ->
                        model.keepsExisting()
                                ? (first, second) -> first
                                : (first, second) -> fold(cells, first, second);
                };
        Map<Object, IncomingRow<E>> byKey = new LinkedHashMap<>(settled.rows().size() * 2);
        List<SettledRows.Dropped<E>> dropped = new ArrayList<>();
        for (IncomingRow<E> row : settled.rows()) {
            byKey.merge(key.apply(row), row, (first, second) -> {
                IncomingRow<E> kept = policy.apply(first, second);
                IncomingRow<E> other = kept.number() == first.number() ? second : first;
                dropped.add(new SettledRows.Dropped<>(other.number(), other.element(), kept.number()));
                return kept;
            });
        }
        return dropped.isEmpty() ? settled : settled.settledTo(List.copyOf(byKey.values()), dropped);
    }

    private static Object key(IncomingRow<?> row, List<KeyEquality> equalities) {
        Object only = equalities.size() == 1
                ? equalities.get(0).canonical(row.values().get(0))
                : null;
        if (only != null) {
            return only;
        }
        List<@Nullable Object> key = new ArrayList<>(equalities.size());
        for (int i = 0; i < equalities.size(); i++) {
            key.add(equalities.get(i).canonical(row.values().get(i)));
        }
        return key;
    }

    private static <E> IncomingRow<E> fold(List<Cell<E>> cells, IncomingRow<E> first, IncomingRow<E> second) {
        List<@Nullable Object> values = new ArrayList<>(first.values());
        for (int i = 0; i < values.size(); i++) {
            if (cells.get(i) instanceof FoldingCell<E> cell) {
                try {
                    values.set(i, fold(cell, values.get(i), second.values().get(i)));
                } catch (RuntimeException e) {
                    throw new InvalidRowException(
                            second.number(), cell.incoming().column(), String.valueOf(e.getMessage()), e);
                }
            }
        }
        return new IncomingRow<>(first.number(), first.element(), values);
    }

    private static @Nullable Object fold(FoldingCell<?> cell, @Nullable Object earlier, @Nullable Object later) {
        if (later == Given.NOT) {
            return earlier;
        }
        return earlier == Given.NOT ? later : cell.fold().orElseThrow().apply(earlier, later);
    }

    /** Why two rows can't both be written. */
    public static <E> InvalidRowException refusal(StatementModel<E> model, int first, int second) {
        List<String> columns = model.keys().stream()
                .map((Key<E, ?, ?> key) -> key.incoming().column())
                .toList();
        boolean canFold = FoldingCell.unfoldable(model.cells()).isEmpty();
        return new InvalidRowException(
                second,
                columns,
                "the same key as in row " + first + "; one of the two would be lost. "
                        + (canFold
                                ? "Choose duplicates(FIRST), (LAST) or (FOLD), or leave one out"
                                : "Choose duplicates(FIRST) or (LAST), or leave one out"),
                null);
    }

    private DuplicateRows() {}
}
