// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import static org.jooq.impl.DSL.val;

import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.render.OwnName;
import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.render.StatementRenderer;
import io.bulkdsl.internal.render.UpdateThenInsertRenderer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * One {@code insert … on conflict}. What it did to each row is read from the system column xmax, which views don't have and
 * partitioned tables don't return; of those it is told by updating first and inserting then:
 *
 * <pre>
 * select relkind = 'r' from pg_class where oid = 'price'::regclass
 * </pre>
 */
record Upserting(UpsertModel<?, ?> model, StatementRenderer renderer) implements Execution {

    @Override
    public boolean isOneQuery() {
        return true;
    }

    @Override
    public <E> Result<Record> run(DSLContext ctx, Group<E> group, Report report) {
        return model.merged().isEmpty() || hasSystemColumns(ctx)
                ? group.fetch(ctx, renderer, report)
                : Atomic.call(ctx, model, inner -> new Repeated(model, new UpdateThenInsertRenderer<>(model))
                        .run(inner, group, report));
    }

    private boolean hasSystemColumns(DSLContext ctx) {
        return ctx.fetchSingle(
                        "select relkind = 'r' from pg_class where oid = {0}::regclass",
                        val(OwnName.in(ctx, model.table())))
                .get(0, Boolean.class);
    }
}
