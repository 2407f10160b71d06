// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.NoConnectionProvider;

/** What executing needs, and a query that is handed out doesn't. */
final class JdbcAccess {

    /** jOOQ's stand-in where there is no R2DBC either, a class that has no public name. */
    private static final Class<?> NO_R2DBC = factory(new DefaultConfiguration());

    /** Refuses a context that has R2DBC alone; one for rendering goes as far as it can. */
    static void check(DSLContext ctx, String statement) {
        Configuration configuration = ctx.configuration();
        if (configuration.connectionProvider() instanceof NoConnectionProvider && factory(configuration) != NO_R2DBC) {
            throw new IllegalStateException(
                    statement
                            + ": executing needs a JDBC connection, and the context has R2DBC alone; attach query() to the context and subscribe to it");
        }
    }

    /** As an object: nothing of R2DBC is called here, whatever compiles it. */
    private static Class<?> factory(Configuration configuration) {
        Object factory = configuration.connectionFactory();
        return factory.getClass();
    }

    private JdbcAccess() {}
}
