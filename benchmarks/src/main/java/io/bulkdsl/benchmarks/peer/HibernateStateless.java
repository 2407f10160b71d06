// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.NarrowRow;
import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Task;
import io.bulkdsl.benchmarks.data.WideRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** Hibernate without a persistence context: {@code updateMultiple}, {@code upsertMultiple}, {@code insertMultiple}. */
final class HibernateStateless implements Candidate {

    private @Nullable SessionFactory factory;

    @Override
    public String name() {
        return "hibernate-stateless";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        Operation operation = task.operation();
        if (operation == Operation.INSERT_KEYS || operation == Operation.PDNF) {
            return null; // with identity columns Hibernate doesn't batch
        }
        Connection connection = connections.rewriting();
        SessionFactory sessions = factory(connection.getMetaData().getDatabaseMajorVersion());
        return Attempt.writing(connection, rows -> {
            try (StatelessSession session = sessions.openStatelessSession(connection)) {
                session.beginTransaction();
                write(session, operation, rows);
                session.getTransaction().commit();
            }
        });
    }

    private static void write(StatelessSession session, Operation operation, List<?> rows) {
        if (operation.updates()) {
            session.updateMultiple(rows);
        } else if (operation.upserts()) {
            session.upsertMultiple(rows);
        } else if (operation == Operation.INSERT) {
            session.insertMultiple(rows);
        } else {
            session.deleteMultiple(rows);
        }
    }

    private synchronized SessionFactory factory(int postgresVersion) {
        SessionFactory built = factory;
        if (built == null) {
            built = new Configuration()
                    .addAnnotatedClass(NarrowRow.class)
                    .addAnnotatedClass(WideRow.class)
                    // Batches are off by default.
                    .setProperty("hibernate.jdbc.batch_size", Integer.toString(Portions.OF_A_BATCH))
                    // Connections are ours, so that there is none to ask for the database's version.
                    .setProperty("hibernate.boot.allow_jdbc_metadata_access", "false")
                    .setProperty("jakarta.persistence.database-product-name", "PostgreSQL")
                    .setProperty("jakarta.persistence.database-major-version", Integer.toString(postgresVersion))
                    .buildSessionFactory();
            factory = built;
        }
        return built;
    }
}
