// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under headings, aligned: numbers to the right, all else to the left. */
final class TextTable {
    private final List<List<Object>> rows = new ArrayList<>();

    TextTable(String... headings) {
        rows.add(List.of((Object[]) headings));
    }

    TextTable row(Object... cells) {
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    @Override
    public String toString() {
        return rows.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(List<Object> row) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> isNumeric(column) ? right(row, column) : left(row, column))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private boolean isNumeric(int column) {
        return rows.size() > 1 && rows.get(1).get(column) instanceof Number;
    }

    private String right(List<Object> row, int column) {
        return " ".repeat(width(column) - length(row.get(column))) + shown(row.get(column));
    }

    private String left(List<Object> row, int column) {
        return shown(row.get(column)) + " ".repeat(width(column) - length(row.get(column)));
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(Object cell) {
        String shown = shown(cell);
        return shown.codePointCount(0, shown.length());
    }

    private static String shown(Object cell) {
        return cell instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : cell.toString();
    }
}
