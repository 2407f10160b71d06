// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

/**
 * What a step gives for a set function or key operator that doesn't suit the column's type, or a column of another
 * table. It has no methods, so that the next step doesn't compile and javac's message names this type: see {@code
 * docs/decisions/0002}.
 *
 * @since 0.1
 */
public final class ColumnOrFunctionDoesNotFit {

    private ColumnOrFunctionDoesNotFit() {}

    static ColumnOrFunctionDoesNotFit refuse(Object column) {
        throw new IllegalArgumentException("the function or operator doesn't suit " + column
                + ", or that is not a column of the statement's table");
    }
}
