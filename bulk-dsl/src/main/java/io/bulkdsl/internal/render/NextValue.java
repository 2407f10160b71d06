// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The value that the database would draw next for an identity column of a primary key:
 *
 * <pre>
 * nextval((select pg_get_serial_sequence('book', 'id')::regclass))
 * </pre>
 *
 * <p>In a subquery, so that the sequence is looked up once, not for each row. The function takes the table's name as text, the
 * way it is written in SQL; the key knows that of an alias too.
 */
public final class NextValue {

    public static <T> Field<T> of(Table<?> table, Field<T> column) {
        Table<?> named = requireNonNull(table.getPrimaryKey()).getTable();
        Field<String> name = CustomField.of(
                "table_name",
                SQLDataType.VARCHAR,
                ctx -> ctx.visit(literal(DSL.using(ctx.configuration()).renderInlined(named))));
        return field(
                "nextval((select pg_get_serial_sequence({0}, {1})::regclass))",
                column.getDataType(), name, literal(column.getName()));
    }

    /** In a literal a backslash may mean something else ({@code standard_conforming_strings}). */
    private static Field<String> literal(String text) {
        return text.indexOf('\\') < 0 ? inline(text) : val(text);
    }

    private NextValue() {}
}
