// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit.codegen;

import io.bulkdsl.testkit.internal.Migrations;
import java.io.File;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The {@code <properties>} of the code generator's {@code <database>} element. */
final class DatabaseProperties {

    private static final String FILESYSTEM = "filesystem:";
    private static final String PLACEHOLDERS = "placeholders.";
    private static final String DEFAULT_LOCATION = FILESYSTEM + "src/main/resources/db/migration";

    private static final List<String> KNOWN = List.of("locations", "schemas", "url", "user", "password");

    private final Properties properties;
    private final String basedir;

    DatabaseProperties(Properties properties, String basedir) {
        for (String key : properties.stringPropertyNames()) {
            if (!KNOWN.contains(key) && !key.startsWith(PLACEHOLDERS)) {
                throw new IllegalArgumentException("Unknown property `" + key
                        + "` of FlywayPostgresDatabase in the code generator's <properties>. Known are " + KNOWN
                        + " and "
                        + PLACEHOLDERS + "<name>.");
            }
        }
        this.properties = properties;
        this.basedir = basedir;
    }

    @Nullable
    String url() {
        return get("url").orElse(null);
    }

    Optional<String> user() {
        return get("user");
    }

    Optional<String> password() {
        return get("password");
    }

    Migrations migrations() {
        List<String> locations = list(get("locations").orElse(DEFAULT_LOCATION)).stream()
                .map(this::atBasedir)
                .toList();
        return new Migrations(locations, list(get("schemas").orElse("")), placeholders());
    }

    /** In a build of several modules the working directory is not the module's. */
    private String atBasedir(String location) {
        if (!location.startsWith(FILESYSTEM)) {
            return location;
        }
        String path = location.substring(FILESYSTEM.length());
        return new File(path).isAbsolute() ? location : FILESYSTEM + basedir + "/" + path;
    }

    private Map<String, String> placeholders() {
        Map<String, String> placeholders = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PLACEHOLDERS)) {
                placeholders.put(key.substring(PLACEHOLDERS.length()), properties.getProperty(key));
            }
        }
        return placeholders;
    }

    private Optional<String> get(String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::trim)
                .filter(value -> !value.isEmpty());
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::trim)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
