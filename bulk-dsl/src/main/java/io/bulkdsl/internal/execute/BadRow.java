// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.internal.refusal.Refusal;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.SettledRows;
import io.bulkdsl.internal.watch.Watching;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * Which row of a statement the server refused: found by writing halves of the rows, under savepoints, in about log n statements;
 * all of it is undone.
 */
public final class BadRow {

    /**
     * Adds to an error about the data, if it doesn't say of which row it is, the first that fails. In a transaction of the
     * caller's, which has failed now, nothing can be looked for.
     *
     * @param rows none if they weren't kept
     */
    static <E, X> X named(
            DSLContext ctx, Statement<E> statement, Supplier<List<IncomingRow<E>>> rows, Supplier<X> call) {
        try {
            return call.get();
        } catch (BulkException e) {
            throw isOfAnyRow(e) && !Atomic.isWithinTransaction(ctx) ? named(ctx, statement, rows.get(), e) : e;
        }
    }

    public static <E> BulkException named(
            DSLContext ctx, Statement<E> statement, List<IncomingRow<E>> rows, BulkException e) {
        if (rows.isEmpty() || !isOfAnyRow(e)) {
            return e;
        }
        List<IncomingRow<E>> inInputOrder = rows.stream()
                .sorted(Comparator.comparingInt(IncomingRow::number))
                .toList();
        try {
            return Atomic.undone(
                            Watching.unwatched(ctx),
                            statement.model(),
                            inner -> ofFirst(inner, statement, inInputOrder, e))
                    .orElse(e);
        } catch (DataAccessException another) {
            e.addSuppressed(another);
            return e;
        }
    }

    private static boolean isOfAnyRow(BulkException e) {
        return e.failure().error().isAboutData() && e.failure().rowNumbers().isEmpty();
    }

    /**
     * What was written of the rows before it stays until then: it may fail because of them. The error is the one it fails with
     * alone, as that of all rows may be another's: the server goes by the keys, not by the input.
     */
    private static <E> Optional<BulkException> ofFirst(
            DSLContext ctx, Statement<E> statement, List<IncomingRow<E>> rows, BulkException ofAll) {
        List<IncomingRow<E>> suspects = rows;
        while (suspects.size() > 1) {
            int half = suspects.size() / 2;
            List<IncomingRow<E>> before = suspects.subList(0, half);
            suspects = refusal(ctx, statement, before).isPresent() ? before : suspects.subList(half, suspects.size());
        }
        IncomingRow<E> last = suspects.get(0);
        return refusal(ctx, statement, suspects).map(ofLast -> Refusal.ofRow(statement.model(), ofAll, ofLast, last));
    }

    private static <E> Optional<BulkException> refusal(
            DSLContext ctx, Statement<E> statement, List<IncomingRow<E>> rows) {
        try {
            Atomic.call(ctx, statement.model(), inner -> statement.execute(inner, SettledRows.of(rows)));
            return Optional.empty();
        } catch (BulkException e) {
            if (e.failure().error().isAboutData()) {
                return Optional.of(e);
            }
            throw e;
        }
    }

    private BadRow() {}
}
