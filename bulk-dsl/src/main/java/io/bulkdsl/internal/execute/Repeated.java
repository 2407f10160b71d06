// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.render.StatementRenderer;
import io.bulkdsl.internal.render.UpsertRenderer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * The same query again for rows that it says nothing of: each was kept out by a row that another transaction inserted
 * after the query began, and the next one sees that row.
 */
record Repeated(UpsertModel<?, ?> model, StatementRenderer renderer) implements Execution {

    /** A row is left over each time only if others insert and delete it in turn, or if a trigger keeps it out. */
    private static final int ATTEMPTS = 10;

    @Override
    public boolean isOneQuery() {
        return false;
    }

    @Override
    public boolean takesSteps() {
        return true;
    }

    @Override
    public <E> Result<Record> run(DSLContext ctx, Group<E> group, Report report) {
        Result<Record> told = group.fetch(ctx, renderer, report);
        Group<E> rest = group.unless(told);
        for (int attempt = 1; attempt < ATTEMPTS && !rest.isEmpty(); attempt++) {
            Result<Record> more = rest.fetch(ctx, renderer, report);
            rest = rest.unless(more);
            told.addAll(more);
        }
        if (!rest.isEmpty()) {
            // row-level security hides a row in the way: locking it is the server's error; a trigger's choice isn't
            told.addAll(rest.fetch(ctx, new UpsertRenderer<>(model).holding(), report));
        }
        return told;
    }
}
