// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.internal.execute.Sync;
import org.jooq.DSLContext;

/**
 * A sync together with rows. For calling; made by {@code rows(…)} of a {@link BulkSync}.
 *
 * @param <E> an element, a row of the caller's
 * @since 0.1
 */
public final class SyncStatement<E> extends BulkStatement<E> {

    private final Sync<E> sync;

    SyncStatement(Sync<E> sync) {
        super(sync);
        this.sync = sync;
    }

    /**
     * {@code select …} alone: tells what the sync would do, and changes nothing, so that a read-only transaction or a
     * standby will do. No guard trips. What another transaction does before the sync itself is not foreseen.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent
     * @throws io.bulkdsl.contract.BulkException if the server refuses
     */
    public Totals dryRun(DSLContext ctx) {
        return Totals.of(sync.dryRun(ctx));
    }
}
