// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit.internal;

import io.bulkdsl.testkit.MigrationFailedException;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;

/** Says which file, line and SQL error a failure of Flyway is about. */
final class MigrationFailure {

    private MigrationFailure() {}

    static MigrationFailedException describe(FlywayException failure, List<String> locations) {
        FlywayMigrateException migrate = find(FlywayMigrateException.class, failure);
        SQLException sql = find(SQLException.class, failure);

        StringBuilder message = new StringBuilder();
        if (migrate == null) {
            message.append("The migrations in ").append(locations).append(" could not be run: ");
        } else {
            message.append("Migration ").append(migrate.getMigration().getScript());
            if (migrate.getLineNumber() > 0) {
                message.append(", statement at line ").append(migrate.getLineNumber());
            }
            message.append(", failed: ");
        }
        if (sql == null) {
            message.append(failure.getMessage());
        } else {
            message.append(sql.getMessage());
            if (sql.getSQLState() != null) {
                message.append(" [SQLSTATE ").append(sql.getSQLState()).append(']');
            }
        }
        if (migrate != null && migrate.getMigration().getPhysicalLocation() != null) {
            message.append("\n  File: ").append(migrate.getMigration().getPhysicalLocation());
        }
        return new MigrationFailedException(message.toString(), failure);
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
