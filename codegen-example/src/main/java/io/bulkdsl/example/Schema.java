// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema {@code texts} to this version; nothing outside of it is touched. */
final class Schema {

    private Schema() {}

    static void migrate(Server server) {
        try {
            Flyway.configure()
                    .dataSource(server.url(), server.user(), server.password())
                    .defaultSchema("texts")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            String what =
                    "the schema texts in %s cannot be brought up to date: %s; the user needs the right to create it,"
                            + " and a schema texts of another origin has to go";
            throw new Refusal(what.formatted(server.address(), Cause.of(e)), e);
        }
    }
}
