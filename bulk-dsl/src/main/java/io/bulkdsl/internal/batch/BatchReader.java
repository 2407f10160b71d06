// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import io.bulkdsl.contract.Rejected;
import io.bulkdsl.internal.execute.Statement;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.Portion;
import io.bulkdsl.internal.source.RowReader;
import io.bulkdsl.internal.source.SettledRows;
import io.bulkdsl.internal.source.ValidRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Rows batch by batch: those of a collection settled all together, those of a stream each batch by itself, when its turn comes.
 *
 * @param dropped how many rows there are for which others stand, in no batch
 * @param unfit the rows that can't be sent, until they are asked for
 */
record BatchReader<E>(
        Iterator<IncomingRow<E>> rows,
        Function<List<IncomingRow<E>>, SettledRows<E>> settling,
        Batching how,
        int dropped,
        List<Rejected<E>> unfit,
        Runnable closing)
        implements Iterator<SettledRows<E>>, AutoCloseable {

    /**
     * Begins to read.
     *
     * @param keepsBack whether rows that can't be sent are kept back; else the first of them fails
     * @param done how many rows of the input an earlier run has dealt with
     */
    static <E> BatchReader<E> of(DSLContext ctx, Statement<E> statement, Batching how, boolean keepsBack, long done) {
        RowReader<E> reader =
                new RowReader<>(statement.rows(), statement.model().cells());
        List<Rejected<E>> unfit = new ArrayList<>();
        ValidRows<E> valid = new ValidRows<>(reader, (element, e) -> {
            if (!keepsBack) {
                throw e;
            }
            unfit.add(Rejects.of(element, e));
        });
        if (statement.rows().isStream()) {
            valid.skip(done);
            return new BatchReader<>(valid, batch -> statement.settle(ctx, batch), how, 0, unfit, reader::close);
        }
        try (reader) {
            SettledRows<E> all = statement.settle(ctx, Portion.of(valid, Integer.MAX_VALUE, Long.MAX_VALUE));
            int dropped = all.dropped().size();
            // those in no batch are dealt with first
            long skip = Math.min(
                    Math.max(done - dropped - unfit.size(), 0), all.rows().size());
            if (done > 0) {
                unfit.clear();
            }
            return new BatchReader<>(
                    all.rows().subList((int) skip, all.rows().size()).iterator(),
                    SettledRows::of,
                    how,
                    dropped,
                    unfit,
                    () -> {});
        }
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public SettledRows<E> next() {
        return settling.apply(Portion.of(rows, how.rows(), how.bytes()));
    }

    /** The rows that couldn't be sent, and hadn't been asked for. */
    List<Rejected<E>> takeUnfit() {
        List<Rejected<E>> taken = List.copyOf(unfit);
        unfit.clear();
        return taken;
    }

    @Override
    public void close() {
        closing.run();
    }
}
