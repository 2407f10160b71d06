// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import io.bulkdsl.Totals;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run did, line by line. */
record Summary(
        long counted,
        long copies,
        long countedBefore,
        long skipped,
        long characters,
        long lines,
        long bytes,
        long codePoints,
        long newlyUsed,
        Map<String, Totals> upserted,
        Map<String, Integer> updated,
        Map<Integer, Long> unknown,
        double seconds) {

    @Override
    public String toString() {
        TextTable table = new TextTable("Summary", "")
                .row(
                        "  texts read",
                        said(
                                "%,d: %,d counted, %,d the same as one of these, %,d counted by an earlier run",
                                counted + copies + countedBefore, counted, copies, countedBefore))
                .row("  texts skipped", said("%,d", skipped))
                .row("  newly counted", said("%,d characters, %,d lines, %,d bytes", characters, lines, bytes))
                .row("  code points", said("%,d in these, %,d of them for the first time", codePoints, newlyUsed));
        if (!unknown.isEmpty()) {
            table.row("  in no table", said("%,d, unassigned or private: %s", unknown.size(), someUnknown()));
        }
        String label = "  rows upserted";
        for (Map.Entry<String, Totals> rows : upserted.entrySet()) {
            Totals totals = rows.getValue();
            table.row(
                    label,
                    said(
                            "%-15s %,d inserted, %,d updated, %,d unchanged",
                            rows.getKey(), totals.inserted(), totals.updated(), totals.unchanged()));
            label = "";
        }
        table.row("  rows updated", rowsUpdated()).row("  seconds", said("%.1f", seconds));
        return foundAllAsItWas()
                ? table + "\n\nAll of this was in the tables already: no row was written."
                : table.toString();
    }

    private boolean foundAllAsItWas() {
        return !upserted.isEmpty()
                && upserted.values().stream().allMatch(rows -> rows.written() == 0)
                && updated.values().stream().allMatch(rows -> rows == 0);
    }

    private String rowsUpdated() {
        String rows = updated.entrySet().stream()
                .filter(statement -> statement.getValue() > 0)
                .map(statement -> said("%s %,d", statement.getKey(), statement.getValue()))
                .collect(Collectors.joining(", "));
        return rows.isEmpty() ? "none" : rows;
    }

    private String someUnknown() {
        return unknown.entrySet().stream()
                        .limit(5)
                        .map(use -> said("U+%04X (%,d times)", use.getKey(), use.getValue()))
                        .collect(Collectors.joining(", "))
                + (unknown.size() > 5 ? ", …" : "");
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
