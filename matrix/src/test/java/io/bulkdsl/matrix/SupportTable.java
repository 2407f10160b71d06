// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.matrix;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of the docs: a row for each jOOQ and Java, a column for each PostgreSQL, how many tests passed in each cell. */
record SupportTable(Map<Cell, Counts> counts) {

    String markdown() {
        Set<String> servers = new LinkedHashSet<>();
        Set<String> rows = new LinkedHashSet<>();
        counts.keySet().forEach(cell -> {
            servers.add(cell.postgresVersion());
            rows.add(row(cell));
        });
        String head = "| jOOQ | Java | rows by | "
                + servers.stream().map(server -> "PostgreSQL " + server).collect(Collectors.joining(" | "))
                + " |\n|---|---|---|" + "---|".repeat(servers.size()) + "\n";
        return head
                + rows.stream()
                        .map(row -> "| " + row + " | "
                                + servers.stream()
                                        .map(server -> passed(row, server))
                                        .collect(Collectors.joining(" | "))
                                + " |\n")
                        .collect(Collectors.joining());
    }

    private static String row(Cell cell) {
        return cell.jooqVersion() + " | " + cell.jdk().feature() + " | " + cell.rowSource();
    }

    private String passed(String row, String server) {
        return counts.entrySet().stream()
                .filter(entry -> row(entry.getKey()).equals(row)
                        && entry.getKey().postgresVersion().equals(server))
                .map(entry -> passed(entry.getValue()))
                .findFirst()
                .orElse("");
    }

    private static String passed(Counts counts) {
        int passed = counts.tests() - counts.failed() - counts.leftOut();
        return counts.failed() == 0 ? String.valueOf(passed) : passed + ", **" + counts.failed() + " failed**";
    }
}
