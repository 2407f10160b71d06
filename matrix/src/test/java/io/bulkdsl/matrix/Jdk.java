// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.matrix;

import io.bulkdsl.compile.NewerJdk;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.Runtime.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A Java, by the file {@code release} that each has in its home. */
record Jdk(Path home, Version version) {

    static Jdk running() {
        return at(Path.of(System.getProperty("java.home")));
    }

    /** Those of the homes; if there are none, the one that runs this and the newest that can be found. */
    static List<Jdk> of(List<Path> homes, boolean newestToo) {
        if (!homes.isEmpty()) {
            return homes.stream().map(Jdk::at).toList();
        }
        Jdk running = running();
        Stream<Jdk> newest = newestToo ? NewerJdk.newest().map(newer -> at(newer.home())).stream() : Stream.empty();
        return Stream.concat(Stream.of(running), newest).toList();
    }

    private static Jdk at(Path home) {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Jdk(home, Version.parse(release.getProperty("JAVA_VERSION").replace("\"", "")));
    }

    int feature() {
        return version.feature();
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }
}
