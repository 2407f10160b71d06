// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.Arrays;
import java.util.Collection;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jspecify.annotations.Nullable;

/** About how many bytes a row is on its way, without writing it: texts count as they are long, anything else little. */
final class RowSize {

    /** A number, a date, a UUID. */
    private static final int OF_A_SCALAR = 16;

    static long of(IncomingRow<?> row) {
        return of(row.values());
    }

    private static long of(Collection<?> values) {
        long bytes = 0;
        for (Object value : values) {
            bytes += of(value);
        }
        return bytes;
    }

    private static long of(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        } else if (value instanceof byte[] bytes) {
            return 2L * bytes.length; // as hexadecimal digits
        } else if (value instanceof JSONB json) {
            return json.data().length();
        } else if (value instanceof JSON json) {
            return json.data().length();
        } else if (value instanceof XML xml) {
            return xml.data().length();
        } else if (value instanceof Object[] array) {
            return of(Arrays.asList(array));
        }
        return OF_A_SCALAR;
    }

    private RowSize() {}
}
