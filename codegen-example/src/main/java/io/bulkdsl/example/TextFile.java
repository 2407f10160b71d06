// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A text in a file; distributions pack some of the JDK's as {@code .gz}, so those are unpacked. */
final class TextFile {

    private TextFile() {}

    static TextSource source(String name, Path path) {
        return new TextSource(name, () -> open(path));
    }

    private static InputStream open(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        if (!path.toString().endsWith(".gz")) {
            return file;
        }
        try {
            return new GZIPInputStream(file, 1 << 16);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }
}
