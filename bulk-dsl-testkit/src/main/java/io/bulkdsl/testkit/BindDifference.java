// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The differences of two lists of bind values, one line for each value that differs. */
final class BindDifference {

    private BindDifference() {}

    static List<String> of(List<? extends @Nullable Object> expected, List<? extends @Nullable Object> actual) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String bind = "bind " + (i + 1) + ": ";
            if (i >= actual.size()) {
                differences.add(bind + "expected " + typed(expected.get(i)) + " but there is none");
            } else if (i >= expected.size()) {
                differences.add(bind + "expected none but was " + typed(actual.get(i)));
            } else if (!Objects.deepEquals(expected.get(i), actual.get(i))) {
                differences.add(bind + "expected " + typed(expected.get(i)) + " but was " + typed(actual.get(i)));
            }
        }
        return differences;
    }

    static String lines(List<? extends @Nullable Object> values) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            lines.append(i + 1).append(": ").append(typed(values.get(i))).append('\n');
        }
        return lines.toString();
    }

    /** With the type, since 5 and 5L, or a UUID and its text, look the same. */
    private static String typed(@Nullable Object value) {
        return value == null ? "null" : text(value) + " (" + value.getClass().getSimpleName() + ")";
    }

    private static String text(Object value) {
        if (value instanceof CharSequence) {
            return "\"" + value + "\"";
        }
        if (value.getClass().isArray()) {
            String inList = Arrays.deepToString(new Object[] {value});
            return inList.substring(1, inList.length() - 1);
        }
        return value.toString();
    }
}
