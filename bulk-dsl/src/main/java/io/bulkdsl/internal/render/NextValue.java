// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.CustomField;
import org.jooq.impl.SQLDataType;

/**
 * The value that the database would draw next for an identity column of a primary key:
 *
 * <pre>
 * nextval((select coalesce(pg_get_serial_sequence('book', 'id'), '"bulk-dsl: no sequence belongs to the column"')::regclass))
 * </pre>
 *
 * <p>In a subquery, so that the sequence is looked up once, not for each row. The function takes the table's name as text, the
 * way it is written in SQL; the key knows that of an alias too. It gives null for a sequence that isn't the column's own, though
 * its default may draw from it; there is no relation of the name that stands for it then.
 */
public final class NextValue {

    /** What the server's error says where the column has no sequence of its own; no longer than a name can be. */
    public static final String NO_SEQUENCE = "bulk-dsl: no sequence belongs to the column";

    public static <T> Field<T> of(Table<?> table, Field<T> column) {
        Table<?> named = requireNonNull(table.getPrimaryKey()).getTable();
        return field(
                "nextval((select coalesce(pg_get_serial_sequence({0}, {1}), {2})::regclass))",
                column.getDataType(),
                text("table_name", ctx -> ctx.renderInlined(named)),
                text("column_name", ctx -> StoredName.in(ctx, column)),
                inline('"' + NO_SEQUENCE + '"'));
    }

    /** What depends on how names are written is known only when it is. */
    private static Field<String> text(String name, Function<DSLContext, String> text) {
        return CustomField.of(name, SQLDataType.VARCHAR, ctx -> ctx.visit(literal(text.apply(ctx.dsl()))));
    }

    /** In a literal a backslash may mean something else ({@code standard_conforming_strings}). */
    private static Field<String> literal(String text) {
        return text.indexOf('\\') < 0 ? inline(text) : val(text);
    }

    private NextValue() {}
}
