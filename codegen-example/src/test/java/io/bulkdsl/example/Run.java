// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bulkdsl.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run of the command answered. */
record Run(int exitCode, String out, String err) {

    static Run of(String... args) {
        return with("", Path.of(System.getProperty("java.home")), args);
    }

    static Run on(TestDatabase database, String... args) {
        return onWithInput(database, "", args);
    }

    static Run onWithInput(TestDatabase database, String standardInput, String... args) {
        List<String> all = new ArrayList<>(List.of("--url", database.url(), "--user", database.user()));
        all.add("--password=" + database.password());
        all.addAll(List.of(args));
        return with(standardInput, Path.of("no-such-java"), all.toArray(String[]::new));
    }

    static Run with(String standardInput, Path javaHome, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.commandLine(new ByteArrayInputStream(standardInput.getBytes(UTF_8)), javaHome)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
