// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FoundTextsTest {

    @TempDir
    Path folder;

    @Test
    void findsAllFilesBelowAFolderButHiddenOnes() throws IOException {
        write("z");
        write("b/c/d");
        write("b/a");
        write(".hidden");
        write(".git/config");

        FoundTexts found = find(folder + "/");

        assertThat(found.sources())
                .extracting(TextSource::name)
                .containsExactly(folder + "/b/a", folder + "/b/c/d", folder + "/z");
        assertThat(found.skipped()).isEmpty();
    }

    @Test
    void takesAHiddenFolderThatIsNamed() throws IOException {
        write(".git/config");

        assertThat(find(folder + "/.git").sources()).hasSize(1);
    }

    @Test
    void takesWhatIsNamedTwiceOnce() throws IOException {
        write("a");

        assertThat(find(folder + "/a", "-", folder + "/a", "-").sources())
                .extracting(TextSource::name)
                .containsExactly(folder + "/a", "(standard input)");
    }

    @Test
    void reportsAFolderWithoutFiles() {
        assertThat(find(folder.toString()).skipped())
                .containsExactly(new Skipped(folder.toString(), "the folder has no files"));
    }

    @Test
    void reportsWhatCannotBeAName() {
        assertThat(find("a\0b").skipped())
                .extracting(Skipped::reason)
                .containsExactly("not a file name here: Nul character not allowed");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsLinksAndReportsThoseThatLeadNowhere() throws IOException {
        write("a/text");
        Files.createSymbolicLink(folder.resolve("a/circle"), folder);
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a/text"));
        Files.createSymbolicLink(folder.resolve("lost"), folder.resolve("nothing"));

        FoundTexts found = find(folder.toString());

        assertThat(found.sources()).extracting(TextSource::name).containsExactly(folder + "/a/text", folder + "/link");
        assertThat(found.skipped())
                .containsExactlyInAnyOrder(
                        new Skipped(folder + "/a/circle", "a link back to a folder above it"),
                        new Skipped(folder + "/lost", "a link to nowhere"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void reportsWhatMayNotBeRead() throws IOException {
        write("secret/text");
        Path secret = folder.resolve("secret");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        if (Files.isReadable(secret)) {
            System.out.println("Skipped: this user may read everything, so no file can be forbidden.");
            Assumptions.abort("this user may read everything");
        }

        assertThat(find(folder.toString()).skipped())
                .containsExactly(new Skipped(folder + "/secret", "you may not read it"));
    }

    private static FoundTexts find(String... names) {
        return FoundTexts.named(List.of(names), InputStream.nullInputStream());
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }
}
