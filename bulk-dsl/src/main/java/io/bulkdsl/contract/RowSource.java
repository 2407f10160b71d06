// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/**
 * How rows travel to the server and become the table {@code incoming} of a statement. Said of one statement by {@code
 * via(…)}, or of all statements that a configuration executes:
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * configuration.data(RowSource.class, RowSource.UNNEST);
 * }</pre>
 *
 * <p>The condition {@code pdnf} of many rows, which knows no {@code via}, follows a configuration that prefers VALUES.
 *
 * @since 0.1
 */
public enum RowSource {
    /** The library chooses by the number of rows and the columns' types; {@code explain} tells what and why. */
    AUTO,
    /**
     * {@code (values (?, ?), (?, ?)) as incoming (isbn, stock)}: carries every type, at most 65,535 values. The SQL differs
     * for each number of rows, so that the server plans it anew.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-values.html">PostgreSQL: VALUES</a>
     */
    VALUES,
    /**
     * {@code unnest(cast(? as text[]), cast(? as int[])) as incoming (isbn, stock)}: one array a column, any number of rows
     * with the same SQL. What can't be an element of an array (arrays, composites, binary values, types of a binding)
     * travels as text and is cast on the server.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-array.html">PostgreSQL: Array Functions</a>
     */
    UNNEST,
    /**
     * {@code copy … from stdin} into a temporary table that is dropped with the transaction, and the statement from there:
     * for very many rows. Needs the PostgreSQL JDBC driver, the privilege TEMP and its own transaction (or a savepoint in
     * yours); {@code query()} and {@code getSQL()} can't show it. jOOQ's listeners see all of it but the copying itself.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL: COPY</a>
     */
    COPY
}
