// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.refusal;

import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.KeyEquality;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint that a row violates. The server names it and the values; which input rows have them is found here,
 * since after an error a transaction can't be asked any more.
 *
 * @param constraint its name
 * @param columns its columns
 * @param values the values, one for each column; empty if the server's message can't be taken apart
 */
record UniqueViolation(String constraint, List<String> columns, List<String> values) {

    private static final String SEPARATOR = ", ";

    /** Whatever language the server speaks: {@code … "book_isbn_key" … (isbn)=(…) …}. */
    private static final Pattern MESSAGE = Pattern.compile("\"([^\"]+)\".*?\\((.+?)\\)=\\((.*)\\)", Pattern.DOTALL);

    static Optional<UniqueViolation> of(RuntimeException e) {
        SQLException cause = Failures.cause(e);
        Matcher message = MESSAGE.matcher(cause == null ? "" : String.valueOf(cause.getMessage()));
        if (!message.find()) {
            return Optional.empty();
        }
        List<String> columns = Stream.of(message.group(2).split(SEPARATOR, -1))
                .map(UniqueViolation::unquoted)
                .toList();
        List<String> values = List.of(message.group(3).split(SEPARATOR, -1));
        return Optional.of(
                new UniqueViolation(message.group(1), columns, values.size() == columns.size() ? values : List.of()));
    }

    /** The server quotes names that it must: keywords, capitals. */
    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name;
    }

    String explained(StatementModel<?> model, List<Integer> rowNumbers) {
        String whose = rowNumbers.stream().map(String::valueOf).collect(Collectors.joining(" and row "));
        return "unique constraint " + constraint + " on (" + String.join(SEPARATOR, columns) + ") is violated"
                + (whose.isEmpty() ? "" : " by row " + whose)
                + (model.keys().isEmpty()
                        ? "; leave such rows out, or use onConflictDoNothing()"
                        : isOnKeys(model) ? "; another row has these keys" : "; the keys of this statement are others");
    }

    private boolean isOnKeys(StatementModel<?> model) {
        return model.keys().stream()
                .map(key -> key.column().getName())
                .collect(Collectors.toSet())
                .equals(Set.copyOf(columns));
    }

    /** Those that have the values. */
    <E> List<IncomingRow<?>> rows(StatementModel<E> model, List<? extends IncomingRow<?>> rows) {
        List<Integer> positions = new ArrayList<>();
        List<Cell<E>> cells = model.cells();
        for (String column : columns) {
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i).incoming().column().equals(model.table().getName() + "." + column)) {
                    positions.add(i);
                }
            }
        }
        if (positions.size() != columns.size() || values.isEmpty()) {
            return List.of();
        }
        List<IncomingRow<?>> found = rows.stream()
                .<IncomingRow<?>>map(row -> row)
                .filter(row -> hasValues(row, cells, positions))
                .toList();
        return isAmbiguous(found, cells, positions) ? List.of() : found;
    }

    /** The server prints null as it prints a text of these four letters. */
    private static <E> boolean isAmbiguous(List<IncomingRow<?>> found, List<Cell<E>> cells, List<Integer> positions) {
        return positions.stream()
                .anyMatch(position -> found.stream()
                                .map(row -> databaseValue(row, cells, position) == null)
                                .distinct()
                                .count()
                        > 1);
    }

    private <E> boolean hasValues(IncomingRow<?> row, List<Cell<E>> cells, List<Integer> positions) {
        for (int i = 0; i < positions.size(); i++) {
            if (!isPrintedAs(values.get(i), databaseValue(row, cells, positions.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static <E> @Nullable Object databaseValue(IncomingRow<?> row, List<Cell<E>> cells, int position) {
        return KeyEquality.of(cells.get(position)).databaseValue(row.values().get(position));
    }

    private static boolean isPrintedAs(String text, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            try {
                return number.compareTo(new BigDecimal(text)) == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return text.equals(String.valueOf(value));
    }
}
