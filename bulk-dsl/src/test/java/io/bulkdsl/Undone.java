// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/** What a statement would say, its effect rolled back. */
final class Undone {

    static <X> X call(DSLContext ctx, Function<DSLContext, X> work) {
        return ctx.connectionResult(connection -> {
            connection.setAutoCommit(false);
            try {
                return work.apply(DSL.using(ctx.configuration().derive(new DefaultConnectionProvider(connection))));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private Undone() {}
}
