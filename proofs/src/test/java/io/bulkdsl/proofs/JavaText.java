// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value as it could stand in a test: nothing that can't be seen, and text in ASCII. */
final class JavaText {

    static String of(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return "HexFormat.of().parseHex(\"" + HexFormat.of().formatHex(bytes) + "\")";
        } else if (value instanceof Object[] array) {
            return Arrays.stream(array)
                    .map(JavaText::of)
                    .collect(Collectors.joining(
                            ", ", "new " + array.getClass().getComponentType().getSimpleName() + "[] {", "}"));
        } else if (value instanceof Number || value instanceof Boolean || value == null) {
            return String.valueOf(value);
        }
        return value.toString().chars().mapToObj(JavaText::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int unit) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> unit >= ' ' && unit < 127 ? String.valueOf((char) unit) : "\\u%04x".formatted(unit);
        };
    }

    private JavaText() {}
}
