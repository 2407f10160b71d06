// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Arrays as <code>{"1","2",NULL}</code>; the elements of several dimensions are arrays themselves.
 *
 * @see <a href="https://www.postgresql.org/docs/current/arrays.html">PostgreSQL: Arrays</a>
 */
public final class ArrayLiteral {

    /**
     * The literal.
     *
     * @param element how an element is written that isn't null, not quoted
     */
    public static String of(@Nullable Object[] array, Function<Object, ? extends @Nullable String> element) {
        StringJoiner literal = new StringJoiner(",", "{", "}");
        for (Object value : array) {
            String text = value == null ? null : element.apply(value);
            literal.add(text == null ? "NULL" : value instanceof Object[] ? text : quoted(text));
        }
        return literal.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private ArrayLiteral() {}
}
