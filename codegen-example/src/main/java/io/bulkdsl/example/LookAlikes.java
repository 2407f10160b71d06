// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Characters that people take for one another, and computers do not. */
record LookAlikes(String kind, Set<Integer> codes) {
    static final List<LookAlikes> KNOWN = List.of(
            of("spaces", " \u00A0\u2002\u2003\u2007\u2009\u202F\u3000\uFEFF"),
            of("dashes", "-\u00AD\u2010\u2011\u2012\u2013\u2014\u2212"),
            of("double quotes", "\"\u00AB\u00BB\u201C\u201D\u201E\u2033"),
            of("single quotes", "'`\u00B4\u02BC\u2018\u2019\u2032"),
            of("dots", ".\u00B7\u2022\u2024\u2026\u22C5"),
            of("letter A", "A\u0391\u0410\uFF21"),
            of("letter a", "a\u0430\uFF41"),
            of("letter o", "o\u03BF\u043E\uFF4F"),
            of("micro", "\u00B5\u03BC"));

    private static LookAlikes of(String kind, String characters) {
        return new LookAlikes(kind, characters.codePoints().boxed().collect(Collectors.toSet()));
    }
}
