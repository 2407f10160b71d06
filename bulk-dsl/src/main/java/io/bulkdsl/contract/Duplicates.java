// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/**
 * What becomes of several input rows with the same key. It applies where every key operator is an equality; with other
 * operators the first row that matches a target row wins.
 *
 * @since 0.1
 */
public enum Duplicates {
    /** The call fails before any row is written, naming the key columns and both row numbers. The default. */
    FAIL,
    /** The first row of a key counts, later ones are dropped. */
    FIRST,
    /** The last row of a key counts, earlier ones are dropped. */
    LAST,
    /**
     * The rows of a key become one: increments add up, unions unite, and so on, as each set function says in {@link
     * SetFunction#fold}. Refused when the definition is made if one of its functions can't.
     */
    FOLD
}
