// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.peer.Candidate;
import io.bulkdsl.benchmarks.peer.Candidates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "benchmarks",
        header = "Bulk statements beside what else writes many rows from Java.",
        description = {
            "%nAll candidates do the same work in turn, each on a freshly filled table, whose contents are verified after"
                    + " each run. Prints medians, writes them as CSV, and draws charts.%n"
        },
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        subcommands = {ChartsCommand.class, MicroCommand.class, StreamCommand.class})
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = "--quick",
            description = "Update, upsert and insert of 1,000 and 100,000 narrow rows, 2 rounds, one for what is slow;"
                    + " under 3 minutes.")
    private boolean quick;

    @Option(
            names = "--operations",
            split = ",",
            paramLabel = "<operation>",
            converter = OperationByLabel.class,
            description = "Of ${COMPLETION-CANDIDATES}; by default all.",
            completionCandidates = OperationByLabel.class)
    private List<Operation> operations = List.of();

    @Option(
            names = "--rows",
            split = ",",
            description = "By default 10, 100, 1000, 10000, 100000, 1000000; of pdnf up to 20000.")
    private List<Integer> rows = List.of();

    @Option(names = "--shapes", split = ",", description = "narrow (3 columns), wide (30 columns); by default both.")
    private List<String> shapes = List.of();

    @Option(
            names = "--candidates",
            split = ",",
            description = "Only those whose name contains one of these; without jdbc-batch and the limits, ratios to"
                    + " them are missing.")
    private List<String> candidates = List.of("");

    @Option(
            names = "--rounds",
            description = "Measured rounds, after 2 to warm up (quick: 1); by default 5 (quick: 2).")
    private int rounds;

    @Option(
            names = "--delay",
            split = ",",
            paramLabel = "<ms>",
            description = "Of the network, for a round trip; several are run one after the other. By default 0.")
    private List<Double> delays = List.of(0.0);

    @Option(
            names = "--out",
            paramLabel = "<folder>",
            defaultValue = "docs/benchmarks",
            description = "Where CSV and charts go; by default ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(out);
        Plan plan = plan();
        List<Candidate> chosen = Candidates.all().stream()
                .filter(candidate -> candidates.stream().anyMatch(candidate.name()::contains))
                .toList();
        try (Server started = server.start()) {
            boolean allRight =
                    new Benchmark(started, plan, chosen, out, spec.commandLine().getOut()).run();
            Charts.draw(out);
            return allRight ? 0 : 1;
        }
    }

    private Plan plan() {
        return quick
                ? new Plan(
                        or(operations, List.of(Operation.UPDATE, Operation.UPSERT_50, Operation.INSERT)),
                        or(rows, List.of(1_000, 100_000)),
                        or(shapes, List.of("narrow")),
                        delays,
                        new Rounds(1, rounds == 0 ? 2 : rounds, Duration.ofSeconds(1)))
                : new Plan(
                        or(operations, List.of(Operation.values())),
                        or(rows, List.of(10, 100, 1_000, 10_000, 100_000, 1_000_000)),
                        or(shapes, List.of("narrow", "wide")),
                        delays,
                        new Rounds(2, rounds == 0 ? 5 : rounds, Duration.ofSeconds(60)));
    }

    private static <T> List<T> or(List<T> chosen, List<T> otherwise) {
        return chosen.isEmpty() ? otherwise : chosen;
    }
}
