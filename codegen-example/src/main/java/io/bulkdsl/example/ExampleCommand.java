// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import io.bulkdsl.progressbar.BulkProgressBar;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "codegen-example",
        header = "Which characters do texts use?",
        description = {
            "%nLoads the Unicode characters of this JDK into PostgreSQL, counts which of them the texts use with the"
                    + " bulk statements of bulk-dsl, shows their SQL, and prints what it found.%n"
        },
        footer = "%nA text is known by its content: read twice, it counts once; a second run over the same texts writes"
                + " no row.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all texts were read",
            "1:some were skipped, because they are missing, unreadable or not UTF-8",
            "2:the job could not run"
        },
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExampleCommand implements Callable<Integer> {
    private final InputStream standardInput;
    private final Path javaHome;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "<text>",
            arity = "0..*",
            description = "Files in UTF-8 (also as .gz), folders with such files, or - for the standard input;"
                    + " by default the licence texts of this JDK.")
    private List<String> texts = new ArrayList<>();

    @Option(
            names = "--url",
            paramLabel = "<jdbc-url>",
            description = "Your own PostgreSQL, such as jdbc:postgresql://localhost:5432/postgres, where the"
                    + " schema 'texts' is created and kept; by default an embedded server that is gone afterwards.")
    private @Nullable String url;

    @Option(names = "--user", description = "The user for --url.")
    private @Nullable String user;

    @Option(
            names = "--password",
            arity = "0..1",
            interactive = true,
            description = "The password for --url; asked for if it is not given here.")
    private @Nullable String password;

    @Option(
            names = {"-q", "--quiet"},
            description = "Only results and errors: no SQL, no progress.")
    private boolean quiet;

    ExampleCommand(InputStream standardInput, Path javaHome) {
        this.standardInput = standardInput;
        this.javaHome = javaHome;
    }

    @Override
    public Integer call() throws Exception {
        FoundTexts found = texts.isEmpty() ? LegalTexts.find(javaHome) : FoundTexts.named(texts, standardInput);
        Screen screen = new Screen(
                spec.commandLine().getOut(), spec.commandLine().getErr(), quiet, BulkProgressBar.isWatched());
        Job job = new Job(screen);
        try (Server server = url == null ? Server.embedded() : Server.at(url, user, password)) {
            return job.run(server, found) ? 0 : 1;
        }
    }
}
