// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.data;

import java.util.List;

/** Rows of one call. The server has them too, in a table of its own. */
public record Batch<E>(int number, List<E> rows) {

    /** The table on the server. */
    public String incoming() {
        return "bench.incoming_" + number;
    }
}
