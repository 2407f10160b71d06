// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.util.ArrayList;
import java.util.List;

/** How often one text uses a code point. */
record TextCharacter(String sha256, int code, long times) {

    /** In the order of the texts; no two of these may have the same content. */
    static List<TextCharacter> in(List<ReadText> texts) {
        List<TextCharacter> characters = new ArrayList<>();
        for (ReadText text : texts) {
            text.counts().forEach((code, times) -> characters.add(new TextCharacter(text.sha256(), code, times)));
        }
        return characters;
    }
}
