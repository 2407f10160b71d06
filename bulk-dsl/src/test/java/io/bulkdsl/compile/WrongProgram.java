// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A program with one mistake. The line that javac should name says so: {@code // error: prob.found.req}.
 *
 * @param errors what the markers say
 * @param mostLines how long javac's whole output may be
 */
record WrongProgram(Path file, List<CompileError> errors, int mostLines) {

    private static final Pattern MARKER = Pattern.compile("// error: (.+)");
    private static final Pattern LINES = Pattern.compile("// lines <= (\\d+)");

    static WrongProgram parse(Path file, int mostLines) {
        List<String> lines = read(file);
        Matcher own = LINES.matcher(lines.get(0));
        List<CompileError> errors = IntStream.range(0, lines.size())
                .boxed()
                .flatMap(i -> codes(lines.get(i)).map(code -> new CompileError(name(file), i + 1, code)))
                .sorted()
                .toList();
        return new WrongProgram(file, errors, own.matches() ? Integer.parseInt(own.group(1)) : mostLines);
    }

    String name() {
        return file.getParent().getFileName() + "/" + name(file);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Stream<String> codes(String line) {
        Matcher marker = MARKER.matcher(line);
        return marker.find()
                ? Stream.of(marker.group(1).split(", ")).map(code -> "compiler.err." + code)
                : Stream.empty();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
