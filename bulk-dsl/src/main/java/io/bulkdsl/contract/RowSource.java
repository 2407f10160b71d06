// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/** How rows travel to the server and become the table {@code incoming} of a statement. */
public enum RowSource {
    /** The library chooses by the number of rows and the columns' types; {@code explain} tells what and why. */
    AUTO,
    /**
     * {@code (values (?, ?), (?, ?)) as incoming (isbn, stock)}: carries every type, at most 65,535 values. The SQL differs
     * for each number of rows, so that the server plans it anew.
     */
    VALUES,
    /**
     * {@code unnest(cast(? as text[]), cast(? as int[])) as incoming (isbn, stock)}: one array a column, any number of rows
     * with the same SQL. Arrays, composites, binary values and types of some bindings can't be elements of an array.
     */
    UNNEST
}
