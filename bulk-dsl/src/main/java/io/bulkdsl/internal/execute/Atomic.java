// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/**
 * Several statements, all or none of them. Within the caller's transaction, however that was begun, that takes a
 * savepoint; else a transaction.
 */
final class Atomic {

    /** Whether there is a transaction of the caller's, or its connections begin one by themselves. */
    static boolean isWithinTransaction(DSLContext ctx) {
        return !ctx.connectionResult(Connection::getAutoCommit);
    }

    static <X> X call(DSLContext ctx, Function<DSLContext, X> work) {
        return attempt(ctx, inner -> Optional.of(work.apply(inner))).orElseThrow();
    }

    /** The same, and undone if the result is empty. */
    static <X> Optional<X> attempt(DSLContext ctx, Function<DSLContext, Optional<X>> work) {
        return ctx.connectionResult(connection -> {
            DSLContext inner = DSL.using(ctx.configuration().derive(new DefaultConnectionProvider(connection)));
            return connection.getAutoCommit()
                    ? inTransaction(connection, inner, work)
                    : underSavepoint(connection, inner, work);
        });
    }

    private static <X> Optional<X> inTransaction(
            Connection connection, DSLContext ctx, Function<DSLContext, Optional<X>> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Optional<X> result = work.apply(ctx);
            if (result.isPresent()) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return result;
        } catch (Throwable e) {
            undo(e, connection::rollback);
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static <X> Optional<X> underSavepoint(
            Connection connection, DSLContext ctx, Function<DSLContext, Optional<X>> work) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            Optional<X> result = work.apply(ctx);
            if (result.isEmpty()) {
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
