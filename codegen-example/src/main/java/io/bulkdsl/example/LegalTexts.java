// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The licence texts that come with a JDK: what is read when no text is named. */
final class LegalTexts {

    private LegalTexts() {}

    static FoundTexts find(Path javaHome) {
        Path folder = javaHome.resolve("legal");
        FoundTexts found = Files.isDirectory(folder) ? FoundTexts.inFolder("legal", folder) : null;
        if (found == null || found.sources().isEmpty()) {
            throw new Refusal("this JDK has no licence texts in " + folder
                    + "; name the files or folders to read, or - for the standard input (see --help)");
        }
        // Nobody asked for these texts in particular, so a link that leads nowhere is not worth a word.
        return new FoundTexts(found.sources(), List.of());
    }
}
