// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DetachedException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/** Whether rows can be copied to the server. Asked only where that matters. */
@FunctionalInterface
public interface CopyAccess {

    /** What stands in the way, if anything does. */
    Optional<String> obstacle();

    /** Where jOOQ's own query is wanted. */
    static CopyAccess inOneQuery() {
        return () -> Optional.of("COPY isn't part of a query; it can be executed only");
    }

    static CopyAccess of(DSLContext ctx) {
        return () -> hasDriver() ? obstacle(ctx) : Optional.of("there is no PostgreSQL JDBC driver");
    }

    /** The driver is optional. */
    private static boolean hasDriver() {
        try {
            Class.forName("org.postgresql.PGConnection", false, CopyAccess.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Optional<String> obstacle(DSLContext ctx) {
        try {
            return ctx.connectionResult(connection -> CopyChannel.isPossible(connection)
                    ? missingPrivilege(DSL.using(ctx.configuration().derive(new DefaultConnectionProvider(connection))))
                    : Optional.of("the connection can't be unwrapped to the PostgreSQL JDBC driver's"));
        } catch (DetachedException e) {
            return Optional.of("there is no JDBC connection");
        }
    }

    private static Optional<String> missingPrivilege(DSLContext ctx) {
        return ctx.fetchSingle("select has_database_privilege(current_database(), 'TEMP')")
                        .get(0, Boolean.class)
                ? Optional.empty()
                : Optional.of("the user may not create temporary tables in this database (the privilege TEMP)");
    }
}
