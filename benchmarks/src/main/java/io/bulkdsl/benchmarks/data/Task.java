// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jooq.UpdatableRecord;

/**
 * An operation on so many rows of a shape.
 *
 * @param batches how often it runs on one freshly filled table, other rows each time
 */
public record Task<R extends UpdatableRecord<R>, E>(Operation operation, Shape<R, E> shape, int rows, int batches) {

    private static final int FEW_ROWS = 20_000;
    private static final int MOST_BATCHES = 500;

    /** What takes microseconds runs often, so that Java has compiled it, as it has in a server that has been up for a minute. */
    public Task(Operation operation, Shape<R, E> shape, int rows) {
        this(operation, shape, rows, Math.max(1, Math.min(MOST_BATCHES, FEW_ROWS / rows)));
    }

    public long incoming() {
        return (long) rows * batches;
    }

    /** Half of the table takes part; of the one that is only read, a tenth. */
    public long tableRows() {
        return incoming() * (operation == Operation.PDNF ? 10 : 2);
    }

    /** The rows that come in; the server has the same ones, in another order, in its tables {@code incoming_…}. */
    public List<Batch<E>> input() {
        List<Batch<E>> input = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            List<E> rowsOfBatch = new ArrayList<>(rows);
            for (long number = 1; number <= incoming(); number++) {
                if (number % batches == batch) {
                    long id = operation.id(number, incoming(), tableRows());
                    rowsOfBatch.add(shape.rows().row(id, id, operation.version(number)));
                }
            }
            if (operation.shuffled()) {
                Collections.shuffle(rowsOfBatch, new Random(batch));
            }
            input.add(new Batch<>(batch, rowsOfBatch));
        }
        return input;
    }

    @Override
    public String toString() {
        return "%s of %,d rows, %s".formatted(operation.label(), rows, shape.name());
    }
}
