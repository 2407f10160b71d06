// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.render.Report.Old;
import org.jooq.DSLContext;
import org.jooq.Table;

/** What depends on the server's version. jOOQ's dialect doesn't tell it. */
record ServerVersion(int major) {

    private static final int RETURNS_OLD = 18;

    static ServerVersion of(DSLContext ctx) {
        return new ServerVersion(
                ctx.connectionResult(connection -> connection.getMetaData().getDatabaseMajorVersion()));
    }

    /** How the values are had that rows of a table had before; one named {@code old} hides what {@code returning} means. */
    Old old(Table<?> table) {
        return major >= RETURNS_OLD && !table.getName().equals("old") ? Old.NATIVE : Old.LOCKED;
    }
}
