// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Shape;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a task finds on the server: a full table, the same before each run, and the incoming rows for the limit. */
final class Stage implements AutoCloseable {

    private final Task<?, ?> task;
    private final Connection connection;

    Stage(Task<?, ?> task, Connection connection) throws SQLException {
        this.task = task;
        this.connection = connection;
        Shape<?, ?> shape = task.shape();
        execute("drop table if exists bench.pristine, bench.input");
        execute("""
                create unlogged table bench.pristine as
                select r.* from generate_series(1, %d) id cross join lateral %s_row(id, id, 0) r""".formatted(task.tableRows(), shape.sql()));
        execute("""
                create unlogged table bench.input as
                select number, %s as id, %s as version from generate_series(1, %d) number""".formatted(
                        task.operation().idSql(task.incoming(), task.tableRows()),
                        task.operation().versionSql(),
                        task.incoming()));
        execute("analyze bench.input");
        for (int batch = 0; batch < task.batches(); batch++) {
            String incoming = "bench.incoming_" + batch;
            execute("drop table if exists " + incoming);
            execute("""
                    create unlogged table %s as
                    select r.* from bench.input n cross join lateral %s_row(n.id, n.id, n.version) r
                    where n.number %% %d = %d order by %s""".formatted(
                            incoming,
                            shape.sql(),
                            task.batches(),
                            batch,
                            task.operation().shuffled() ? "hashint8(n.id)" : "n.id"));
            execute("analyze " + incoming);
        }
    }

    /** The table as it is before each run, at rest: nothing of what was before is left to clean up or to write out. */
    void reset() throws SQLException {
        String table = task.shape().sql();
        execute("truncate " + table);
        // Half the time of filling the index row by row.
        execute("alter table %s drop constraint %s_pkey"
                .formatted(table, task.shape().name()));
        execute("insert into %s select * from bench.pristine".formatted(table));
        execute("alter table %s add primary key (id)".formatted(table));
        if (task.operation() == Operation.INSERT_KEYS) {
            execute("select setval(pg_get_serial_sequence('%s', 'id'), %d)".formatted(table, task.tableRows()));
        }
        execute("vacuum (analyze) " + table);
        execute("checkpoint");
    }

    /** How much WAL has been written so far; nobody else writes. */
    long walPosition() throws SQLException {
        return number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    Contents contents() {
        return new Contents(task, connection);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop table bench.pristine, bench.input");
        for (int batch = 0; batch < task.batches(); batch++) {
            execute("drop table bench.incoming_" + batch);
        }
        execute("truncate " + task.shape().sql());
        connection.close();
    }
}
