// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit.internal;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A set of Flyway migrations.
 *
 * @param locations where the files are, as Flyway spells it: {@code classpath:…}, {@code filesystem:…}
 * @param schemas the schemas Flyway manages and creates, the first one being the default; empty: the connection's own
 * @param placeholders the values of <code>${…}</code> in the files
 */
public record Migrations(List<String> locations, List<String> schemas, Map<String, String> placeholders) {

    public Migrations {
        locations = List.copyOf(locations);
        schemas = List.copyOf(schemas);
        placeholders = Map.copyOf(placeholders);
    }

    /** The migrations of these locations, in the connection's own schema, without placeholders. */
    public static Migrations of(List<String> locations) {
        return new Migrations(locations, List.of(), Map.of());
    }

    /**
     * Brings a database up to date.
     *
     * @throws io.bulkdsl.testkit.MigrationFailedException if a location does not exist or a migration fails
     */
    public void applyTo(DataSource database) {
        // A misspelled location would otherwise give an empty database, and errors far away from the mistake.
        var configuration = Flyway.configure()
                .dataSource(database)
                .locations(locations.toArray(String[]::new))
                .failOnMissingLocations(true)
                .placeholders(placeholders);
        if (!schemas.isEmpty()) {
            configuration.schemas(schemas.toArray(String[]::new));
        }
        try {
            configuration.load().migrate();
        } catch (FlywayException e) {
            throw MigrationFailure.describe(e, locations);
        }
    }
}
