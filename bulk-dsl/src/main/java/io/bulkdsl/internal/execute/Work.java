// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.RowSource;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;

/** A definition with rows, of whatever statement: what a user can ask of it. */
public sealed interface Work<E> permits Statement, Sync {

    /** For messages. */
    String description();

    /** The same by another row source. */
    Work<E> via(RowSource source);

    /** The row source that this was given, or {@link RowSource#AUTO}. */
    RowSource source();

    /** The same by the row source that the context prefers, unless it was given one; or a refusal without JDBC. */
    default Work<E> in(DSLContext ctx) {
        JdbcAccess.check(ctx, description());
        return source() == RowSource.AUTO && ctx.configuration().data(RowSource.class) instanceof RowSource preferred
                ? via(preferred)
                : this;
    }

    /** The same taking its locks in key order, or a refusal. */
    Work<E> lockingInKeyOrder();

    /** The same in portions, or a refusal. */
    Parallel<E> parallel(int connections);

    /** The same as what goes batch by batch, or a refusal. */
    Statement<E> divisible();

    /** How the rows would travel, and why; a line for each group of rows. */
    String explain(DSLContext ctx);

    /** The queries in the order in which they would run. */
    List<RowCountQuery> queries();

    /** The same with {@code returning}. */
    List<ResultQuery<Record>> returning(Collection<? extends Field<?>> fields);

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
