// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** docs/functions.md: its headings of the third level, and those of the second, with the first table below each. */
final class FunctionsPage {

    private static final Path FILE = Path.of("..", "docs", "functions.md");

    /** The cells of a table's rows, by the names of its columns. */
    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();

    FunctionsPage() {
        try {
            read(Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The functions, as the page names them: its headings of the third level. */
    List<String> functions() {
        return tables.keySet().stream()
                .filter(heading -> heading.startsWith("### "))
                .map(heading -> heading.substring("### ".length()))
                .toList();
    }

    /** The table of a function. */
    List<Map<String, String>> effects(String function) {
        return tables.get("### " + function);
    }

    /** The table of a section. */
    List<Map<String, String>> section(String heading) {
        return tables.get("## " + heading);
    }

    private void read(List<String> lines) {
        String heading = "";
        List<String> columns = List.of();
        for (String line : lines) {
            if (line.startsWith("#")) {
                heading = line;
                columns = List.of();
                tables.put(heading, new ArrayList<>());
            } else if (line.startsWith("|") && !line.startsWith("|-")) {
                List<String> cells = cells(line);
                if (columns.isEmpty()) {
                    columns = cells;
                } else {
                    tables.get(heading).add(row(columns, cells));
                }
            }
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        if (columns.size() != cells.size()) {
            throw new IllegalStateException("a row of " + columns + " with other cells: " + cells);
        }
        Map<String, String> row = new LinkedHashMap<>();
        IntStream.range(0, columns.size()).forEach(i -> row.put(columns.get(i), cells.get(i)));
        return row;
    }
}
