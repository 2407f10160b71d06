// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.BulkCall;
import io.bulkdsl.contract.BulkCall.Extent;
import io.bulkdsl.contract.RowSource;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Table;

/** A definition with rows, of whatever statement: what a user can ask of it. */
public sealed interface Work<E> extends Call<E> permits Statement, Sync {

    /** For messages; begins with the name of the method that made the definition. */
    String description();

    /** What is written. */
    Table<?> table();

    /** The same for those who watch. */
    default BulkCall call() {
        String description = description();
        return new BulkCall(description.substring(0, description.indexOf(' ')), table().getName(), Extent.WHOLE, 0);
    }

    /** The same by another row source. */
    Work<E> via(RowSource source);

    /** The row source that this was given, or {@link RowSource#AUTO}. */
    RowSource source();

    /** The same as it is executed in a context. */
    default Call<E> in(DSLContext ctx) {
        return new Watched<>(preferredBy(ctx));
    }

    /** The same by the row source that the context prefers, unless it was given one; or a refusal without JDBC. */
    default Work<E> preferredBy(DSLContext ctx) {
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

    /** The queries in the order in which they would run. */
    List<RowCountQuery> queries();

    /** The same with {@code returning}. */
    List<ResultQuery<Record>> returning(Collection<? extends Field<?>> fields);
}
