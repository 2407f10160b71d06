// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.CustomQueryPart;

/**
 * The table's name for what knows no aliases: {@code book} of {@code book as b}. Of aliases that generated classes make jOOQ
 * doesn't tell it, but writes it where they are declared.
 */
public final class OwnName {

    static QueryPart of(Table<?> table) {
        return CustomQueryPart.of(ctx -> ctx.sql(in(ctx.dsl(), table)));
    }

    /** As the context writes names: quoted or not, in whatever schema it maps to. */
    public static String in(DSLContext ctx, Table<?> table) {
        String reference = ctx.render(table);
        String declaration = ctx.render(
                CustomQueryPart.of(context -> context.declareTables(true, declaring -> declaring.visit(table))));
        return declaration.equals(reference) || !declaration.endsWith(reference)
                ? reference
                : withoutAs(declaration.substring(0, declaration.length() - reference.length()));
    }

    private static String withoutAs(String declaration) {
        String stripped = declaration.stripTrailing();
        return stripped.toLowerCase(Locale.ROOT).endsWith(" as")
                ? stripped.substring(0, stripped.length() - 3).stripTrailing()
                : stripped;
    }

    private OwnName() {}
}
