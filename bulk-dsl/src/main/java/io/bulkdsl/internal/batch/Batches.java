// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import io.bulkdsl.contract.BatchFailedException;
import io.bulkdsl.contract.BulkCall.Extent;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.CancelledException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.internal.batch.Jobs.Done;
import io.bulkdsl.internal.execute.AllRows;
import io.bulkdsl.internal.execute.Atomic;
import io.bulkdsl.internal.execute.BadRow;
import io.bulkdsl.internal.execute.Statement;
import io.bulkdsl.internal.execute.Work;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.refusal.Refusal;
import io.bulkdsl.internal.source.SettledRows;
import io.bulkdsl.internal.watch.Watching;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A statement batch by batch: in one transaction, or each batch in its own.
 *
 * @param job which this is a run of, if it can be resumed
 */
public record Batches<E>(
        Statement<E> statement,
        Batching how,
        Rejects<E> rejects,
        @Nullable Job job) {

    /** The work by so many rows at most, or a refusal. */
    public static <E> Batches<E> of(Work<E> work, int rows) {
        return new Batches<>(work.divisible(), Batching.of(rows), Rejects.none(), null);
    }

    public Batches<E> with(Batching other) {
        return new Batches<>(statement, other, rejects, job);
    }

    public Batches<E> with(Rejects<E> other) {
        return new Batches<>(statement, how, other, job);
    }

    public Batches<E> with(Job other) {
        return new Batches<>(statement, how, rejects, other);
    }

    /** The same by the row source that the context prefers. */
    public Batches<E> in(DSLContext ctx) {
        return statement.preferredBy(ctx) instanceof Statement<E> preferred
                ? new Batches<>(preferred, how, rejects, job)
                : this;
    }

    public Progress execute(DSLContext ctx) {
        return Watching.call(AllRows.in(ctx), statement::call, this::attempt, (done, rows) -> done.ofThisRun())
                .progress();
    }

    private Meter attempt(DSLContext ctx) {
        refuseWhatCannotBe(ctx);
        if (how.commitsEach()) {
            return run(ctx);
        }
        Retry retry = Atomic.isWithinTransaction(ctx) || statement.rows().isStream() ? Retry.NEVER : how.retry();
        return retry.call(
                () -> Watching.undoneIfItFails(ctx, () -> Atomic.call(ctx, model(), this::run)), again(ctx, retry));
    }

    private Retry.Told again(DSLContext ctx, Retry retry) {
        return (sqlState, attempt) -> Watching.again(ctx, statement.description(), sqlState, attempt, retry.times());
    }

    private Meter run(DSLContext ctx) {
        Done done = job == null ? Done.NOTHING : job.begin(ctx, model(), statement.description());
        try (BatchReader<E> reader = BatchReader.of(ctx, statement, how, rejects.areKeptBack(), done.rows())) {
            Meter meter = Meter.start(done, reader.dropped(), how.countsMatched() || !model().mayLeaveUnchanged());
            while (hasNext(reader, meter)) {
                meter = batch(ctx, reader, meter);
                how.listener().accept(meter.progress());
            }
            return end(ctx, reader, meter);
        }
    }

    private boolean hasNext(BatchReader<E> reader, Meter meter) {
        return explained(meter, reader::hasNext) && goesOn(meter);
    }

    private Meter batch(DSLContext ctx, BatchReader<E> reader, Meter before) {
        return Watching.part(
                ctx,
                Extent.BATCH,
                before.done().batches() + 1,
                inner -> next(inner, reader, before),
                after -> after.since(before));
    }

    private Meter next(DSLContext ctx, BatchReader<E> reader, Meter before) {
        return explained(before, () -> {
            SettledRows<E> batch = reader.next();
            Written<E> unfit = new Written<>(0, 0, reader.takeUnfit());
            refuseTooMany(before.done().rejected() + unfit.rejected().size());
            return write(ctx, batch, unfit, before);
        });
    }

    /** The rows that can't be sent after the last batch. */
    private Meter end(DSLContext ctx, BatchReader<E> reader, Meter before) {
        Written<E> unfit = new Written<>(0, 0, reader.takeUnfit());
        if (unfit.rejected().isEmpty()) {
            return before;
        }
        return explained(before, () -> {
            refuseTooMany(before.done().rejected() + unfit.rejected().size());
            Meter after = before.and(unfit.rejected().size(), unfit, 0);
            advance(ctx, before, after);
            rejects.tell(unfit.rejected());
            return after;
        });
    }

    private Meter write(DSLContext ctx, SettledRows<E> batch, Written<E> unfit, Meter before) {
        int rows =
                batch.rows().size() + batch.dropped().size() + unfit.rejected().size();
        Supplier<Written<E>> writing = () -> Atomic.call(ctx, model(), inner -> {
            Written<E> written = sieved(
                            inner,
                            batch,
                            before.done().rejected() + unfit.rejected().size())
                    .and(unfit);
            advance(inner, before, before.and(rows, written, 1));
            return written;
        });
        Written<E> written = how.commitsEach() ? how.retry().call(writing, again(ctx, how.retry())) : writing.get();
        rejects.tell(written.rejected());
        return before.and(rows, written, 1);
    }

    private void advance(DSLContext ctx, Meter before, Meter after) {
        if (job != null) {
            Refusal.explained(model(), () -> job.advance(ctx, before.saved(), after.done()));
        }
    }

    private Written<E> sieved(DSLContext ctx, SettledRows<E> batch, long rejected) {
        if (rejects.areKeptBack()) {
            AtomicLong room = new AtomicLong(rejects.most() - rejected);
            return new Sieve<E>(model(), (inner, rows) -> written(inner, SettledRows.of(rows)), room)
                    .write(ctx, batch.rows());
        }
        try {
            return Atomic.call(ctx, model(), inner -> written(inner, batch));
        } catch (BulkException e) {
            throw BadRow.named(ctx, statement, batch.rows(), e);
        }
    }

    private Written<E> written(DSLContext ctx, SettledRows<E> batch) {
        if (how.countsMatched() && model().mayLeaveUnchanged()) {
            return Written.of(statement.counted(ctx, batch));
        }
        int written = statement.execute(ctx, batch);
        return Written.of(written, written);
    }

    private boolean goesOn(Meter meter) {
        boolean isFirst = meter.isAtTheBeginning();
        if (!isFirst && how.cancel().test(meter.progress())) {
            throw new CancelledException(statement.description() + ": cancelled " + after(meter), meter.progress());
        } else if (!Pause.of(isFirst ? Duration.ZERO : how.delay())) {
            throw new CancelledException(statement.description() + ": interrupted " + after(meter), meter.progress());
        }
        return true;
    }

    /** What is committed can't be undone by an error that comes later, which therefore tells of it. */
    private <X> X explained(Meter meter, Supplier<X> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (!how.commitsEach() || meter.isAtTheBeginning()) {
                throw e;
            }
            throw new BatchFailedException(
                    statement.description() + ": batch " + (meter.done().batches() + 1) + " failed " + after(meter)
                            + ": " + e.getMessage(),
                    Refusal.failure(model(), e),
                    meter.progress(),
                    e);
        }
    }

    private String after(Meter meter) {
        return "after %,d %s (%,d %s)%s"
                .formatted(
                        meter.done().batches(),
                        meter.done().batches() == 1 ? "batch" : "batches",
                        meter.done().rows(),
                        meter.done().rows() == 1 ? "row" : "rows",
                        how.commitsEach() ? ", committed" : "; nothing is written");
    }

    private void refuseTooMany(long rejected) {
        if (rejected > rejects.most()) {
            throw new IllegalStateException(statement.description() + ": " + rejected
                    + (rejected == 1 ? " row" : " rows") + " can't be sent, more than maxRejects(" + rejects.most()
                    + ") allows");
        }
    }

    private void refuseWhatCannotBe(DSLContext ctx) {
        String why = "";
        if (job != null && !how.commitsEach()) {
            why = "a job that can be resumed commits each batch: jobId(…) needs commitEachBatch()";
        } else if (how.commitsEach() && Atomic.isWithinTransaction(ctx)) {
            why =
                    "commitEachBatch() can't be, since the context is in a transaction (or its connections aren't in auto-commit mode)";
        } else if (statement.definition().locks() && !how.commitsEach()) {
            why =
                    "lockInKeyOrder() is for one statement or for batches that are each committed: batches of one transaction may come in another order than the server's";
        } else if (statement.definition().locks() && rejects.areKeptBack()) {
            why =
                    "lockInKeyOrder() can't be kept where rows are tried by halves, so that it doesn't go with onReject(…)";
        } else if (!rejects.areKeptBack() && rejects.most() < Long.MAX_VALUE) {
            why = "maxRejects(…) is about rows that are handed to onReject(…), which is missing";
        } else if (mayMissDuplicates()) {
            why =
                    "of a Stream or an Iterator no more than a batch is kept, so that it isn't seen whether two batches have the same key; choose duplicates(FOLD), promise distinctKeys(), pass a collection, or leave batchSize(…) out: then the server looks at all rows together";
        }
        if (!why.isEmpty()) {
            throw new IllegalStateException(statement.description() + ": " + why);
        }
    }

    private boolean mayMissDuplicates() {
        return statement.rows().isStream()
                && model().matchesByEquality()
                && model().duplicates() != Duplicates.FOLD
                && !how.distinctKeys();
    }

    private StatementModel<E> model() {
        return statement.model();
    }
}
