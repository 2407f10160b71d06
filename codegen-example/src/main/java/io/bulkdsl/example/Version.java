// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import org.jooq.Constants;
import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "codegen-example " + (version == null ? "(not packaged)" : version),
            "jOOQ " + Constants.FULL_VERSION,
            "Java " + Runtime.version()
        };
    }
}
