// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import java.util.function.Supplier;
import org.jooq.QueryPart;

/**
 * Assertions on the SQL that jOOQ queries, conditions and other parts render. No database is needed.
 *
 * <pre>{@code
 * import static io.bulkdsl.testkit.SqlAssertions.assertThat;
 *
 * assertThat(query)
 *         .rendersSql("""
 *                 update "book"
 *                 set "stock" = ?
 *                 where "isbn" = ?
 *                 """)
 *         .withBinds(3, "978-0");
 * }</pre>
 *
 * @since 0.1
 */
public final class SqlAssertions {

    private SqlAssertions() {}

    /**
     * Starts assertions on a query or another part, rendered for PostgreSQL with default settings. What the part itself is
     * attached to is not considered.
     *
     * @param part the query, condition, field, table …
     * @return the assertions
     */
    public static SqlAssert assertThat(QueryPart part) {
        return SqlAssert.of(part);
    }

    /**
     * The same as {@link #assertThat(QueryPart)}, under a name that can be imported next to AssertJ's {@code assertThat},
     * which takes jOOQ's selects as iterables.
     *
     * @param part the query, condition, field, table …
     * @return the assertions
     */
    public static SqlAssert assertThatSql(QueryPart part) {
        return SqlAssert.of(part);
    }

    /**
     * Starts assertions on what gives a query, such as a statement of bulk-dsl with its rows; it is asked once.
     *
     * @param statement what gives the query
     * @return the assertions
     */
    public static SqlAssert assertThat(Supplier<? extends QueryPart> statement) {
        return assertThat(statement.get());
    }

    /**
     * The same as {@link #assertThat(Supplier)}, under the other name.
     *
     * @param statement what gives the query
     * @return the assertions
     */
    public static SqlAssert assertThatSql(Supplier<? extends QueryPart> statement) {
        return assertThatSql(statement.get());
    }
}
