// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;

/** What a user can have executed. */
public sealed interface Call<E> permits Work, Watched {

    /** How the rows would travel, and why; a line for each group of rows. */
    String explain(DSLContext ctx);

    /** Whether rows that were there already are handed back too. */
    boolean handsBackAll();

    /** Returns how many rows of the table were written; a stale row fails the whole. */
    int execute(DSLContext ctx);

    /** What was written (by {@code getOrCreate} also what was there) in no particular order; a stale row fails the whole. */
    Result<Record> fetch(DSLContext ctx, List<? extends Field<?>> fields);

    /** What became of each row; a stale one fails the whole. */
    Told<E> orStale(DSLContext ctx, List<? extends Field<?>> fields);

    /** What became of each row. */
    Told<E> outcomes(DSLContext ctx, List<? extends Field<?>> fields, boolean withOld);
}
