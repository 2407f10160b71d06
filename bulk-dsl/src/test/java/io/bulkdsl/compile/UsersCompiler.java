// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.compile;

import io.bulkdsl.BulkDSL;
import io.bulkdsl.testdb.public_.Tables;
import io.r2dbc.spi.ConnectionFactory;
import jakarta.xml.bind.annotation.XmlType;
import java.io.File;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.Hstore;
import org.reactivestreams.Publisher;

/** This JDK's javac with the options of a strict user and nothing but the library and what it needs on the class path. */
final class UsersCompiler {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private final StandardJavaFileManager files = JAVAC.getStandardFileManager(null, null, null);
    private final List<String> options;

    UsersCompiler(Path output) {
        options = options(output);
    }

    static List<String> options(Path output) {
        return List.of("-proc:none", "-Xlint:all", "-Werror", "-classpath", classPath(), "-d", output.toString());
    }

    /** What makes javac tell of many programs in one run all that it tells of each in a run of its own. */
    static List<String> allAtOnce(List<String> options) {
        List<String> result = new ArrayList<>(options);
        result.addAll(List.of("-Xdiags:compact", "--should-stop=ifError=FLOW", "-Xmaxerrs", "0", "-Xmaxwarns", "0"));
        return result;
    }

    /** Everything javac has to say of these programs, in one run. */
    List<Diagnostic<? extends JavaFileObject>> compile(List<Path> programs) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        compile(programs, allAtOnce(options), new StringWriter(), diagnostics);
        return diagnostics.getDiagnostics();
    }

    /** What a user sees on the terminal. */
    String output(Path program) {
        StringWriter output = new StringWriter();
        compile(List.of(program), options, output, null);
        return output.toString();
    }

    private void compile(
            List<Path> programs,
            List<String> options,
            StringWriter output,
            DiagnosticListener<? super JavaFileObject> listener) {
        JAVAC.getTask(output, files, listener, options, null, files.getJavaFileObjectsFromPaths(programs))
                .call();
    }

    private static String classPath() {
        // jOOQ's classes carry annotations of the optional jakarta.xml.bind, without which javac -Xlint:all warns of
        // jOOQ.
        return Stream.of(
                        BulkDSL.class,
                        Tables.class,
                        DSLContext.class,
                        ConnectionFactory.class,
                        Publisher.class,
                        Hstore.class,
                        XmlType.class)
                .map(UsersCompiler::location)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
