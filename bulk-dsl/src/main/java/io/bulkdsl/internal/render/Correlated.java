// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.name;

import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.StatementModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/**
 * Ties what an INSERT returns to its input rows, by key and on the server, so that scale, citext and collations are the
 * server's business:
 *
 * <pre>
 * with incoming as (select * from (values …) as incoming (row_number, sku, …)),
 *      changed as (insert … select … from incoming … returning price.amount as c1, price.sku as k1)
 * select changed.c1, incoming.row_number
 * from changed join incoming on changed.k1 = cast(incoming.sku as varchar(20))
 * </pre>
 *
 * The cast is to the column's type with its length and scale: what was stored is what the cast gives.
 */
final class Correlated {

    static ResultQuery<Record> by(
            StatementModel<?> model,
            IncomingTable rows,
            Collection<? extends Field<?>> returning,
            BiFunction<IncomingTable, Collection<? extends Field<?>>, ResultQuery<Record>> insert) {
        List<Field<?>> returned = new ArrayList<>();
        List<Field<?>> selected = new ArrayList<>();
        for (Field<?> field : returning) {
            if (field.equals(rows.ordinal())) {
                selected.add(field);
            } else {
                String alias = "c" + (returned.size() + 1);
                returned.add(field.as(alias));
                selected.add(
                        DSL.field(name("changed", alias), field.getDataType()).as(field.getName()));
            }
        }
        List<Condition> sameKey = new ArrayList<>();
        for (Key<?, ?, ?> key : model.keys()) {
            String alias = "k" + (sameKey.size() + 1);
            returned.add(key.column().as(alias));
            sameKey.add(same(key, alias, rows));
        }
        IncomingTable incoming = new IncomingTable(DSL.table(rows.alias()), rows.alias());
        var source = name(rows.alias().last()).as(DSL.select(DSL.asterisk()).from(rows.table()));
        var changed = name("changed").as(insert.apply(incoming, returned));
        return DSL.with(source, changed)
                .select(selected)
                .from(changed)
                .join(incoming.table())
                .on(DSL.and(sameKey));
    }

    private static <T> Condition same(Key<?, T, ?> key, String alias, IncomingTable rows) {
        Field<T> stored = DSL.field(name("changed", alias), key.column().getDataType());
        return stored.eq(rows.field(key.incoming()).cast(key.column().getDataType()));
    }

    private Correlated() {}
}
