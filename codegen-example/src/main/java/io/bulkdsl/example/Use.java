// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How some texts use a code point. */
record Use(int code, long times, long mostInOneFile, List<String> names) {

    /** One for each code point that the texts use. */
    static List<Use> in(List<ReadText> texts) {
        Map<Integer, Use> uses = new TreeMap<>();
        for (ReadText text : texts) {
            List<String> name = List.of(text.name());
            text.counts().forEach((code, times) -> uses.merge(code, new Use(code, times, times, name), Use::and));
        }
        return List.copyOf(uses.values());
    }

    String firstFile() {
        return names.get(0);
    }

    String[] files() {
        return names.toArray(String[]::new);
    }

    private Use and(Use later) {
        return new Use(
                code,
                times + later.times,
                Math.max(mostInOneFile, later.mostInOneFile),
                Stream.concat(names.stream(), later.names.stream()).toList());
    }
}
