// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.StringJoiner;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Values of composite types as {@code ("Main St",5)}; a null attribute is nothing.
 *
 * @see <a href="https://www.postgresql.org/docs/current/rowtypes.html">PostgreSQL: Composite Types</a>
 */
record RecordText() implements TextForm {

    @Override
    public String of(Object composite) {
        Record value = (Record) composite;
        StringJoiner literal = new StringJoiner(",", "(", ")");
        for (Field<?> attribute : value.fields()) {
            literal.add(attribute(attribute, value.get(attribute)));
        }
        return literal.toString();
    }

    private static String attribute(Field<?> attribute, @Nullable Object value) {
        String text = formOf(attribute).orNull(value);
        return text == null ? "" : quoted(text);
    }

    private static TextForm formOf(Field<?> attribute) {
        return TextForm.of(attribute.getDataType())
                .orElseThrow(() -> new IllegalStateException("the attribute " + attribute.getName()
                        + " is of a type of which it isn't known how it is written; use VALUES"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\"\"") + '"';
    }
}
