// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.benchmarks.data.Batch;
import io.bulkdsl.benchmarks.data.Column;
import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Shape;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the table holds what it has to after a run: each value of each row, by count and sum of hashes. */
final class Contents {

    private final Task<?, ?> task;
    private final Connection connection;
    private @Nullable String expected;

    Contents(Task<?, ?> task, Connection connection) {
        this.task = task;
        this.connection = connection;
    }

    /** Null if all is well. */
    @Nullable
    String complaint() throws SQLException {
        if (expected == null) {
            expected = fetch(expectedSql());
        }
        String found = fetch("select %s from %s r".formatted(sum(), task.shape().sql()));
        return expected.equals(found)
                ? null
                : "the table holds %s (rows, sum of hashes), expected %s".formatted(found, expected);
    }

    /** The rows that were there, but where a row came in, that; computed without the table and without the candidates. */
    private String expectedSql() {
        return """
                select %s
                from (select coalesce(n.id, t.id) as id, coalesce(n.version, 0) as version
                      from generate_series(1, %d) t(id) full join bench.input n on n.id = t.id
                      where %s) e
                cross join lateral %s_row(e.id, e.id, e.version) r""".formatted(
                        sum(),
                        task.tableRows(),
                        task.operation() == Operation.DELETE ? "n.id is null" : "true",
                        task.shape().sql());
    }

    private String sum() {
        return "count(*) || ', ' || coalesce(sum(hash_record_extended(row(%s), 0)), 0)".formatted(values("r"));
    }

    /** A generated key may be any. */
    private List<? extends Column<?, ?, ?>> compared() {
        Shape<?, ?> shape = task.shape();
        return task.operation() == Operation.INSERT_KEYS ? shape.others() : shape.columns();
    }

    private String values(String alias) {
        return alias + "." + Shape.names(compared()).replace(", ", ", " + alias + ".");
    }

    /** Null if the keys are those of the rows they were answered for. */
    @Nullable
    String complaintOfKeys(Batch<?> batch, long[] keys) throws SQLException {
        return switch (task.operation()) {
            case INSERT_KEYS ->
                complaint(
                        """
                    select count(*)
                    from (select id, row_number() over (order by id) as position from %s) n
                    join unnest(?) with ordinality k(id, position) using (position)
                    join %s r on r.id = k.id
                    cross join lateral %s_row(r.id, n.id, 1) e
                    where row(%s) is not distinct from row(%s)""".formatted(
                                        batch.incoming(),
                                        task.shape().sql(),
                                        task.shape().sql(),
                                        values("r"),
                                        values("e")),
                        keys);
            case PDNF ->
                complaint(
                        "select count(*) from %s n join unnest(?) k(id) using (id)".formatted(batch.incoming()), keys);
            default -> null;
        };
    }

    private @Nullable String complaint(String sql, long[] keys) throws SQLException {
        Object[] array = Arrays.stream(keys).boxed().toArray();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", array));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long right = result.getLong(1);
                return right == task.rows() && keys.length == task.rows()
                        ? null
                        : "%,d keys were answered, %,d of them right, for %,d rows"
                                .formatted(keys.length, right, task.rows());
            }
        }
    }

    private String fetch(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return Objects.requireNonNull(result.getString(1));
        }
    }
}
