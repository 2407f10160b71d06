// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.UpsertModel;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;

/**
 * Ties what an INSERT returns to its input rows, by key and on the server, so that scale, citext and collations are the
 * server's business:
 *
 * <pre>
 * with incoming as (select * from (values …) as incoming (row_number, sku, …)),
 *      inserted as (insert … select … from incoming … returning price.sku as k1, price.amount as c1)
 * select … from inserted join incoming on inserted.k1 = cast(incoming.sku as varchar(20))
 * </pre>
 *
 * The cast is to the column's type with its length and scale: what was stored is what the cast gives.
 */
record Inserted<E>(UpsertModel<?, E> model) {

    static final Name NAME = name("inserted");

    /** The incoming rows under a name, to be read more than once. */
    static CommonTableExpression<Record> incoming(IncomingTable rows) {
        return name(rows.alias().last()).as(select(asterisk()).from(rows.table()));
    }

    static IncomingTable asIncoming(IncomingTable rows) {
        return new IncomingTable(table(rows.alias()), rows.alias());
    }

    /** The keys, whatever else is asked, and the values to report. */
    List<Field<?>> returning(Report report, Field<?>... more) {
        List<Field<?>> result = new ArrayList<>();
        for (Key<E, ?, ?> key : model.keys()) {
            result.add(key.column().as(keyName(result.size() + 1)));
        }
        result.addAll(List.of(more));
        result.addAll(report.asNew());
        if (report.old() == Report.Old.NATIVE) {
            result.addAll(report.returningOld(NAME));
        }
        return result;
    }

    /** What ties a returned row to its input row. */
    Condition sameKey(IncomingTable incoming) {
        List<Condition> same = new ArrayList<>();
        for (Key<E, ?, ?> key : model.keys()) {
            same.add(sameKey(key, same.size() + 1, incoming));
        }
        return and(same);
    }

    /**
     * {@code coalesce(incoming.row_number, cast(concat('…a trigger changed…', inserted.k1) as integer))}: a row that no input
     * row has the key of fails the statement, rather than not to be counted.
     */
    Field<Integer> rowNumber(IncomingTable incoming) {
        return coalesce(incoming.ordinal(), ChangedKey.error(field(NAME.append(keyName(1)))));
    }

    /** What ties an input row to the row of the table that has its key. */
    List<Condition> existing(IncomingTable incoming) {
        List<Condition> same = new ArrayList<>();
        for (Key<E, ?, ?> key : model.keys()) {
            same.add(matching(key, incoming));
        }
        same.addAll(model.target().predicate());
        return same;
    }

    private static <T> Condition matching(Key<?, T, ?> key, IncomingTable incoming) {
        return key.matchStored(key.column(), incoming);
    }

    private static <T> Condition sameKey(Key<?, T, ?> key, int n, IncomingTable incoming) {
        return key.matchStored(field(NAME.append(keyName(n)), key.column().getDataType()), incoming);
    }

    private static String keyName(int n) {
        return "k" + n;
    }
}
