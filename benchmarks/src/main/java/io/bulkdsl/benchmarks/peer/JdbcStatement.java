// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import static java.util.stream.Collectors.joining;

import io.bulkdsl.benchmarks.data.Column;
import io.bulkdsl.benchmarks.data.Shape;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** The statement for one row, in SQL, and the columns its parameters are of. */
record JdbcStatement<E>(String sql, List<? extends Column<?, E, ?>> parameters) {

    static <R extends UpdatableRecord<R>, E> @Nullable JdbcStatement<E> of(Task<R, E> task) {
        Shape<R, E> shape = task.shape();
        return switch (task.operation()) {
            case UPDATE, UPDATE_5_CHANGED ->
                new JdbcStatement<>(
                        "update %s set %s where id = ?".formatted(shape.sql(), set(shape, "%s = ?")),
                        Stream.concat(shape.others().stream(), Stream.of(shape.id()))
                                .toList());
            case UPSERT_0, UPSERT_50, UPSERT_100 ->
                new JdbcStatement<>(
                        insert(shape, shape.columns()) + " on conflict (id) do update set "
                                + set(shape, "%1$s = excluded.%1$s"),
                        shape.columns());
            case INSERT -> new JdbcStatement<>(insert(shape, shape.columns()), shape.columns());
            case INSERT_KEYS -> new JdbcStatement<>(insert(shape, shape.others()), shape.others());
            case DELETE -> new JdbcStatement<>("delete from " + shape.sql() + " where id = ?", List.of(shape.id()));
            case PDNF -> null;
        };
    }

    private static String insert(Shape<?, ?> shape, List<? extends Column<?, ?, ?>> columns) {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        shape.sql(),
                        Shape.names(columns),
                        columns.stream().map(column -> "?").collect(joining(", ")));
    }

    private static String set(Shape<?, ?> shape, String assignment) {
        return shape.others().stream()
                .map(column -> assignment.formatted(column.name()))
                .collect(joining(", "));
    }

    void bind(PreparedStatement statement, E row) throws SQLException {
        int index = 1;
        for (Column<?, E, ?> column : parameters) {
            statement.setObject(index++, column.jdbcValue(row), column.jdbcType());
        }
    }
}
