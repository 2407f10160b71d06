// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.internal.execute.Atomic;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.refusal.Refusal;
import io.bulkdsl.internal.source.IncomingRow;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.jooq.DSLContext;

/**
 * Writes rows and keeps back those that are refused: what fails is tried again by halves, under savepoints, until a row is alone.
 * For k bad rows of n, that is O(k log n) statements.
 *
 * @param room how many more may be kept back
 */
record Sieve<E>(
        StatementModel<?> model, BiFunction<DSLContext, List<IncomingRow<E>>, Written<E>> writing, AtomicLong room) {

    Written<E> write(DSLContext ctx, List<IncomingRow<E>> rows) {
        try {
            return Atomic.call(ctx, model, inner -> writing.apply(inner, rows));
        } catch (BulkException e) {
            if (!e.failure().error().isAboutData()) {
                throw e;
            }
            return rows.size() == 1 ? keepBack(rows.get(0), e) : byHalves(ctx, rows);
        }
    }

    /** Where the first half is good the second isn't, so it need not be tried as a whole. */
    private Written<E> byHalves(DSLContext ctx, List<IncomingRow<E>> rows) {
        if (rows.size() == 1) {
            return write(ctx, rows);
        }
        int half = rows.size() / 2;
        List<IncomingRow<E>> rest = rows.subList(half, rows.size());
        Written<E> first = write(ctx, rows.subList(0, half));
        return first.and(first.rejected().isEmpty() ? byHalves(ctx, rest) : write(ctx, rest));
    }

    private Written<E> keepBack(IncomingRow<E> row, BulkException e) {
        if (room.getAndDecrement() == 0) {
            throw Refusal.ofTooMany(model, e, row);
        }
        return Written.nothingBut(
                new Rejected<>(row.element(), row.number(), e.failure().error()));
    }
}
