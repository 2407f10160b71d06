// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import io.bulkdsl.testkit.EmbeddedPostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL that is used: the user's own, or one that lives as long as the job. */
record Server(String url, @Nullable String user, @Nullable String password, String kind, Runnable stop)
        implements AutoCloseable {

    static Server embedded() {
        try {
            EmbeddedPostgresServer server = EmbeddedPostgresServer.start();
            String kind = "an embedded server, gone when this job ends";
            return new Server(server.url(), server.user(), server.password(), kind, server::close);
        } catch (RuntimeException e) {
            throw new Refusal(
                    "the embedded PostgreSQL does not start; name a server of your own with --url. " + e.getMessage(),
                    e);
        }
    }

    static Server at(String url, @Nullable String user, @Nullable String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Refusal("--url has to look like jdbc:postgresql://host:5432/database, but is " + url);
        }
        return new Server(url, user, password, "your own server", () -> {});
    }

    Connection connect() {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw new Refusal(
                    "no connection to %s: %s; correct --url, --user and --password, or leave --url out for an embedded server"
                            .formatted(address(), Cause.of(e)),
                    e);
        }
    }

    /** The URL without its parameters, where passwords may stand. */
    String address() {
        return url.replaceFirst("\\?.*", "");
    }

    @Override
    public void close() {
        stop.run();
    }
}
