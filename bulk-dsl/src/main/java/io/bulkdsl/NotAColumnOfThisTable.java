// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

/**
 * What a step gives for a column of another table. It has no methods, so that the next step doesn't compile and javac's
 * message names this type: see {@code docs/decisions/0002}.
 */
public final class NotAColumnOfThisTable {

    private NotAColumnOfThisTable() {}

    static NotAColumnOfThisTable refuse(Object column) {
        throw new IllegalArgumentException(column + " is not a column of the statement's table");
    }
}
