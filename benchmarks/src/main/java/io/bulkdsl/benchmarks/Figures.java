// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.benchmarks.data.Task;
import java.util.List;
import java.util.Locale;

/** A line of the result. What isn't known, or was wrong, is NaN. */
record Figures(
        String operation,
        int rows,
        String shape,
        String candidate,
        double medianMillis,
        double rowsPerSecond,
        double ratioToLimit,
        double ratioToJdbcBatch,
        double allocatedMegabytes,
        double delayMillis,
        double walMegabytes,
        int runs,
        String note) {

    static final List<String> NAMES = List.of(
            "operation",
            "rows",
            "shape",
            "candidate",
            "median_ms",
            "rows_per_s",
            "ratio_to_limit",
            "ratio_to_jdbc_batch",
            "alloc_mb",
            "delay_ms",
            "wal_mb",
            "runs",
            "note");

    static Figures of(
            Task<?, ?> task,
            String candidate,
            double delayMillis,
            double medianMillis,
            double allocatedMegabytes,
            double walMegabytes,
            int runs,
            String note) {
        return new Figures(
                task.operation().label(),
                task.rows(),
                task.shape().name(),
                candidate,
                medianMillis,
                task.rows() / medianMillis * 1_000,
                Double.NaN,
                Double.NaN,
                allocatedMegabytes,
                delayMillis,
                walMegabytes,
                runs,
                note);
    }

    static Figures failed(Task<?, ?> task, String candidate, double delayMillis, String failure) {
        return of(task, candidate, delayMillis, Double.NaN, Double.NaN, Double.NaN, 0, "FAILED: " + failure);
    }

    boolean isFailed() {
        return Double.isNaN(medianMillis);
    }

    Figures relativeTo(double limitMillis, double jdbcBatchMillis) {
        return new Figures(
                operation,
                rows,
                shape,
                candidate,
                medianMillis,
                rowsPerSecond,
                medianMillis / limitMillis,
                medianMillis / jdbcBatchMillis,
                allocatedMegabytes,
                delayMillis,
                walMegabytes,
                runs,
                note);
    }

    /** In the order of {@link #NAMES}; empty where there is no figure. */
    List<String> texts() {
        return List.of(
                operation,
                Integer.toString(rows),
                shape,
                candidate,
                text(medianMillis),
                Double.isNaN(rowsPerSecond) ? "" : Long.toString(Math.round(rowsPerSecond)),
                text(ratioToLimit),
                text(ratioToJdbcBatch),
                text(allocatedMegabytes),
                text(delayMillis),
                text(walMegabytes),
                Integer.toString(runs),
                note);
    }

    static Figures parse(List<String> texts) {
        return new Figures(
                texts.get(0),
                Integer.parseInt(texts.get(1)),
                texts.get(2),
                texts.get(3),
                number(texts.get(4)),
                number(texts.get(5)),
                number(texts.get(6)),
                number(texts.get(7)),
                number(texts.get(8)),
                number(texts.get(9)),
                number(texts.get(10)),
                Integer.parseInt(texts.get(11)),
                texts.get(12));
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
    }
}
