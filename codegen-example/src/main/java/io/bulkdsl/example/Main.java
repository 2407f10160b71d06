// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** {@code java -jar codegen-example.jar [options] [text…]}; see {@code --help}. */
public final class Main {

    public static void main(String[] args) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        // In UTF-8, whatever the locale: the characters themselves are the result.
        System.exit(commandLine(System.in, Path.of(System.getProperty("java.home")))
                .setOut(new PrintWriter(System.out, true, UTF_8))
                .setErr(new PrintWriter(System.err, true, UTF_8))
                .execute(args));
    }

    static CommandLine commandLine(InputStream standardInput, Path javaHome) {
        OneLineErrors errors = new OneLineErrors();
        return new CommandLine(new ExampleCommand(standardInput, javaHome))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    private Main() {}
}
