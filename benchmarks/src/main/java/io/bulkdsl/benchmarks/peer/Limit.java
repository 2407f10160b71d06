// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import static java.util.stream.Collectors.joining;

import io.bulkdsl.benchmarks.data.Shape;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** What the server alone can do: the same statement from a table that it already has, analysed, in no order. */
final class Limit implements Candidate {

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        String sql = sql(task);
        if (sql == null) {
            return null;
        }
        Connection connection = connections.open();
        return Attempt.prepared(connection, batch -> () -> run(connection, sql.formatted(batch.incoming())));
    }

    private static long[] run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return Attempt.NOTHING;
            }
            LongStream.Builder keys = LongStream.builder();
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    keys.add(result.getLong(1));
                }
            }
            return keys.build().toArray();
        }
    }

    private static @Nullable String sql(Task<?, ?> task) {
        Shape<?, ?> shape = task.shape();
        String table = shape.sql();
        String columns = Shape.names(shape.columns());
        String others = Shape.names(shape.others());
        return switch (task.operation()) {
            case UPDATE -> update(shape);
            case UPDATE_5_CHANGED ->
                update(shape) + " and (" + list(shape, name -> "t.%1$s is distinct from i.%1$s".formatted(name), " or ")
                        + ")";
            case UPSERT_0, UPSERT_50, UPSERT_100 ->
                "insert into %s (%s) select %s from %%s on conflict (id) do update set %s"
                        .formatted(
                                table,
                                columns,
                                columns,
                                list(shape, name -> "%1$s = excluded.%1$s".formatted(name), ", "));
            case INSERT_KEYS -> "insert into %s (%s) select %s from %%s returning id".formatted(table, others, others);
            case DELETE -> "delete from %s t using %%s i where t.id = i.id".formatted(table);
            case PDNF -> "select id from %s where (a, b) in (select a, b from %%s)".formatted(table);
            case INSERT -> null; // RawCopy is faster
        };
    }

    private static String update(Shape<?, ?> shape) {
        return "update %s t set %s from %%s i where t.id = i.id"
                .formatted(shape.sql(), list(shape, name -> "%1$s = i.%1$s".formatted(name), ", "));
    }

    private static String list(Shape<?, ?> shape, Function<String, String> item, String separator) {
        return shape.others().stream().map(column -> item.apply(column.name())).collect(joining(separator));
    }
}
