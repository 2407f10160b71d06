// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Arrays as <code>{"1","2",NULL}</code>; the elements of several dimensions are arrays themselves.
 *
 * @see <a href="https://www.postgresql.org/docs/current/arrays.html">PostgreSQL: Arrays</a>
 */
record ArrayText(TextForm element) implements TextForm {

    @Override
    public String of(Object array) {
        StringJoiner literal = new StringJoiner(",", "{", "}");
        for (@Nullable Object value : (@Nullable Object[]) array) {
            String text = element.orNull(value);
            literal.add(text == null ? "NULL" : value instanceof Object[] ? text : quoted(text));
        }
        return literal.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
