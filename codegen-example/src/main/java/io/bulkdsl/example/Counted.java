// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import io.bulkdsl.Totals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one transaction did.
 *
 * @param texts the texts it counted
 * @param copies those whose content was counted already
 * @param uses what it sent to be counted
 * @param met the code points that it found in the table
 * @param upserted what the upserts did, by statement
 * @param updated how many rows the updates changed, by statement
 */
record Counted(
        List<ReadText> texts,
        List<ReadText> copies,
        List<Use> uses,
        List<Met> met,
        Map<String, Totals> upserted,
        Map<String, Integer> updated) {

    /** Uses of code points that are not in the table. */
    List<Use> unknown() {
        Set<Integer> known = met.stream().map(Met::code).collect(Collectors.toSet());
        return uses.stream().filter(use -> !known.contains(use.code())).toList();
    }
}
