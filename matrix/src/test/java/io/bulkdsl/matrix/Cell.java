// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.matrix;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;

/**
 * One combination.
 *
 * @param jooq the directory with its jars, named by its version
 * @param postgres the same of the server's binaries
 */
record Cell(Jdk jdk, Path jooq, Path postgres, String rowSource) {

    private static final Version JOOQ_OF_JAVA_21 = Version.parse("3.20");

    boolean isPossible() {
        return jdk.feature() >= 21 || Version.parse(jooqVersion()).compareTo(JOOQ_OF_JAVA_21) < 0;
    }

    String jooqVersion() {
        return jooq.getFileName().toString();
    }

    String postgresVersion() {
        return postgres.getFileName().toString();
    }

    @Override
    public String toString() {
        return "jOOQ " + jooqVersion() + ", Java " + jdk.feature() + ", PostgreSQL " + postgresVersion() + ", "
                + rowSource;
    }
}
