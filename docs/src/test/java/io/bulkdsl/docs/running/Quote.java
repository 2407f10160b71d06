// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.running;

import java.math.BigDecimal;

record Quote(String sku, BigDecimal amount) {

    /** A line of a feed: {@code pen;1.50}. */
    static Quote parse(String line) {
        String[] fields = line.split(";");
        return new Quote(fields[0], new BigDecimal(fields[1]));
    }

    int change() {
        return 1;
    }
}
