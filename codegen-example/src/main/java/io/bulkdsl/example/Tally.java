// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import io.bulkdsl.Totals;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The true counts of a run. */
final class Tally {
    private final Set<String> counted = new HashSet<>();
    private final Set<Integer> codePoints = new HashSet<>();
    private final Map<String, Totals> upserted = new LinkedHashMap<>();
    private final Map<String, Integer> updated = new TreeMap<>();
    private final Map<Integer, Long> unknown = new TreeMap<>();
    private long characters;
    private long lines;
    private long bytes;
    private long copies;
    private long countedBefore;
    private long newlyUsed;

    void add(Counted more) {
        more.texts().forEach(this::add);
        long copiesOfCounted = more.copies().stream()
                .filter(text -> counted.contains(text.sha256()))
                .count();
        copies += copiesOfCounted;
        countedBefore += more.copies().size() - copiesOfCounted;
        more.met().forEach(met -> codePoints.add(met.code()));
        newlyUsed += more.met().stream().filter(Met::isNew).count();
        more.unknown().forEach(use -> unknown.merge(use.code(), use.times(), Long::sum));
        more.upserted().forEach((statement, rows) -> upserted.merge(statement, rows, Totals::plus));
        more.updated().forEach((statement, rows) -> updated.merge(statement, rows, Integer::sum));
    }

    private void add(ReadText text) {
        counted.add(text.sha256());
        characters += text.characters();
        lines += text.lines();
        bytes += text.bytes();
    }

    Summary summary(long skipped, double seconds) {
        return new Summary(
                counted.size(),
                copies,
                countedBefore,
                skipped,
                characters,
                lines,
                bytes,
                codePoints.size(),
                newlyUsed,
                upserted,
                updated,
                unknown,
                seconds);
    }
}
