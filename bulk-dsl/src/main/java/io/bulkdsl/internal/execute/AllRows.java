// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import org.jooq.DSLContext;
import org.jooq.conf.SettingsTools;

/**
 * A context whose results aren't cut, whatever {@code Settings.getMaxRows()} says: a row that is missing from a result was
 * not written, as far as we know.
 */
public final class AllRows {

    public static DSLContext in(DSLContext ctx) {
        Integer most = ctx.settings().getMaxRows();
        return most == null || most == 0
                ? ctx
                : ctx.configuration()
                        .derive(SettingsTools.clone(ctx.settings()).withMaxRows(0))
                        .dsl();
    }

    private AllRows() {}
}
