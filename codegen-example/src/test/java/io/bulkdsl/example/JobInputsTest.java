// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.example.TextFiles.write;
import static io.bulkdsl.example.db.Tables.CODE_POINT;
import static io.bulkdsl.example.db.Tables.TEXT_FILE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the whole job reads, and what it skips. */
class JobInputsTest {

    @RegisterExtension
    static final CodePointDatabase DATABASE = new CodePointDatabase();

    @TempDir
    Path folder;

    @Test
    void skipsWhatIsNoText() throws IOException {
        write(folder, "good", "good");
        Files.write(folder.resolve("latin1"), new byte[] {'g', 'r', (byte) 0xFC, 'n'});
        write(folder, "packed.gz", "not packed");

        Run run = DATABASE.run(folder.toString(), "missing\u001B[31m.txt");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactlyInAnyOrder(
                        "skipped " + folder
                                + "/latin1: not UTF-8: bad sequence FC at byte offset 2; convert it to UTF-8"
                                + " first",
                        "skipped " + folder
                                + "/packed.gz: its name ends with .gz, but it is not gzip: Not in GZIP format",
                        "skipped missing\uFFFD[31m.txt: no such file");
        assertThat(run.out()).contains("texts read     1: 1 counted,", "texts skipped  3\n");
        assertThat(DATABASE.uses()).isEqualTo(Map.of((int) 'g', 1L, (int) 'o', 2L, (int) 'd', 1L));
        assertThat(DATABASE.ctx().fetchCount(TEXT_FILE)).isEqualTo(1);
    }

    @Test
    void hasNothingToDoWhenAllIsSkipped() {
        Run run = DATABASE.run("missing");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("texts read     0: 0 counted,", "texts skipped  1\n", "rows updated   none\n")
                .doesNotContain("rows upserted", "no row was written");
        assertThat(DATABASE.uses()).isEmpty();
    }

    @Test
    void readsStandardInputAndPackedFiles() throws IOException {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("text.gz")))) {
            packed.write("ab".getBytes(UTF_8));
        }

        Run run = DATABASE.runWithInput("bc", "-", folder.resolve("text.gz").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(DATABASE.uses()).isEqualTo(Map.of((int) 'a', 1L, (int) 'b', 2L, (int) 'c', 1L));
        assertThat(DATABASE.ctx()
                        .fetchSingle(CODE_POINT, CODE_POINT.CODE.eq((int) 'c'))
                        .getFiles())
                .containsExactly("(standard input)");
    }

    @Test
    void keepsAFileNamedTwiceOnce() throws IOException {
        write(folder, "a/text", "a");

        Run run = DATABASE.run(folder.toString(), folder + "/a/text");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("KEEP_FILES      1 inserted, 0 updated, 0 unchanged\n");
        assertThat(DATABASE.ctx().fetchValues(TEXT_FILE.NAME)).containsExactly(folder + "/a/text");
    }
}
