// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.StatementModel;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;

/**
 * What tells one row of the table from another within a statement: its primary key. Not its ctid: a row that another
 * transaction changed meanwhile has a new one and would be lost.
 *
 * @param columns those of the primary key; empty where there is none
 */
record Target(List<Field<?>> columns) {

    static Target of(Table<?> table) {
        UniqueKey<?> key = table.getPrimaryKey();
        // the key knows the table's own columns; an alias has its own
        return new Target(key == null ? List.of() : List.of(table.fields(key.getFieldsArray())));
    }

    /** The same; needed where old values are read before they are replaced, to know which were replaced by which. */
    static Target of(StatementModel<?> model, Report report) {
        return report.old() == Report.Old.LOCKED
                ? required(model, "before PostgreSQL 18 old values are tied to new ones")
                : of(model.table());
    }

    /** The same, or an error that says what it is for. */
    static Target required(StatementModel<?> model, String reason) {
        Target target = of(model.table());
        if (target.columns.isEmpty()) {
            throw new IllegalStateException(model.description() + ": " + reason
                    + " by the table's primary key; " + model.table().getName()
                    + " has none: declare one (jOOQ's synthetic keys will do)");
        }
        return target;
    }

    /** {@code book.id as target_1, …}. */
    List<Field<?>> selected() {
        List<Field<?>> result = new ArrayList<>();
        for (Field<?> column : columns) {
            result.add(column.as(IncomingTable.target(result.size() + 1)));
        }
        return result;
    }

    /** The same for templates, in which jOOQ writes of an aliased field the alias alone. */
    List<QueryPart> declared() {
        List<QueryPart> result = new ArrayList<>();
        for (Field<?> column : columns) {
            result.add(DSL.sql("{0} as {1}", column, DSL.name(IncomingTable.target(result.size() + 1))));
        }
        return result;
    }

    /** {@code alias.target_1, …}. */
    List<Field<?>> of(Name alias) {
        List<Field<?>> result = new ArrayList<>();
        for (Field<?> column : columns) {
            result.add(named(alias, column, result.size() + 1));
        }
        return result;
    }

    /** {@code book.id = alias.target_1 and …}. */
    List<Condition> join(Name alias) {
        List<Condition> result = new ArrayList<>();
        for (Field<?> column : columns) {
            result.add(same(column, alias, result.size() + 1));
        }
        return result;
    }

    /** {@code a.target_1 = b.target_1 and …}. */
    List<Condition> join(Name a, Name b) {
        List<Condition> result = new ArrayList<>();
        for (Field<?> column : columns) {
            result.add(same(named(a, column, result.size() + 1), b, result.size() + 1));
        }
        return result;
    }

    private static <T> Condition same(Field<T> column, Name alias, int n) {
        return column.eq(named(alias, column, n));
    }

    private static <T> Field<T> named(Name alias, Field<T> column, int n) {
        return DSL.field(alias.append(IncomingTable.target(n)), column.getDataType());
    }
}
