// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.TestcontainersConfiguration;

/**
 * A server in a container. The only class that names Testcontainers, which stops the container when the JVM ends unless it is
 * told that containers are to be used again.
 */
record PostgresContainer(ServerAddress address, boolean outlivesUs) {

    private static final String ASKED_BY = "bulkdsl.test.image=";

    static PostgresContainer start(String image) {
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

        // Stopping is Testcontainers' own task.
        @SuppressWarnings({"resource", "try"})
        PostgresContainer start() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                throw new IllegalStateException(ASKED_BY + image + " needs a Docker engine, and none answers."
                        + " Start one, or set bulkdsl.test.url to a server's JDBC URL,"
                        + " or remove the setting to use the embedded server.");
            }
            boolean outlivesUs = TestcontainersConfiguration.getInstance().environmentSupportsReuse();
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
                            "max_connections=200")
                    .withReuse(outlivesUs);
            try {
                container.start();
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        ASKED_BY + image + ": no server was started from it: "
                                + rootOf(e).getMessage()
                                + "\nWhat to do: check the image's name, and that `docker pull " + image
                                + "` works or `docker images` shows it; or set bulkdsl.test.url to a server's JDBC URL,"
                                + " or remove the setting to use the embedded server.",
                        e);
            }
            return new PostgresContainer(
                    new ServerAddress(container.getJdbcUrl(), container.getUsername(), container.getPassword()),
                    outlivesUs);
        }

        private static Throwable rootOf(Throwable failure) {
            Throwable root = failure;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root;
        }
    }
}
