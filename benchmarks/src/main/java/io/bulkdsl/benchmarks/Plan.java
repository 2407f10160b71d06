// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Shapes;
import io.bulkdsl.benchmarks.data.Task;
import java.util.List;
import java.util.stream.Stream;

/** What is measured, in which order. */
record Plan(List<Operation> operations, List<Integer> rows, List<String> shapes, List<Double> delays, Rounds rounds) {

    /** A table for pdnf is ten times as large as what is looked for in it. */
    private static final int MOST_ROWS_OF_PDNF = 20_000;

    List<Task<?, ?>> tasks(Operation operation) {
        return Shapes.of(operation, shapes).stream()
                .<Task<?, ?>>flatMap(shape -> rowsOf(operation).map(count -> new Task<>(operation, shape, count)))
                .toList();
    }

    private Stream<Integer> rowsOf(Operation operation) {
        return operation == Operation.PDNF
                ? rows.stream().map(count -> Math.min(count, MOST_ROWS_OF_PDNF)).distinct()
                : rows.stream();
    }
}
