// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.ServerError;
import io.bulkdsl.internal.refusal.Refusal;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.SettledRows;
import io.bulkdsl.internal.watch.Watching;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;

/**
 * Which row of a statement the server refused: found by writing halves of the rows, under savepoints, in about log n statements;
 * all of it is undone.
 */
public final class BadRow {

    /** PostgreSQL: restrict_violation, foreign_key_violation, unique_violation, exclusion_violation. */
    private static final Set<String> BETWEEN_ROWS = Set.of("23001", "23503", "23505", "23P01");

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
            throw isOfARow(statement, e) && !Atomic.isWithinTransaction(ctx) ? named(ctx, statement, rows.get(), e) : e;
        }
    }

    public static <E> BulkException named(
            DSLContext ctx, Statement<E> statement, List<IncomingRow<E>> rows, BulkException e) {
        if (rows.isEmpty() || !isOfARow(statement, e)) {
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

    /** Which isn't known yet. Of a row that refers to others of its table it can't be found out by leaving these out. */
    private static boolean isOfARow(Statement<?> statement, BulkException e) {
        ServerError error = e.failure().error();
        return error.isAboutData()
                && e.failure().rowNumbers().isEmpty()
                && error.constraint()
                        .filter(constraint -> refersToItself(statement.model().table(), constraint))
                        .isEmpty();
    }

    private static boolean refersToItself(Table<?> table, String constraint) {
        return table.getReferences().stream()
                .anyMatch(reference -> reference.getName().equals(constraint)
                        && reference.getTable().equals(reference.getKey().getTable()));
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
            suspects = refusal(ctx, statement, before, ofAll).isPresent()
                    ? before
                    : suspects.subList(half, suspects.size());
        }
        IncomingRow<E> last = suspects.get(0);
        return refusal(ctx, statement, suspects, ofAll)
                .map(ofLast -> Refusal.ofRow(statement.model(), ofAll, ofLast, last));
    }

    private static <E> Optional<BulkException> refusal(
            DSLContext ctx, Statement<E> statement, List<IncomingRow<E>> rows, BulkException ofAll) {
        try {
            Atomic.call(ctx, statement.model(), inner -> statement.execute(inner, SettledRows.of(rows)));
            return Optional.empty();
        } catch (BulkException e) {
            if (e.failure().error().isAboutData()) {
                return Optional.of(e).filter(found -> counts(found, ofAll));
            }
            throw e;
        }
    }

    /** A row may want others that come later. So what is between rows must be what is wrong with all of them. */
    private static boolean counts(BulkException found, BulkException ofAll) {
        ServerError error = found.failure().error();
        return !BETWEEN_ROWS.contains(error.sqlState())
                || error.constraint().equals(ofAll.failure().error().constraint());
    }

    private BadRow() {}
}
