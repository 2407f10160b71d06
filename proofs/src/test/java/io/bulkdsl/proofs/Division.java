// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import io.bulkdsl.BulkStatement;
import org.jooq.DSLContext;

/** How the rows of a statement are divided. */
enum Division {
    ONE_PIECE,
    BATCHES,
    COMMITTED_BATCHES;

    void execute(BulkStatement<?> statement, int batch, DSLContext ctx) {
        switch (this) {
            case ONE_PIECE -> statement.execute(ctx);
            case BATCHES -> statement.batchSize(batch).execute(ctx);
            case COMMITTED_BATCHES ->
                statement.batchSize(batch).commitEachBatch().execute(ctx);
        }
    }
}
