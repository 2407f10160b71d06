// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.UpsertModel.OnConflict;
import io.bulkdsl.internal.model.Upserted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateSetStep;
import org.jooq.InsertReturningStep;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;

/**
 * The upsert:
 *
 * <pre>
 * insert into price (sku, amount, seen, first_seen)
 * select incoming.sku, incoming.amount, incoming.seen, now()
 * from (values (?, ?, ?), (?, ?, ?)) as incoming (sku, amount, seen)
 * order by incoming.sku
 * on conflict (sku) do update
 * set amount = excluded.amount, seen = coalesce(price.seen + excluded.seen, excluded.seen, price.seen)
 * [where (condition) and (price.amount is distinct from … or …)]
 * [returning …]
 * </pre>
 *
 * In key order, so that concurrent upserts take their locks in the same order. With the input row's number in returning,
 * which INSERT can't know, {@link Correlated} wraps it.
 */
public record UpsertRenderer<R extends Record, E>(UpsertModel<R, E> model) implements StatementRenderer {

    @Override
    public boolean needsOrdinal() {
        return false;
    }

    @Override
    public RowCountQuery render(IncomingTable rows) {
        return insert(rows);
    }

    @Override
    public ResultQuery<Record> render(IncomingTable rows, Collection<? extends Field<?>> returning) {
        return returning.contains(rows.ordinal())
                ? Correlated.by(model, rows, returning, (source, fields) -> insert(source)
                        .returningResult(fields))
                : insert(rows).returningResult(returning);
    }

    private InsertReturningStep<R> insert(IncomingTable rows) {
        List<Field<?>> columns = new ArrayList<>();
        List<Field<?>> values = new ArrayList<>();
        List<Field<?>> keys = new ArrayList<>();
        List<Field<?>> order = new ArrayList<>();
        for (Key<E, ?, ?> key : model.keys()) {
            keys.add(key.column());
            order.add(rows.field(key.incoming()));
        }
        columns.addAll(keys);
        values.addAll(order);
        for (Upserted<E> set : model.inserted()) {
            columns.add(set.column());
            values.add(set.inserted(rows));
        }
        var insert = DSL.insertInto(model.table(), columns)
                .select(DSL.select(values).from(rows.table()).orderBy(order))
                .onConflict(keys);
        Map<Field<?>, Field<?>> merged = new LinkedHashMap<>();
        for (Upserted<E> set : model.merged()) {
            merged.put(set.column(), set.merged());
        }
        return merged.isEmpty() ? insert.doNothing() : merge(insert.doUpdate(), merged);
    }

    private InsertReturningStep<R> merge(InsertOnDuplicateSetStep<R> update, Map<Field<?>, Field<?>> merged) {
        boolean onlyChanged = model.onConflict() == OnConflict.UPDATE_IF_CHANGED;
        Condition changed = Changed.any(merged);
        for (Upserted.WithoutIncoming<E, ?> audit : model.whenChanged()) {
            merged.put(audit.column(), onlyChanged ? audit.merged() : audit.mergedIf(changed));
        }
        List<Condition> conditions = new ArrayList<>(model.where());
        if (onlyChanged) {
            conditions.add(changed);
        }
        return update.set(merged).where(conditions);
    }
}
