// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.selectCount;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.Removal;
import io.bulkdsl.internal.model.RowVersion;
import io.bulkdsl.internal.model.SyncModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What a sync does beside its upsert:
 *
 * <pre>
 * delete from price
 * where (scope) and not exists (select 1 from (values …) as incoming (…) where price.sku = cast(incoming.sku as varchar(20)))
 * [returning …]
 * </pre>
 *
 * or, where removed rows are marked:
 *
 * <pre>
 * update price set removed_at = now() where (scope) and removed_at is null and not exists (…)
 * </pre>
 */
public record SyncRenderer<R extends Record, E>(SyncModel<R, E> model) {

    /** {@code lock table price in share row exclusive mode}: readers go on, other writers wait. */
    public RowCountQuery lock() {
        return Lock.of(model.upsert().table());
    }

    public RowCountQuery removal(IncomingTable rows) {
        return model.removal().marking().isPresent()
                ? DSL.update(model.upsert().table()).set(marks()).where(missing(rows))
                : DSL.deleteFrom(model.upsert().table()).where(missing(rows));
    }

    /** The same telling what was removed. */
    public ResultQuery<Record> removed(IncomingTable rows, Report report) {
        List<Field<?>> returning = new ArrayList<>();
        returning.add(castNull(SQLDataType.INTEGER));
        returning.add(Report.status(Status.DELETED));
        returning.addAll(report.asNew());
        return model.removal().marking().isPresent()
                ? DSL.update(model.upsert().table())
                        .set(marks())
                        .where(missing(rows))
                        .returningResult(returning)
                : DSL.deleteFrom(model.upsert().table()).where(missing(rows)).returningResult(returning);
    }

    /** How many rows would be removed. */
    public Select<Record1<Integer>> countMissing(IncomingTable rows) {
        return selectCount().from(model.upsert().table()).where(missing(rows));
    }

    /** How many rows there are. */
    public Select<Record1<Integer>> countPresent() {
        return selectCount()
                .from(model.upsert().table())
                .where(model.scope(), model.removal().present());
    }

    private List<Condition> missing(IncomingTable rows) {
        Condition given = Exists.notIn(rows.table(), new Inserted<>(model.upsert()).existing(rows));
        return List.of(model.scope(), model.removal().present(), given);
    }

    private Map<Field<?>, Field<?>> marks() {
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        for (var set : model.removal().marking().map(Removal.Mark::sets).orElseThrow()) {
            values.put(set.column(), set.value());
        }
        RowVersion.<E>increments(RowVersion.configured(model.upsert().table()), List.copyOf(values.keySet()))
                .forEach(set -> values.put(set.column(), set.value()));
        return values;
    }
}
