// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.refusal;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Failure;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.contract.UncertainCommitException;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.source.IncomingRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The server's errors, with what we know more than it. */
public final class Refusal {

    private static final String UNIQUE_VIOLATION = "23505";

    /**
     * Says of an error of the server which statement it was, and which rows, if that can be told without asking it again.
     *
     * @param source how the rows travel; null if none do
     * @param commitsItself whether the statement is a transaction of its own
     * @param rows those of the statement; empty if they weren't kept
     */
    public static <X> X explained(
            StatementModel<?> model,
            @Nullable RowSource source,
            boolean commitsItself,
            Supplier<? extends List<? extends IncomingRow<?>>> rows,
            Supplier<X> call) {
        try {
            return call.get();
        } catch (BulkException | InvalidRowException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Failures.cause(e) == null) {
                throw e;
            }
            BulkException explained = explained(model, source, rows.get(), e);
            throw commitsItself && explained.failure().error().isAboutConnection()
                    ? uncertain(model, explained.failure(), e)
                    : explained;
        }
    }

    /** The same of what is asked beside the statement itself. */
    public static <X> X explained(StatementModel<?> model, Supplier<X> call) {
        return explained(model, null, false, List::of, call);
    }

    public static void explained(StatementModel<?> model, Runnable call) {
        explained(model, () -> {
            call.run();
            return null;
        });
    }

    /** Where a transaction was to be committed. */
    public static BulkException atCommit(StatementModel<?> model, SQLException e) {
        Failure failure = Failures.of(model, null, List.of(), e);
        return failure.error().isAboutConnection()
                ? uncertain(model, failure, e)
                : new BulkException(message(failure, "refused at commit, nothing is written: "), failure, e);
    }

    private static BulkException uncertain(StatementModel<?> model, Failure failure, Throwable e) {
        return new UncertainCommitException(
                model.description()
                        + ": the connection was lost while the transaction was committed; whether it is written isn't known, look it up before you write it again"
                        + state(failure),
                failure,
                e);
    }

    /**
     * Of a row that was looked for.
     *
     * @param ofAll the error of all rows, whose statement is the one that failed
     * @param alone the error of this row by itself
     */
    public static BulkException ofRow(
            StatementModel<?> model, BulkException ofAll, BulkException alone, IncomingRow<?> row) {
        Failure failure =
                Failures.of(model, ofAll.failure(), row, alone.failure().error());
        return alone.getCause() instanceof RuntimeException cause
                ? refused(model, failure, violation(cause), cause)
                : new BulkException(message(failure, ""), failure, alone);
    }

    /** The same error, of the row that is one bad row too many. */
    public static BulkException ofTooMany(StatementModel<?> model, BulkException e, IncomingRow<?> row) {
        Failure failure = Failures.of(model, e.failure(), row, e.failure().error());
        return new BulkException(
                message(failure, "more rows than maxRejects(…) allows are bad; this one: "), failure, e);
    }

    /** What is known of any error. */
    public static Failure failure(StatementModel<?> model, Throwable e) {
        return e instanceof BulkException known
                ? known.failure()
                : e instanceof InvalidRowException invalid
                        ? Failures.of(model, invalid)
                        : Failures.of(model, null, List.of(), e);
    }

    private static BulkException explained(
            StatementModel<?> model,
            @Nullable RowSource source,
            List<? extends IncomingRow<?>> rows,
            RuntimeException e) {
        Optional<UniqueViolation> violation = violation(e);
        Failure failure = violation
                .map(found -> Failures.of(model, source, found.rows(model, rows), e))
                .orElseGet(() -> Failures.ofLine(model, source, rows, e));
        return refused(model, failure, violation, e);
    }

    private static Optional<UniqueViolation> violation(RuntimeException e) {
        return Failures.sqlState(e).equals(UNIQUE_VIOLATION) ? UniqueViolation.of(e) : Optional.empty();
    }

    /** With what to do about it, if we know. */
    private static BulkException refused(
            StatementModel<?> model, Failure failure, Optional<UniqueViolation> violation, RuntimeException e) {
        String remedy = violation
                .map(found -> found.explained(model, failure.rowNumbers()))
                .orElseGet(() -> Remedies.of(model, e));
        return new BulkException(
                remedy.isEmpty() ? message(failure, "") : model.description() + ": " + remedy, failure, e);
    }

    private static String message(Failure failure, String what) {
        return failure.statement() + ": "
                + failure.rowNumbers().stream().map(row -> "row " + row + ": ").collect(Collectors.joining())
                + what
                + failure.error().message()
                + failure.error()
                        .column()
                        .filter(column -> !failure.error().message().contains(column))
                        .map(column -> "; column " + column)
                        .orElse("")
                + state(failure)
                + sql(failure);
    }

    private static String state(Failure failure) {
        return " (SQLSTATE " + failure.error().sqlState() + ")";
    }

    private static String sql(Failure failure) {
        return failure.sql().isEmpty() ? "" : "; SQL: " + failure.sql();
    }

    private Refusal() {}
}
