// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the manual's site. Arguments: the repository's root, its URL, where the site goes, and where the API's
 * documentation is, if it has been made.
 */
public final class MakeSite {

    private MakeSite() {}

    public static void main(String[] args) throws IOException {
        Repository repository = new Repository(Path.of(args[0]).toAbsolutePath().normalize(), args[1]);
        new Site(repository, Path.of(args[3])).write(Path.of(args[2]));
    }
}
