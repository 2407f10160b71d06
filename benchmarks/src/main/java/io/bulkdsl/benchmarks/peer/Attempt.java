// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A candidate ready for a task, on a connection of its own; each call is one transaction. */
public final class Attempt<E> implements AutoCloseable {

    static final long[] NOTHING = {};

    /** What is timed. Answers keys where the operation hands back keys: of the input rows in order, or of rows found. */
    public interface Call {
        long[] run() throws Exception;
    }

    /** Brings rows into the form that an application would have them in for this library; not timed. */
    interface Preparation<E> {
        Call with(Batch<E> batch);
    }

    /** Takes the rows as they are, hands back nothing. */
    interface Writing<E> {
        void run(List<E> rows) throws Exception;
    }

    /** Takes the rows as they are, hands back keys. */
    interface Answering<E> {
        long[] run(List<E> rows) throws Exception;
    }

    private final Connection connection;
    private final Preparation<E> preparation;

    private Attempt(Connection connection, Preparation<E> preparation) throws SQLException {
        this.connection = connection;
        this.preparation = preparation;
        connection.setAutoCommit(false);
    }

    static <E> Attempt<E> prepared(Connection connection, Preparation<E> preparation) throws SQLException {
        return new Attempt<>(connection, preparation);
    }

    static <E> Attempt<E> writing(Connection connection, Writing<E> writing) throws SQLException {
        return answering(connection, rows -> {
            writing.run(rows);
            return NOTHING;
        });
    }

    static <E> Attempt<E> answering(Connection connection, Answering<E> answering) throws SQLException {
        return new Attempt<>(connection, batch -> () -> answering.run(batch.rows()));
    }

    /** The call for these rows, commit included. */
    public Call call(Batch<E> batch) {
        Call call = preparation.with(batch);
        return () -> {
            long[] keys = call.run();
            connection.commit();
            return keys;
        };
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
