// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.BulkCall.Extent;
import io.bulkdsl.contract.PortionsFailedException;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.refusal.Refusal;
import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.source.SettledRows;
import io.bulkdsl.internal.watch.Counts;
import io.bulkdsl.internal.watch.Watching;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.jooq.DSLContext;
import org.jooq.impl.DefaultConnectionProvider;

/** A statement in portions, each with a connection and a transaction of its own. */
public record Parallel<E>(Statement<E> statement, int connections) {

    static <E> Parallel<E> of(Statement<E> statement, int connections) {
        StatementModel<E> model = statement.definition().model();
        if (connections < 1) {
            throw new IllegalArgumentException(
                    statement.description() + ": " + connections + " connections; at least one is needed");
        } else if (model.setsKeys()) {
            throw new IllegalStateException(
                    statement.description()
                            + ": keys are set, so that a row of one portion may match what another has written; send all rows in one statement");
        } else if (!model.isDivisible()) {
            throw new IllegalStateException(
                    statement.description()
                            + ": with operators other than eq() and notDistinct() rows of different portions may match the same row of the table");
        }
        return new Parallel<>(statement, connections);
    }

    /** The same by the row source that the context prefers. */
    public Parallel<E> in(DSLContext ctx) {
        return statement.preferredBy(ctx) instanceof Statement<E> preferred
                ? new Parallel<>(preferred, connections)
                : this;
    }

    /** Returns how many rows of the table were written. */
    public int execute(DSLContext ctx) {
        return Watched.call(
                ctx,
                statement,
                inner -> run(inner, statement.read(inner), statement::execute, Integer::longValue).stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                Integer::longValue);
    }

    /** What became of each row. */
    public Told<E> outcomes(DSLContext ctx) {
        return Watched.call(ctx, statement, this::told, Told::written);
    }

    private Told<E> told(DSLContext ctx) {
        SettledRows<E> settled = statement.read(ctx);
        Report report = new Report(List.of(), Report.Old.NONE);
        List<Answer<E>> answers = new ArrayList<>();
        run(
                        ctx,
                        settled,
                        (inner, portion) -> statement.answers(inner, portion, report),
                        told -> Answer.written(told, report))
                .forEach(answers::addAll);
        return statement.told(settled, report, answers);
    }

    private <X> List<X> run(
            DSLContext ctx,
            SettledRows<E> settled,
            BiFunction<DSLContext, SettledRows<E>, X> work,
            ToLongFunction<X> written) {
        refuseWithoutConnections(ctx);
        List<Callable<X>> tasks = new ArrayList<>();
        for (SettledRows<E> portion : portions(settled)) {
            int number = tasks.size() + 1;
            tasks.add(() -> Watching.part(
                    ctx,
                    Extent.PORTION,
                    number,
                    watched -> Atomic.call(watched, statement.model(), inner -> work.apply(inner, portion)),
                    result -> new Counts(portion.rows().size(), written.applyAsLong(result), 0)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            return results(threads.invokeAll(tasks));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    statement.description() + ": interrupted; portions under way may still be committed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** By their place in the input: rows with the same key are one row by now. */
    private List<SettledRows<E>> portions(SettledRows<E> settled) {
        int size = settled.rows().size();
        List<SettledRows<E>> portions = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int from = (int) ((long) size * i / connections);
            int to = (int) ((long) size * (i + 1) / connections);
            if (from < to) {
                portions.add(SettledRows.of(settled.rows().subList(from, to)));
            }
        }
        return portions;
    }

    private void refuseWithoutConnections(DSLContext ctx) {
        String why = "";
        if (Atomic.isWithinTransaction(ctx)) {
            why =
                    "the context is in a transaction (or its connections aren't in auto-commit mode), and portions are transactions of their own";
        } else if (ctx.configuration().connectionProvider() instanceof DefaultConnectionProvider) {
            why = "the context has one connection; give it a DataSource or a ConnectionProvider that has several";
        }
        if (!why.isEmpty()) {
            throw new IllegalStateException(statement.description() + ": can't be parallel, since " + why);
        }
    }

    private <X> List<X> results(List<Future<X>> portions) throws InterruptedException {
        List<X> results = new ArrayList<>();
        List<Throwable> errors = new ArrayList<>();
        for (Future<X> portion : portions) {
            try {
                results.add(portion.get());
            } catch (ExecutionException e) {
                errors.add(e.getCause() == null ? e : e.getCause());
            }
        }
        if (errors.isEmpty()) {
            return results;
        }
        PortionsFailedException failure = new PortionsFailedException(
                "%s: %d of %d portions failed, the others are committed; the first error: %s"
                        .formatted(
                                statement.description(),
                                errors.size(),
                                portions.size(),
                                errors.get(0).getMessage()),
                Refusal.failure(statement.model(), errors.get(0)),
                errors.size(),
                results.size(),
                errors.get(0));
        errors.stream().skip(1).forEach(failure::addSuppressed);
        throw failure;
    }
}
