// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

/** A character as it can stand in a table on a terminal, alone and without consequences. */
final class Glyph {

    private Glyph() {}

    static boolean isVisible(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    static String of(int code) {
        return switch (Character.getType(code)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
                "\u25CC" + Character.toString(code);
            default -> isVisible(code) ? Character.toString(code) : "";
        };
    }
}
