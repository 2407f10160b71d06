// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void printsAndWritesALineOfEachCandidate() throws Exception {
        int exitCode = run(
                "--operations=update,pdnf",
                "--rows=1000",
                "--shapes=narrow",
                "--rounds=1",
                "--delay=0,1",
                "--candidates=limit,jdbc-batch,bulk-dsl-unnest,jooq-row-in",
                "--out=" + folder);

        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(out.toString().lines())
                .first()
                .asString()
                .startsWith(
                        "operation rows shape candidate median_ms rows_per_s ratio_to_limit ratio_to_jdbc_batch alloc_mb");
        List<Figures> update = ResultFile.read(folder.resolve("update.csv"));
        assertThat(update)
                .extracting(Figures::candidate, Figures::rows, Figures::delayMillis)
                .containsExactly(
                        tuple("limit", 1_000, 0.0),
                        tuple("bulk-dsl-unnest", 1_000, 0.0),
                        tuple("jdbc-batch", 1_000, 0.0),
                        tuple("limit", 1_000, 1.0),
                        tuple("bulk-dsl-unnest", 1_000, 1.0),
                        tuple("jdbc-batch", 1_000, 1.0));
        assertThat(folder).isDirectoryContaining("glob:**/update-narrow.svg");
        assertThat(folder).isDirectoryContaining("glob:**/update-narrow-delay-1.0-ms.svg");
        assertThat(Files.readString(folder.resolve("pdnf-pair.svg"))).contains("<svg", "jooq-row-in");
    }

    @Test
    void streamsRowsThatAreMadeAsTheyAreTaken() {
        assertThat(run(
                        "stream",
                        "--url=jdbc:postgresql://localhost:" + OneServer.INSTANCE.port() + "/postgres",
                        "--user=postgres",
                        "--rows=20",
                        "--operation=upsert-50"))
                .isZero();

        assertThat(out.toString()).contains("20 rows taken, ", "upsert-50 of 20 rows: 20 written in ");
    }

    @Test
    void saysWhichOperationsThereAre() {
        assertThat(run("--operations=merge")).isEqualTo(2);

        assertThat(err.toString()).contains("'merge' is none of [update, upsert-0, upsert-50,");
    }

    private int run(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
