// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.Experimental;
import io.bulkdsl.internal.execute.Parallel;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * A statement whose rows are written in portions at the same time. For calling; made by {@link BulkStatement#parallel}.
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * int updated = RESTOCK.rows(deliveries).parallel(4).execute(ctx);
 * }</pre>
 *
 * <p>Each portion is the statement with some of the rows, on a connection of its own and in a transaction of its own, so
 * that <strong>the whole isn't atomic</strong>: if one fails, others may have been committed, which {@link
 * io.bulkdsl.contract.PortionsFailedException} tells. Rows with the same key are settled before and never meet. The context
 * must be able to give several connections (a DataSource, a pool), none of them in a transaction.
 *
 * @param <E> an element, a row of the caller's
 * @since 0.1
 */
@Experimental
public final class ParallelStatement<E> {

    private final Parallel<E> statement;

    ParallelStatement(Parallel<E> statement) {
        this.statement = statement;
    }

    /**
     * As {@link BulkStatement#execute}, in portions.
     *
     * @return how many rows of the table were written by all portions
     * @throws IllegalStateException before anything is written, if the context is in a transaction or has only one
     *     connection; if the thread is interrupted, and then portions under way may still be committed
     * @throws io.bulkdsl.contract.InvalidRowException before anything is written, if a row can't be sent
     * @throws io.bulkdsl.contract.PortionsFailedException if the server refuses a portion; the others are brought to
     *     their end
     */
    public int execute(DSLContext ctx) {
        return statement.in(ctx).execute(ctx);
    }

    /**
     * As {@link BulkStatement#fetchOutcomes}, in portions: what became of each row, in input order, and the totals of
     * all.
     *
     * @throws IllegalStateException as {@link #execute}
     * @throws io.bulkdsl.contract.InvalidRowException as {@link #execute}
     * @throws io.bulkdsl.contract.PortionsFailedException as {@link #execute}
     */
    public Outcomes<E, Record> fetchOutcomes(DSLContext ctx) {
        return Reporting.of(statement.in(ctx).outcomes(ctx), Projection.of(List.of()));
    }
}
