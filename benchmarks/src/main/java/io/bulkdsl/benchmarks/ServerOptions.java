// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which PostgreSQL. */
final class ServerOptions {

    @Option(
            names = "--url",
            paramLabel = "<jdbc-url>",
            description = "Your own PostgreSQL, such as jdbc:postgresql://localhost:5432/postgres, where the schema"
                    + " 'bench' is created; the user needs the right to checkpoint, and autovacuum and full_page_writes"
                    + " are best off. By default an embedded server, gone afterwards.")
    private @Nullable String url;

    @Option(names = "--user", description = "The user for --url.")
    private @Nullable String user;

    @Option(
            names = "--password",
            arity = "0..1",
            interactive = true,
            description = "The password for --url; asked for if it is not given here.")
    private @Nullable String password;

    Server start() {
        return url == null ? Server.embedded() : Server.at(url, user, password);
    }
}
