// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import io.bulkdsl.internal.model.ConflictTarget.Constraint;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.Upserted;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertOnConflictDoUpdateStep;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * The new rows of an upsert, in key order, so that concurrent ones take their locks in the same order:
 *
 * <pre>
 * insert into price (sku, amount) select incoming.sku, incoming.amount from … [where …] order by incoming.sku
 * [on conflict (sku) | on conflict (lower(email)) where (condition) | on conflict on constraint price_pkey]
 * </pre>
 */
final class Insertion {

    static <R extends Record, E> InsertOnDuplicateStep<R> of(
            UpsertModel<R, E> model, IncomingTable rows, List<Condition> which) {
        List<Field<?>> columns = new ArrayList<>();
        List<Field<?>> values = new ArrayList<>();
        List<Field<?>> order = new ArrayList<>();
        for (Key<E, ?, ?> key : model.keys()) {
            columns.add(key.column());
            values.add(rows.field(key.incoming()));
            order.add(key.order(rows));
        }
        for (Upserted<E> set : model.inserted()) {
            columns.add(set.column());
            values.add(set.inserted(rows));
        }
        return DSL.insertInto(model.table(), columns)
                .select(DSL.select(values).from(rows.table()).where(which).orderBy(order));
    }

    static <R extends Record> InsertOnConflictDoUpdateStep<R> onConflict(
            UpsertModel<R, ?> model, InsertOnDuplicateStep<R> insert) {
        if (model.target() instanceof Constraint constraint) {
            return insert.onConflictOnConstraint(constraint.name());
        }
        var onConflict =
                insert.onConflict(model.keys().stream().map(Key::compared).toList());
        return model.target().predicate().isEmpty()
                ? onConflict
                : onConflict.where(model.target().predicate());
    }

    private Insertion() {}
}
