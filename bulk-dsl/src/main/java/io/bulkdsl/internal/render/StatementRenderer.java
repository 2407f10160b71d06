// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.IncomingTable;
import java.util.Collection;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;

/** One statement over any incoming table. */
public interface StatementRenderer {

    /** Whether the statement reads {@link IncomingTable#ordinal()} even where nobody asks what became of which row. */
    boolean needsOrdinal();

    RowCountQuery render(IncomingTable rows);

    /** The same with {@code returning}. */
    ResultQuery<Record> render(IncomingTable rows, Collection<? extends Field<?>> returning);

    /** The same telling what became of which row; the table has the ordinal. */
    ResultQuery<Record> outcomes(IncomingTable rows, Report report);

    /** What became of an input row that {@link #outcomes} says nothing of. */
    Status untold();
}
