// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Makes columns of the incoming table, each with a name of its own. */
final class Columns {

    /** PostgreSQL cuts longer identifiers; see NAMEDATALEN in its manual. */
    private static final int MAX_NAME_BYTES = 63;

    private static final int MAX_STEM = MAX_NAME_BYTES - 4;

    static <E, V> Incoming<E, V> incoming(
            Field<?> column,
            DataType<V> type,
            Function<? super E, ? extends @Nullable V> getter,
            Collection<? extends Cell<E>> others) {
        return new Incoming<>(uniqueName(column.getName(), others), label(column), ExactText.of(type), getter);
    }

    /** {@code table.column}, for messages. */
    static String label(Field<?> column) {
        Table<?> table = column instanceof TableField<?, ?> f ? f.getTable() : null;
        return table == null ? column.getName() : table.getName() + "." + column.getName();
    }

    /** The table's columns but those given. */
    static List<Field<?>> otherThan(List<? extends Field<?>> some, Table<?> table) {
        return Arrays.stream(table.fields())
                .filter(column -> !some.contains(column))
                .collect(Collectors.toList());
    }

    /** {@code (a, b)}, for messages. */
    static String names(List<? extends Field<?>> columns) {
        return columns.stream().map(Field::getName).collect(Collectors.joining(", ", "(", ")"));
    }

    private static <E> String uniqueName(String column, Collection<? extends Cell<E>> others) {
        // the suffix must fit: a column's name may use all 63 bytes, and only ASCII can be cut anywhere
        String stem = column.length() > MAX_STEM
                        || !StandardCharsets.US_ASCII.newEncoder().canEncode(column)
                ? "column"
                : column;
        String name = column;
        for (int i = 2; isTaken(name, others); i++) {
            name = stem + "_" + i;
        }
        return name;
    }

    private static <E> boolean isTaken(String name, Collection<? extends Cell<E>> others) {
        return IncomingTable.isReserved(name)
                || name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES
                || others.stream().anyMatch(cell -> cell.incoming().name().equals(name));
    }

    private Columns() {}
}
