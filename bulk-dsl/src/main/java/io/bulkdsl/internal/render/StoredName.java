// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * A column's name as the server's catalogs have it, of which some functions take the text: where the settings write names
 * without quotes, the server reads them in lower case.
 */
public final class StoredName {

    private static final String QUOTE = "\"";

    public static String in(DSLContext ctx, Field<?> column) {
        String written = ctx.render(column.getUnqualifiedName());
        return written.startsWith(QUOTE)
                ? written.substring(1, written.length() - 1).replace(QUOTE + QUOTE, QUOTE)
                : written.toLowerCase(Locale.ROOT);
    }

    private StoredName() {}
}
