// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sql;

import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.IncomingTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows as a temporary table:
 *
 * <pre>
 * create temporary table bulkdsl_incoming on commit drop as
 *   select cast(null as int) as row_number, cast(null as varchar) as isbn, … with no data
 * copy pg_temp.bulkdsl_incoming (row_number, isbn, …) from stdin
 * alter table pg_temp.bulkdsl_incoming alter column row_number set statistics 10, alter column isbn set statistics 10, …
 * analyze pg_temp.bulkdsl_incoming
 * </pre>
 *
 * and in the statement {@code pg_temp.bulkdsl_incoming as incoming}, or where columns travelled as text, or the rows of a
 * stream have to be put in key order:
 *
 * <pre>
 * (select incoming.row_number, incoming.isbn, cast(incoming.tags as text[]) as tags
 *  from pg_temp.bulkdsl_incoming as incoming order by incoming.isbn) as incoming
 * </pre>
 *
 * <p>Its columns have the types that values are cast to in any other row source: without length, so that nothing is cut and
 * the assignment to the target column does the check. The table lives in one transaction, see {@link
 * io.bulkdsl.internal.model.TypeWithoutLength}.
 */
public final class CopySource {

    private static final Name STAGED = name("bulkdsl_incoming");

    /**
     * Makes and fills the table.
     *
     * @param ctx in a transaction
     */
    public static <E> void fill(DSLContext ctx, List<? extends Cell<E>> cells, Iterator<IncomingRow<E>> rows) {
        List<CarriedColumn<?>> columns = columns(cells);
        List<Field<?>> nulls = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        nulls.add(castNull(SQLDataType.INTEGER).as(IncomingTable.ORDINAL));
        names.add(name(IncomingTable.ORDINAL));
        for (CarriedColumn<?> column : columns) {
            nulls.add(castNull(column.carriedType()).as(column.name()));
            names.add(column.name());
        }
        ctx.execute("create temporary table {0} on commit drop as {1} with no data", STAGED, select(nulls));
        Copying.into(ctx, sql("pg_temp.{0} ({1})", STAGED, list(names)), new CopyLine(columns, true), rows);
        sample(ctx, names);
    }

    /**
     * The table under the alias given.
     *
     * @param order the columns to order by, if the rows weren't copied in order
     */
    public static <E> IncomingTable open(Name alias, List<? extends Cell<E>> cells, List<? extends Cell<E>> order) {
        return Arrived.of(
                alias,
                DSL.table("pg_temp.{0}", STAGED).as(alias),
                columns(cells),
                true,
                names(order).stream().map(key -> DSL.field(alias.append(key))).toList());
    }

    /** Frees the name for the next. */
    public static void drop(DSLContext ctx) {
        ctx.execute("drop table pg_temp.{0}", STAGED);
    }

    /**
     * Copies straight into a table.
     *
     * @param columns the table's, one for each cell
     * @return how many rows were written
     */
    public static <E> int into(
            DSLContext ctx,
            Table<?> table,
            List<Name> columns,
            List<? extends Cell<E>> cells,
            Iterator<IncomingRow<E>> rows) {
        return Math.toIntExact(
                Copying.into(ctx, sql("{0} ({1})", table, list(columns)), new CopyLine(columns(cells), false), rows));
    }

    /** Whether the columns of a table read the text of values as the statement's casts would. */
    public static boolean canGoStraight(List<? extends Cell<?>> cells) {
        return cells.stream().noneMatch(cell -> UserBinding.has(cell.incoming().type()));
    }

    /** How wide rows are, and whether keys repeat, decides the plan; few rows show it, in a quarter of the time. */
    private static void sample(DSLContext ctx, List<Name> columns) {
        List<QueryPart> small = new ArrayList<>();
        columns.forEach(column -> small.add(sql("alter column {0} set statistics 10", column)));
        ctx.execute("alter table pg_temp.{0} {1}", STAGED, list(small));
        ctx.execute("analyze pg_temp.{0}", STAGED);
    }

    private static List<CarriedColumn<?>> columns(List<? extends Cell<?>> cells) {
        List<CarriedColumn<?>> columns = new ArrayList<>();
        cells.forEach(cell -> columns.add(CarriedColumn.of(cell).orElseThrow()));
        return columns;
    }

    private static List<Name> names(List<? extends Cell<?>> cells) {
        return cells.stream().map(cell -> name(cell.incoming().name())).toList();
    }

    private CopySource() {}
}
