// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testkit.SqlAssert;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.Table;

/** The queries that a context has sent to the server, in their order. */
@SuppressWarnings("serial") // never serialized
final class ExecutedSql implements ExecuteListener {

    private final List<Query> queries = new CopyOnWriteArrayList<>();

    /** The last query that a call sends. */
    static SqlAssert lastExecutedBy(DSLContext ctx, Consumer<DSLContext> call) {
        ExecutedSql executed = new ExecutedSql();
        call.accept(executed.of(ctx));
        return assertThatSql(executed.last());
    }

    /** The same context, listened to. */
    DSLContext of(DSLContext ctx) {
        return ctx.configuration().deriveAppending(this).dsl();
    }

    @Override
    public void executeStart(ExecuteContext execution) {
        queries.add(requireNonNull(execution.query()));
    }

    List<Query> all() {
        return queries;
    }

    /** Those about a table; what brings the rows to the server isn't. */
    List<Query> about(Table<?> table) {
        return queries.stream()
                .filter(query -> query.getSQL().contains('"' + table.getName() + '"'))
                .toList();
    }

    /** What comes before it asks about the table. */
    Query last() {
        return queries.get(queries.size() - 1);
    }

    Query only() {
        assertThat(queries).hasSize(1);
        return queries.get(0);
    }
}
