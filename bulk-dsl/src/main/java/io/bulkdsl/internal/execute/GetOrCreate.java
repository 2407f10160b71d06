// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.render.UpsertRenderer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * One query that inserts what is missing and reads what is there. A row that another transaction inserted meanwhile is
 * neither for it; those are asked for by a second query, which locks them instead of skipping them and so can't miss any.
 */
record GetOrCreate(UpsertRenderer<?, ?> renderer) implements Execution {

    @Override
    public boolean isOneQuery() {
        return false;
    }

    @Override
    public boolean handsBackAll() {
        return true;
    }

    @Override
    public <E> Result<Record> run(DSLContext ctx, Group<E> group, Report report) {
        Result<Record> told = group.fetch(ctx, renderer, report);
        Group<E> rest = group.unless(told);
        if (!report.columns().isEmpty() && !rest.isEmpty()) {
            told.addAll(rest.fetch(ctx, renderer.holding(), report));
        }
        return told;
    }
}
