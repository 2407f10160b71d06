// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** A role with nothing but what it is granted. Roles belong to the whole server, so it is named for its database, and dropped. */
record Role(DSLContext ctx, String name) implements AutoCloseable {

    static Role in(DSLContext ctx) {
        String name = ctx.fetchSingle("select current_database()").into(String.class) + "_role";
        ctx.execute("create role {0}", DSL.name(name));
        // before PostgreSQL 15 everybody may create tables there
        ctx.execute("revoke create on schema public from public");
        return new Role(ctx, name);
    }

    /** From here on, until the transaction ends. */
    void begin(DSLContext transaction) {
        transaction.execute("set local role {0}", DSL.name(name));
    }

    /** Rights on a table: {@code select (sku)}, {@code delete}. */
    void grant(DSLContext by, String table, List<String> rights) {
        if (!rights.isEmpty()) {
            by.execute("grant " + String.join(", ", rights) + " on " + table + " to " + name);
        }
    }

    @Override
    public void close() {
        ctx.execute("drop owned by {0}", DSL.name(name));
        ctx.execute("drop role {0}", DSL.name(name));
    }
}
