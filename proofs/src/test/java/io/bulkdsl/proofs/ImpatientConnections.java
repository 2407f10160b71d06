// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DataSourceConnectionProvider;

/** Connections that don't wait for ever for an answer; the driver's {@code socketTimeout} knows whole seconds only. */
final class ImpatientConnections extends DataSourceConnectionProvider {

    private final Duration patience;

    ImpatientConnections(DataSource source, Duration patience) {
        super(source);
        this.patience = patience;
    }

    @Override
    public Connection acquire() {
        Connection connection = super.acquire();
        try {
            connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
            return connection;
        } catch (SQLException e) {
            throw new DataAccessException("no network timeout", e);
        }
    }
}
