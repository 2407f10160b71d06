// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The input with one row for each key.
 *
 * @param rows those that go into the statement
 * @param dropped those that another stands for
 */
public record SettledRows<E>(List<IncomingRow<E>> rows, List<Dropped<E>> dropped) {

    /**
     * A row with the same key as another.
     *
     * @param standIn the number of the row that stands for it
     */
    public record Dropped<E>(int number, E element, int standIn) {}

    public static <E> SettledRows<E> of(List<IncomingRow<E>> rows) {
        return new SettledRows<>(rows, List.of());
    }

    SettledRows<E> inInputOrder() {
        return new SettledRows<>(
                rows.stream()
                        .sorted(Comparator.comparingInt(IncomingRow::number))
                        .toList(),
                dropped);
    }

    SettledRows<E> settledTo(List<IncomingRow<E>> fewer, List<Dropped<E>> more) {
        List<Dropped<E>> all = new ArrayList<>(dropped);
        all.addAll(more);
        return new SettledRows<>(fewer, all);
    }

    /** By number of a dropped row, the number of the row in the statement that stands for it. */
    public Map<Integer, Integer> standIns() {
        Map<Integer, Integer> direct = new HashMap<>();
        dropped.forEach(row -> direct.put(row.number(), row.standIn()));
        Map<Integer, Integer> result = new HashMap<>();
        for (Integer number : direct.keySet()) {
            Integer standIn = number;
            while (direct.containsKey(standIn)) {
                standIn = direct.get(standIn);
            }
            result.put(number, standIn);
        }
        return result;
    }
}
