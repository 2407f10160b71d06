// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import org.jspecify.annotations.Nullable;

/** The one server of this JVM, started by the first test that needs it and stopped when the JVM ends. */
final class SharedServer {

    private static @Nullable DatabaseServer started;
    private static @Nullable String failure;

    private SharedServer() {}

    static synchronized DatabaseServer get() {
        if (failure != null) {
            // Starting takes long: what failed for the first test is not tried again for each of the others.
            throw new IllegalStateException("As for the first test: " + failure);
        }
        DatabaseServer server = started;
        if (server == null) {
            try {
                server = start(TestSettings.ofThisJvm());
            } catch (RuntimeException e) {
                failure = String.valueOf(e.getMessage());
                throw e;
            }
            started = server;
        }
        return server;
    }

    static DatabaseServer start(TestSettings settings) {
        if (settings.url() != null) {
            return outlivingUs(DatabaseServer.at(
                    new ServerAddress(settings.url(), settings.user(), settings.password()), settings.citus()));
        }
        if (settings.image() != null) {
            PostgresContainer container = PostgresContainer.start(settings.image());
            DatabaseServer server = DatabaseServer.at(container.address(), settings.citus());
            return container.outlivesUs() ? outlivingUs(server) : server;
        }
        EmbeddedPostgresServer embedded = EmbeddedPostgresServer.startIn(ServerDirectory.fastest(settings.directory()));
        return DatabaseServer.at(
                new ServerAddress(embedded.url(), embedded.user(), embedded.password()), settings.citus());
    }

    private static DatabaseServer outlivingUs(DatabaseServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::dropTemplates, "bulkdsl-template-dropper"));
        return server;
    }
}
