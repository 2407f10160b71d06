// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.SyncModel;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.Upserted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/**
 * What a sync's upsert would do, by a query that also a read-only transaction runs:
 *
 * <pre>
 * with incoming as (select incoming.row_number, cast(incoming.amount as numeric(10, 2)) as amount, … from (values …) as incoming (…))
 * select incoming.row_number, case when (changed) then 'UPDATED' else 'UNCHANGED' end from price, incoming where price.sku = …
 * </pre>
 *
 * Input rows that this says nothing of would be inserted.
 */
public record DryRunRenderer<R extends Record, E>(SyncModel<R, E> sync) {

    public ResultQuery<Record> render(IncomingTable rows) {
        UpsertModel<R, E> model = sync.upsert();
        IncomingTable incoming = Inserted.asIncoming(rows);
        List<Field<?>> columns = new ArrayList<>();
        columns.add(incoming.ordinal());
        columns.add(status(model, incoming));
        return DSL.with(stored(rows))
                .select(columns)
                .from(model.table(), table(rows.alias()))
                .where(new Inserted<>(model).existing(incoming));
    }

    private Field<String> status(UpsertModel<R, E> model, IncomingTable incoming) {
        Map<Field<?>, Field<?>> merged = new LinkedHashMap<>();
        model.merged().forEach(set -> merged.put(set.column(), set.merged(incoming)));
        Changes changes = Changes.of(merged, model.existing().comparison());
        List<Condition> written = new ArrayList<>(model.existing().where());
        written.addAll(changes.conditions());
        Field<String> inScope = when(
                        merged.isEmpty() ? DSL.falseCondition() : DSL.and(written), Report.status(Status.UPDATED))
                .otherwise(Report.status(Status.UNCHANGED));
        Field<String> current = model.existing().version() == null
                ? inScope
                : when(not(model.existing().version().matches(incoming)), Report.status(Status.STALE))
                        .otherwise(inScope);
        // null is outside, as it is for the sync itself
        return when(sync.scope(), current).otherwise(Report.status(Status.OUT_OF_SCOPE));
    }

    /** The values as the table would store them, so that what is compared is what would be there. */
    private CommonTableExpression<Record> stored(IncomingTable rows) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(rows.ordinal());
        for (Cell<E> cell : sync.upsert().cells()) {
            Field<?> value =
                    cell instanceof Upserted.FromIncoming<E, ?, ?> set ? set.stored(rows) : rows.field(cell.incoming());
            columns.add(value.as(cell.incoming().name()));
        }
        return name(rows.alias().last()).as(select(columns).from(rows.table()));
    }
}
