// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.RowsStep;
import io.bulkdsl.benchmarks.data.NarrowRow;
import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Shapes;
import io.bulkdsl.benchmarks.peer.Definitions;
import io.bulkdsl.contract.RowSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "stream",
        description = "Rows from an iterator, never collected: prints the heap while they pass, and the time for a row."
                + " For java -Xmx64m.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class StreamCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = "--operation",
            defaultValue = "insert",
            converter = OperationByLabel.class,
            description = "insert, update or upsert-50; by default ${DEFAULT-VALUE}.")
    private Operation operation = Operation.INSERT;

    @Option(
            names = "--rows",
            split = ",",
            defaultValue = "1000000,10000000",
            description = "One run for each; by default ${DEFAULT-VALUE}.")
    private List<Long> rows = List.of();

    @Option(names = "--via", defaultValue = "AUTO", description = "The row source: ${COMPLETION-CANDIDATES}.")
    private RowSource source = RowSource.AUTO;

    @Override
    public Integer call() throws Exception {
        PrintWriter screen = spec.commandLine().getOut();
        screen.printf("at most %,d MB of heap%n", Runtime.getRuntime().maxMemory() >> 20);
        try (Server started = server.start();
                Connection connection = started.open()) {
            for (long count : rows) {
                run(connection, count, screen);
            }
        }
        return 0;
    }

    private void run(Connection connection, long count, PrintWriter screen) throws Exception {
        RowsStep<NarrowRow, BulkStatement<NarrowRow>> definition = Definitions.of(operation, Shapes.NARROW_SHAPE);
        DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
        fill(connection, count);
        long start = System.nanoTime();
        int written =
                definition.rows(new WatchedRows(count, screen)).via(source).execute(ctx);
        double seconds = (System.nanoTime() - start) / 1e9;
        screen.printf(
                "%s of %,d rows: %,d written in %.1f s, %.2f µs a row%n",
                operation.label(), count, written, seconds, seconds * 1e6 / count);
        if (written != count) {
            throw new IllegalStateException("%,d rows were written, not %,d".formatted(written, count));
        }
    }

    /** The rows that the operation finds: none, half of them, or all. */
    private void fill(Connection connection, long count) throws Exception {
        long existing = operation == Operation.INSERT ? 0 : operation == Operation.UPSERT_50 ? count / 2 : count;
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate bench.narrow");
            statement.execute("""
                    insert into bench.narrow
                    select r.* from generate_series(1, %d) id cross join lateral bench.narrow_row(id, id, 0) r""".formatted(existing));
            statement.execute("vacuum (analyze) bench.narrow");
            statement.execute("checkpoint");
        }
    }
}
