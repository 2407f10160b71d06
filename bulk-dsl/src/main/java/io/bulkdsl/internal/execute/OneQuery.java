// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.render.StatementRenderer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** A single query. */
record OneQuery(StatementRenderer renderer, boolean isOneQuery) implements Execution {

    @Override
    public <E> Result<Record> run(DSLContext ctx, Group<E> group, Report report) {
        return group.fetch(ctx, renderer, report);
    }
}
