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
            literal.add(value == null ? "NULL" : value instanceof Object[] ? element.of(value) : quoted(value));
        }
        return literal.toString();
    }

    private String quoted(Object value) {
        return '"' + element.of(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
