// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.Arrays;
import java.util.Collection;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.XML;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL can't store the character NUL in text (its manual, "Character Types"), and half a surrogate pair has no UTF-8, so
 * that the driver would send a question mark; the row is named before they try.
 */
final class StorableText {

    /** What is wrong with a value as it is sent, if anything is. */
    static @Nullable String problem(@Nullable Object value) {
        if (value instanceof String text) {
            return problemOf(text);
        } else if (value instanceof JSONB json) {
            return problemOf(json.data());
        } else if (value instanceof JSON json) {
            return problemOf(json.data());
        } else if (value instanceof XML xml) {
            return problemOf(xml.data());
        } else if (value instanceof Object[] array) {
            return problemOf(Arrays.asList(array));
        } else if (value instanceof Collection<?> elements) {
            return problemOf(elements);
        } else if (value instanceof Record composite) {
            return problemOf(composite);
        }
        return null;
    }

    private static @Nullable String problemOf(Record composite) {
        for (Field<?> attribute : composite.fields()) {
            Object value = composite.get(attribute);
            UserConverter<?> converter =
                    UserConverter.of(attribute.getDataType()).orElse(null);
            String problem = problem(converter == null ? value : converter.sent(value));
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String problemOf(Collection<?> elements) {
        for (Object element : elements) {
            String problem = problem(element);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String problemOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "the text contains the character NUL (\\u0000), which PostgreSQL can't store; remove it";
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "the text contains half of a surrogate pair, which isn't a character and can't be stored; remove or replace it";
            }
        }
        return null;
    }

    private StorableText() {}
}
