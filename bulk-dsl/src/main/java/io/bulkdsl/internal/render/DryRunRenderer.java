// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.Upserted;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/**
 * What a sync's upsert would do, by a query that also a read-only transaction runs:
 *
 * <pre>
 * select incoming.row_number, case when (changed) then 'UPDATED' else 'UNCHANGED' end
 * from price, (values …) as incoming (row_number, sku, amount) where price.sku = …
 * </pre>
 *
 * Input rows that this says nothing of would be inserted.
 *
 * @param scope which rows of the table may change
 */
public record DryRunRenderer(Condition scope, UpsertModel<?, ?> model) {

    public ResultQuery<Record> render(IncomingTable rows) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(rows.ordinal());
        columns.add(status(rows));
        return select(columns).from(model.table(), rows.table()).where(new Inserted<>(model).existing(rows));
    }

    private Field<String> status(IncomingTable rows) {
        List<Condition> written = new ArrayList<>(model.existing().where());
        if (model.merged().stream().allMatch(Upserted::isForeseeable)) {
            written.addAll(Changes.joined(model, rows).conditions());
        }
        Field<String> inScope = when(
                        model.merged().isEmpty() ? DSL.falseCondition() : DSL.and(written),
                        Report.status(Status.UPDATED))
                .otherwise(Report.status(Status.UNCHANGED));
        Field<String> current = model.existing().version() == null
                ? inScope
                : when(not(model.existing().version().matches(rows)), Report.status(Status.STALE))
                        .otherwise(inScope);
        // null is outside, as it is for the sync itself
        return when(scope, current).otherwise(Report.status(Status.OUT_OF_SCOPE));
    }
}
