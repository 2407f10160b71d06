// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container; Testcontainers stops it when the JVM ends. The only class that names Testcontainers. */
final class PostgresContainer {

    private static final String ASKED_BY = "bulkdsl.test.image=";

    private PostgresContainer() {}

    static ServerAddress start(String image) {
        try {
            Class.forName("org.testcontainers.postgresql.PostgreSQLContainer");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    ASKED_BY + image + " needs Testcontainers, which is not on the classpath."
                            + " Add org.testcontainers:testcontainers-postgresql (2.0 or later) in test scope,"
                            + " or remove the setting to use the embedded server.",
                    e);
        }
        return new Starter(image).start();
    }

    /** Apart, so that the class above loads where Testcontainers is absent. */
    private record Starter(String image) {

        // The container is stopped by Testcontainers' own reaper when the JVM ends, not here.
        @SuppressWarnings({"resource", "try"})
        ServerAddress start() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                throw new IllegalStateException(ASKED_BY + image + " needs a Docker engine, and none answers."
                        + " Start one, or set bulkdsl.test.url to a server's JDBC URL,"
                        + " or remove the setting to use the embedded server.");
            }
            PostgreSQLContainer container = new PostgreSQLContainer(
                            DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                    .withCommand(
                            "postgres",
                            "-c",
                            "fsync=off",
                            "-c",
                            "synchronous_commit=off",
                            "-c",
                            "full_page_writes=off",
                            "-c",
                            "max_connections=200");
            container.start();
            return new ServerAddress(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }
    }
}
