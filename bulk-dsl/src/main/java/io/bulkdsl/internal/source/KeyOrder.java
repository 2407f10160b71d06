// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.internal.model.Unchecked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of their keys: neighbours in an index are neighbours in memory, and statements at the same time take their
 * locks in the same order. Java's order will do; it need not be the server's. It shows too whether two keys are the same.
 */
final class KeyOrder {

    private static final int CHARS_IN_LONG = Long.SIZE / Character.SIZE;

    private static final Comparator<Keyed<?>> ORDER = (a, b) -> {
        int result = Long.compare(a.start(), b.start());
        result = result == 0 ? compare(a.first(), b.first()) : result;
        for (int i = 0; result == 0 && i < a.further().size(); i++) {
            result = compare(a.further().get(i), b.further().get(i));
        }
        return result;
    };

    /** Empty if two keys are the same, or if Java can't compare them. */
    static <E> Optional<List<IncomingRow<E>>> ofDifferent(List<IncomingRow<E>> rows, List<KeyEquality> equalities) {
        Optional<List<IncomingRow<E>>> numbers =
                equalities.size() == 1 ? NumberOrder.ofDifferent(rows, equalities.get(0)) : Optional.empty();
        return numbers.isPresent() ? numbers : ofComparable(rows, equalities);
    }

    private static <E> Optional<List<IncomingRow<E>>> ofComparable(
            List<IncomingRow<E>> rows, List<KeyEquality> equalities) {
        List<Keyed<E>> keyed = new ArrayList<>(rows.size());
        for (IncomingRow<E> row : rows) {
            List<@Nullable Object> further = equalities.size() == 1 ? List.of() : new ArrayList<>();
            Object first = equalities.get(0).canonical(row.values().get(0));
            for (int i = 1; i < equalities.size(); i++) {
                further.add(equalities.get(i).canonical(row.values().get(i)));
            }
            if (!isComparable(first) || !further.stream().allMatch(KeyOrder::isComparable)) {
                return Optional.empty();
            }
            keyed.add(new Keyed<>(start(first), first, further, row));
        }
        keyed.sort(ORDER);
        return areDifferent(keyed) ? Optional.of(keyed.stream().map(Keyed::row).toList()) : Optional.empty();
    }

    private static boolean areDifferent(List<? extends Keyed<?>> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (ORDER.compare(sorted.get(i - 1), sorted.get(i)) == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isComparable(@Nullable Object value) {
        return value == null || value instanceof Comparable;
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? Boolean.compare(a != null, b != null) : Unchecked.compare(a, b);
    }

    /** What decides nearly always, near at hand: most of sorting is waiting for memory. */
    private static long start(@Nullable Object key) {
        if (key instanceof Long || key instanceof Integer || key instanceof Short) {
            return ((Number) key).longValue();
        }
        long start = 0;
        if (key instanceof String text) {
            for (int i = 0; i < CHARS_IN_LONG; i++) {
                start = start << Character.SIZE | (i < text.length() ? text.charAt(i) : 0);
            }
        }
        // the first character may have the sign's bit
        return start ^ (key instanceof String ? Long.MIN_VALUE : 0);
    }

    private record Keyed<E>(long start, @Nullable Object first, List<@Nullable Object> further, IncomingRow<E> row) {}

    private KeyOrder() {}
}
