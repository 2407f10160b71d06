// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import org.jooq.Configuration;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** SQL for PostgreSQL without a connection. */
final class Rendering {

    private static final Configuration POSTGRES = DSL.using(SQLDialect.POSTGRES).configuration();

    /** An unattached jOOQ query renders for no dialect in particular; this one is for PostgreSQL from the start. */
    static <Q extends Query> Q attached(Q query) {
        query.attach(POSTGRES);
        return query;
    }

    private Rendering() {}
}
