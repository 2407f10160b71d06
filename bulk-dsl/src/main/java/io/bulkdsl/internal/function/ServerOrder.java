// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import org.jooq.DataType;

/** Whether Java and PostgreSQL agree which of two values is larger: of numbers and times, not of text or enums. */
final class ServerOrder {

    static boolean isJavas(DataType<?> type) {
        boolean isConverted =
                type.getConverter().fromType() != type.getConverter().toType();
        return !isConverted && (type.isNumeric() || type.isDateTime());
    }

    private ServerOrder() {}
}
