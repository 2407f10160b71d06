// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static org.jooq.impl.DSL.name;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows as a table, whatever it is made of: the seam between where rows come from and what is done with them.
 *
 * @param table the item of the FROM clause, aliased {@code alias}
 * @param alias normally {@code incoming}
 */
public record IncomingTable(Table<?> table, Name alias) {

    /** The row's number in the input; the table has this column only where a statement asks for it. */
    public static final String ORDINAL = "row_number";

    /** Whether a row's version isn't what it should be, where rows are found before they are written. */
    public static final String IS_STALE = "is_stale";

    private static final String TARGET = "target_";

    private static final String OLD = "o";

    /** The n-th column of the target's primary key, where a row is tied to its target row by that. */
    public static String target(int n) {
        return TARGET + n;
    }

    /** The n-th value that is reported of a row as it was, where rows are found before they are written. */
    public static String old(int n) {
        return OLD + n;
    }

    /** Whether a column can't have this name, because it is one of ours. */
    static boolean isReserved(String name) {
        return name.equals(ORDINAL) || name.equals(IS_STALE) || name.startsWith(TARGET) || name.matches(OLD + "[0-9]+");
    }

    /** The alias for rows on their way into {@code target}: {@code incoming}, unless the target has that name. */
    public static Name aliasFor(Table<?> target) {
        return name(target.getName().equals("incoming") ? "incoming_rows" : "incoming");
    }

    /** {@code incoming.column}. Plain-SQL tables don't know their columns, so the field is made by name. */
    public <V> Field<V> field(Incoming<?, V> column) {
        return DSL.field(alias.append(column.name()), column.type());
    }

    /** {@code incoming.row_number}. */
    public Field<Integer> ordinal() {
        return ordinalOf(alias);
    }

    public static Field<Integer> ordinalOf(Name alias) {
        return DSL.field(alias.append(ORDINAL), SQLDataType.INTEGER);
    }

    /** Another item of the FROM clause with the same columns and alias. */
    public IncomingTable as(Table<?> other) {
        return new IncomingTable(other.as(alias), alias);
    }
}
