// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.render.Report.Old;
import org.jooq.DSLContext;

/** What depends on the server's version. jOOQ's dialect doesn't tell it. */
record ServerVersion(int major) {

    private static final int RETURNS_OLD = 18;

    static ServerVersion of(DSLContext ctx) {
        return new ServerVersion(
                ctx.connectionResult(connection -> connection.getMetaData().getDatabaseMajorVersion()));
    }

    Old old() {
        return major >= RETURNS_OLD ? Old.NATIVE : Old.LOCKED;
    }
}
