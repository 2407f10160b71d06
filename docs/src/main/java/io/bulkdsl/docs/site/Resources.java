// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The styles and scripts of the site: ours, and what it uses of others, which comes as webjars. */
final class Resources {

    private record Webjar(String group, String artifact, List<String> files) {

        /** The path of a webjar's files has its version, which it tells. */
        String folder() throws IOException {
            Properties pom = new Properties();
            try (InputStream in = open("/META-INF/maven/" + group + "/" + artifact + "/pom.properties")) {
                pom.load(in);
            }
            return "/META-INF/resources/webjars/" + artifact + "/" + pom.getProperty("version") + "/";
        }
    }

    private static final List<Webjar> WEBJARS = List.of(
            new Webjar("org.webjars.npm", "picocss__pico", List.of("css/pico.min.css")),
            new Webjar("org.webjars.npm", "lunr", List.of("lunr.min.js")),
            new Webjar(
                    "org.webjars",
                    "highlightjs",
                    List.of(
                            "highlight.min.js",
                            "languages/pgsql.min.js",
                            "languages/properties.min.js",
                            "styles/github.min.css",
                            "styles/github-dark.min.css")));

    private Resources() {}

    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        copy("site.css", folder);
        copy("site.js", folder);
        for (Webjar webjar : WEBJARS) {
            for (String file : webjar.files()) {
                copy(webjar.folder() + file, folder);
            }
        }
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream in = open(name)) {
            Files.write(folder.resolve(name.substring(name.lastIndexOf('/') + 1)), in.readAllBytes());
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = Resources.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return in;
    }
}
