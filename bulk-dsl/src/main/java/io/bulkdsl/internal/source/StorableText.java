// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.internal.model.Cell;
import java.util.Arrays;
import java.util.Collection;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** PostgreSQL can't store the character NUL in text (its manual, "Character Types"); the row is named before it tries. */
final class StorableText {

    static void check(@Nullable Object value, Cell<?> cell, int rowNumber) {
        if (hasNul(value)) {
            throw new InvalidRowException(
                    rowNumber,
                    cell.incoming().column(),
                    "the text contains the character NUL (\\u0000), which PostgreSQL can't store; remove it",
                    null);
        }
    }

    private static boolean hasNul(@Nullable Object value) {
        if (value instanceof String text) {
            return text.indexOf('\0') >= 0;
        } else if (value instanceof JSONB json) {
            return json.data().indexOf('\0') >= 0;
        } else if (value instanceof JSON json) {
            return json.data().indexOf('\0') >= 0;
        } else if (value instanceof Object[] array) {
            return Arrays.stream(array).anyMatch(StorableText::hasNul);
        } else if (value instanceof Collection<?> elements) {
            return elements.stream().anyMatch(StorableText::hasNul);
        }
        return false;
    }

    private StorableText() {}
}
