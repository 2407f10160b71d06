// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.BatchFailedException;
import io.bulkdsl.contract.CancelledException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.source.SettledRows;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jooq.DSLContext;

/** A statement batch by batch: in one transaction, or each batch in its own. */
public record Batches<E>(Statement<E> statement, Batching how) {

    static <E> Batches<E> of(Statement<E> statement, int rows) {
        if (!statement.definition().model().isDivisible()) {
            throw new IllegalStateException(
                    statement.description()
                            + ": with operators other than eq() and notDistinct() rows of different batches may match the same row of the table, and the first of all is to win");
        }
        return new Batches<>(statement, Batching.of(rows));
    }

    public Batches<E> with(Batching other) {
        return new Batches<>(statement, other);
    }

    /** The same by the row source that the context prefers. */
    public Batches<E> in(DSLContext ctx) {
        return statement.in(ctx) instanceof Statement<E> preferred ? new Batches<>(preferred, how) : this;
    }

    public Progress execute(DSLContext ctx) {
        refuseUnseenDuplicates();
        boolean isInTransaction = Atomic.isWithinTransaction(ctx);
        if (!how.commitsEach()) {
            Retry retry = isInTransaction || statement.rows().isStream() ? Retry.NEVER : how.retry();
            return retry.call(() -> Atomic.call(ctx, inner -> run(inner, statement::execute)));
        } else if (isInTransaction) {
            throw new IllegalStateException(
                    statement.description()
                            + ": commitEachBatch() can't be, since the context is in a transaction (or its connections aren't in auto-commit mode)");
        }
        return run(ctx, this::commit);
    }

    private int commit(DSLContext ctx, SettledRows<E> batch) {
        return how.retry().call(() -> Atomic.call(ctx, inner -> statement.execute(inner, batch)));
    }

    private Progress run(DSLContext ctx, BiFunction<DSLContext, SettledRows<E>, Integer> writing) {
        long start = System.nanoTime();
        try (BatchReader<E> reader = BatchReader.of(ctx, statement, how)) {
            Progress progress = new Progress(reader.dropped(), 0, 0, Duration.ZERO);
            while (hasNext(reader, progress)) {
                progress = next(reader, progress, batch -> writing.apply(ctx, batch), start);
                how.listener().accept(progress);
            }
            return progress;
        }
    }

    private boolean hasNext(BatchReader<E> reader, Progress progress) {
        return explained(progress, reader::hasNext) && goesOn(progress);
    }

    private Progress next(BatchReader<E> reader, Progress before, ToIntFunction<SettledRows<E>> writing, long start) {
        return explained(before, () -> {
            SettledRows<E> batch = reader.next();
            int written = writing.applyAsInt(batch);
            return new Progress(
                    before.rows() + batch.rows().size() + batch.dropped().size(),
                    before.written() + written,
                    before.batches() + 1,
                    Duration.ofNanos(System.nanoTime() - start));
        });
    }

    private boolean goesOn(Progress progress) {
        boolean isFirst = progress.batches() == 0;
        if (!isFirst && how.cancel().test(progress)) {
            throw new CancelledException(statement.description() + ": cancelled " + after(progress), progress);
        } else if (!Pause.of(isFirst ? Duration.ZERO : how.delay())) {
            throw new CancelledException(statement.description() + ": interrupted " + after(progress), progress);
        }
        return true;
    }

    /** What is committed can't be undone by an error that comes later, which therefore tells of it. */
    private <X> X explained(Progress progress, Supplier<X> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (!how.commitsEach() || progress.batches() == 0) {
                throw e;
            }
            throw new BatchFailedException(
                    statement.description() + ": batch " + (progress.batches() + 1) + " failed " + after(progress)
                            + ": " + e.getMessage(),
                    progress,
                    e);
        }
    }

    private String after(Progress progress) {
        return "after %,d batches of %,d rows%s"
                .formatted(
                        progress.batches(),
                        progress.rows(),
                        how.commitsEach() ? ", which are committed" : "; nothing is written");
    }

    private void refuseUnseenDuplicates() {
        StatementModel<E> model = statement.definition().model();
        if (statement.rows().isStream()
                && model.matchesByEquality()
                && model.duplicates() != Duplicates.FOLD
                && !how.distinctKeys()) {
            throw new IllegalStateException(
                    statement.description()
                            + ": of a Stream or an Iterator no more than a batch is kept, so that it isn't seen whether two batches have the same key; choose duplicates(FOLD), promise distinctKeys(), pass a collection, or leave batchSize(…) out: then the server looks at all rows together");
        }
    }
}
