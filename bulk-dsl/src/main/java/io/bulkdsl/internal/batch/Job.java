// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import io.bulkdsl.internal.batch.Jobs.Done;
import org.jooq.DSLContext;

/** One of the jobs, which goes on where it was left. */
public record Job(Jobs jobs, String id) {

    Done begin(DSLContext ctx, String statement) {
        return jobs.begin(ctx, id, statement);
    }

    void advance(DSLContext ctx, Done before, Done after) {
        jobs.advance(ctx, id, before, after);
    }
}
