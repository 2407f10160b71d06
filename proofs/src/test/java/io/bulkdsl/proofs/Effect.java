// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import io.bulkdsl.contract.Status;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement does.
 *
 * @param table what is in it afterwards, in an order of its own
 * @param written the count
 * @param statuses of each input row
 * @param refused why nothing is done: an exception's name or its SQLSTATE
 */
record Effect(
        List<String> table,
        int written,
        List<Status> statuses,
        @Nullable String refused) {

    static Effect of(List<Row> table, int written, List<Status> statuses) {
        return new Effect(text(table), written, statuses, null);
    }

    static Effect refused(List<Row> table, String why) {
        return new Effect(text(table), 0, List.of(), why);
    }

    private static List<String> text(List<Row> table) {
        return table.stream()
                .map(row -> {
                    StringBuilder text = new StringBuilder();
                    Row.COLUMNS.forEach(column ->
                            text.append(' ').append(column).append('=').append(text(row.comparable(column))));
                    return text.substring(1);
                })
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? number.toPlainString()
                : value instanceof String ? "'" + value + "'" : String.valueOf(value);
    }

    /** Without what that way doesn't tell. */
    Effect toldBy(Case given) {
        return new Effect(
                table, given.isCounted() ? written : 0, given.way().outcomes() ? statuses : List.of(), refused);
    }

    @Override
    public String toString() {
        return refused != null
                ? "refused: " + refused + ", table " + Case.lines(table)
                : written + " written, " + statuses + "\n            " + Case.lines(table);
    }
}
