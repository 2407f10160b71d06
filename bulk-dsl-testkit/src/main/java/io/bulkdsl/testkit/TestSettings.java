// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which server the tests of this JVM use: that of the URL, else a container of the image, else the embedded one.
 *
 * @param directory where the embedded one has its data
 * @param citus whether tables are distributed once they are migrated
 */
record TestSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String image,
        @Nullable String directory,
        boolean citus) {

    static TestSettings ofThisJvm() {
        return read(System::getProperty, System::getenv);
    }

    static TestSettings read(
            Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        Function<String, @Nullable String> setting = name -> {
            String value = properties.apply(name);
            if (value == null || value.isBlank()) {
                value = environment.apply(name.replace('.', '_').toUpperCase(Locale.ROOT));
            }
            return value == null || value.isBlank() ? null : value.trim();
        };
        return new TestSettings(
                setting.apply("bulkdsl.test.url"),
                setting.apply("bulkdsl.test.user"),
                setting.apply("bulkdsl.test.password"),
                setting.apply("bulkdsl.test.image"),
                setting.apply("bulkdsl.test.directory"),
                Boolean.parseBoolean(setting.apply("bulkdsl.test.citus")));
    }
}
