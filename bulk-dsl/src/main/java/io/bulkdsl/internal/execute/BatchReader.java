// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.Portion;
import io.bulkdsl.internal.source.RowReader;
import io.bulkdsl.internal.source.SettledRows;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Rows batch by batch: those of a collection settled all together, those of a stream each batch by itself, when its turn comes.
 *
 * @param dropped how many rows there are for which others stand, in no batch
 */
record BatchReader<E>(
        Iterator<IncomingRow<E>> rows,
        Function<List<IncomingRow<E>>, SettledRows<E>> settling,
        Batching how,
        int dropped,
        Runnable closing)
        implements Iterator<SettledRows<E>>, AutoCloseable {

    static <E> BatchReader<E> of(DSLContext ctx, Statement<E> statement, Batching how) {
        if (statement.rows().isStream()) {
            RowReader<E> reader = new RowReader<>(
                    statement.rows(), statement.definition().model().cells());
            return new BatchReader<>(reader, batch -> statement.settle(ctx, batch), how, 0, reader::close);
        }
        SettledRows<E> all = statement.read(ctx);
        return new BatchReader<>(
                all.rows().iterator(), SettledRows::of, how, all.dropped().size(), () -> {});
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public SettledRows<E> next() {
        return settling.apply(Portion.of(rows, how.rows(), how.bytes()));
    }

    @Override
    public void close() {
        closing.run();
    }
}
