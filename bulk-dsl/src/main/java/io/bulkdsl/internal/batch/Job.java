// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.internal.batch.Jobs.Done;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.refusal.Refusal;
import org.jooq.DSLContext;

/** One of the jobs, which goes on where it was left. */
public record Job(Jobs jobs, String id) {

    private static final String NO_SUCH_TABLE = "42P01";

    Done begin(DSLContext ctx, StatementModel<?> model, String statement) {
        try {
            return Refusal.explained(model, () -> jobs.begin(ctx, id, statement));
        } catch (BulkException e) {
            throw e.failure().error().sqlState().equals(NO_SUCH_TABLE) ? withoutTable(statement, e) : e;
        }
    }

    void advance(DSLContext ctx, Done before, Done after) {
        jobs.advance(ctx, id, before, after);
    }

    private BulkException withoutTable(String statement, BulkException e) {
        return new BulkException(
                statement + ": jobId(…) needs the table "
                        + jobs.table().getQualifiedName().unquotedName()
                        + "; create it by JobTable.create or by the migration io/bulkdsl/migration/bulkdsl_job.sql",
                e.failure(),
                e);
    }
}
