// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.compile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A JDK newer than the one that runs the tests, beside it or named by the environment. */
public record NewerJdk(Path home, int feature) {

    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");
    private static final Pattern HOME_VARIABLE = Pattern.compile("(JAVA|JDK)_?HOME.*");
    private static final Pattern DIAGNOSTIC = Pattern.compile("(\\w+\\.java):(\\d+):\\d+: (compiler\\.[\\w.]+).*");

    public static Optional<NewerJdk> newest() {
        return Stream.concat(siblings(), environment())
                .flatMap(home -> at(home).stream())
                .filter(jdk -> jdk.feature > Runtime.version().feature())
                .max(Comparator.comparingInt(NewerJdk::feature));
    }

    /** Compiles the programs in one run; the lines javac prints. */
    List<String> compile(List<Path> programs, Path directory) {
        List<String> options = new ArrayList<>(UsersCompiler.allAtOnce(UsersCompiler.options(directory)));
        options.add("-XDrawDiagnostics");
        programs.forEach(program -> options.add(program.toString()));
        try {
            Path arguments = Files.write(
                    directory.resolve("arguments"),
                    options.stream().map(NewerJdk::quoted).toList());
            Path output = directory.resolve("output");
            Process javac = new ProcessBuilder(javac(home).toString(), "@" + arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!javac.waitFor(5, TimeUnit.MINUTES)) {
                javac.destroyForcibly();
                throw new IllegalStateException(home + ": javac doesn't end");
            }
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Stream<CompileError> errors(List<String> output) {
        return output.stream()
                .map(DIAGNOSTIC::matcher)
                .filter(Matcher::matches)
                .map(line -> new CompileError(line.group(1), Long.parseLong(line.group(2)), line.group(3)));
    }

    private static Optional<NewerJdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(javac(home))) {
            return Optional.empty();
        }
        try {
            Matcher version = VERSION.matcher(Files.readString(release));
            return version.find()
                    ? Optional.of(new NewerJdk(home, Integer.parseInt(version.group(1))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path javac(Path home) {
        return home.resolve("bin").resolve(File.separatorChar == '\\' ? "javac.exe" : "javac");
    }

    private static Stream<Path> siblings() {
        Path parent = Path.of(System.getProperty("java.home")).getParent();
        try (Stream<Path> homes = Files.list(parent)) {
            return homes.toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Stream<Path> environment() {
        return System.getenv().entrySet().stream()
                .filter(variable -> HOME_VARIABLE.matcher(variable.getKey()).matches())
                .filter(variable -> !variable.getValue().isBlank())
                .map(variable -> Path.of(variable.getValue()));
    }

    /** As javac reads its argument files, where a backslash escapes. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\") + '"';
    }
}
