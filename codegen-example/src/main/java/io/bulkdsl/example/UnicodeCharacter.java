// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import io.bulkdsl.example.db.enums.GeneralCategory;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An assigned code point, as this JDK's Unicode character database describes it. */
record UnicodeCharacter(int code, String name, String script, String block, GeneralCategory category) {

    static List<UnicodeCharacter> all() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(UnicodeCharacter::of)
                .filter(character -> character != null)
                .toList();
    }

    private static @Nullable UnicodeCharacter of(int code) {
        GeneralCategory category = GeneralCategories.of(code);
        return category == null
                ? null
                : new UnicodeCharacter(
                        code,
                        Character.getName(code),
                        inWords(Character.UnicodeScript.of(code).name()),
                        inWords(String.valueOf(Character.UnicodeBlock.of(code))),
                        category);
    }

    /** {@code OLD_ITALIC} as {@code Old italic}. */
    private static String inWords(String constant) {
        return constant.charAt(0) + constant.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
