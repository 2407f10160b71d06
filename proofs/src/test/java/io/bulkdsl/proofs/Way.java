// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import io.bulkdsl.contract.RowSource;

/**
 * How a statement is executed.
 *
 * @param batch its rows, 0 if there are no batches
 * @param outcomes whether it is asked for outcomes, else for the count
 */
record Way(RowSource source, int batch, boolean stream, boolean outcomes) {

    static final Way SIMPLEST = new Way(RowSource.VALUES, 0, false, false);
}
