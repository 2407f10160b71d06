// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/**
 * Several statements, all or none of them. Within the caller's transaction, however that was begun, that takes a
 * savepoint; else a transaction.
 */
public final class Atomic {

    /** Whether there is a transaction of the caller's, or its connections begin one by themselves. */
    public static boolean isWithinTransaction(DSLContext ctx) {
        return !ctx.connectionResult(Connection::getAutoCommit);
    }

    public static <X> X call(DSLContext ctx, StatementModel<?> model, Function<DSLContext, X> work) {
        return call(ctx, model, work, result -> true);
    }

    /** The same, and undone if the result is empty. */
    static <X> Optional<X> attempt(DSLContext ctx, StatementModel<?> model, Function<DSLContext, Optional<X>> work) {
        return call(ctx, model, work, Optional::isPresent);
    }

    /** The same, and undone whatever comes of it. */
    static <X> X undone(DSLContext ctx, StatementModel<?> model, Function<DSLContext, X> work) {
        return call(ctx, model, work, result -> false);
    }

    private static <X> X call(
            DSLContext ctx, StatementModel<?> model, Function<DSLContext, X> work, Predicate<X> isKept) {
        return ctx.connectionResult(connection -> {
            DSLContext inner = DSL.using(ctx.configuration().derive(new DefaultConnectionProvider(connection)));
            return connection.getAutoCommit()
                    ? inTransaction(connection, model, () -> work.apply(inner), isKept)
                    : underSavepoint(connection, () -> work.apply(inner), isKept);
        });
    }

    private static <X> X inTransaction(
            Connection connection, StatementModel<?> model, Supplier<X> work, Predicate<X> isKept) throws SQLException {
        connection.setAutoCommit(false);
        X result;
        try {
            result = work.get();
            if (isKept.test(result)) {
                commit(connection, model);
            } else {
                connection.rollback();
            }
        } catch (Throwable e) {
            undo(e, connection::rollback);
            undo(e, () -> connection.setAutoCommit(true));
            throw e;
        }
        connection.setAutoCommit(true);
        return result;
    }

    private static void commit(Connection connection, StatementModel<?> model) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw Refusal.atCommit(model, e);
        }
    }

    private static <X> X underSavepoint(Connection connection, Supplier<X> work, Predicate<X> isKept)
            throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            X result = work.get();
            if (!isKept.test(result)) {
                connection.rollback(savepoint);
            }
            connection.releaseSavepoint(savepoint);
            return result;
        } catch (Throwable e) {
            undo(e, () -> connection.rollback(savepoint));
            throw e;
        }
    }

    /** The first error counts, whatever comes of undoing. */
    private static void undo(Throwable first, Undoing undoing) {
        try {
            undoing.run();
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }

    private interface Undoing {
        void run() throws SQLException;
    }

    private Atomic() {}
}
