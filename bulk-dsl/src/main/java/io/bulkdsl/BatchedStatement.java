// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Experimental;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.internal.batch.Batches;
import io.bulkdsl.internal.batch.Job;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jooq.DSLContext;

/**
 * A statement whose rows are written batch by batch, each batch by the SQL of the statement: for jobs that run long, in
 * which others must get their turn, and for more rows than fit into memory. For calling; made by {@link
 * BulkStatement#batchSize}.
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * Progress done = RESTOCK.rows(deliveries)
 *         .batchSize(10_000)
 *         .commitEachBatch()
 *         .jobId("deliveries of 2026-11-21")
 *         .onProgress(told::add)
 *         .execute(ctx);
 * }</pre>
 *
 * <p>All batches or none take effect, unless each is committed. Each method returns another statement; this one stays as it
 * is.
 *
 * <p>Rows with the same key are settled before the first batch, as {@code duplicates(…)} says, where the rows are a
 * collection. A Stream or an Iterator is read batch by batch, and no more than one is kept, so that two batches may bring
 * the same key: with {@code duplicates(FOLD)} the result is the same (but for null keys over an ordinary unique index, of
 * which each batch inserts one), and else {@link #distinctKeys} has to promise that it doesn't happen.
 *
 * @param <E> an element, a row of the caller's
 * @since 0.1
 */
public final class BatchedStatement<E> {

    private final Batches<E> batches;

    BatchedStatement(Batches<E> batches) {
        this.batches = batches;
    }

    /**
     * Ends a batch also where its values, written as text, are about so many bytes or more.
     *
     * @throws IllegalArgumentException if there are fewer than one
     */
    public BatchedStatement<E> batchBytes(long bytes) {
        return new BatchedStatement<>(batches.with(batches.how().bytes(bytes)));
    }

    /**
     * Waits so long between two batches, not after the last; in the transaction, unless each batch is committed.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public BatchedStatement<E> batchDelay(Duration delay) {
        return new BatchedStatement<>(batches.with(batches.how().delay(requireNonNull(delay, "delay"))));
    }

    /**
     * {@code commit} after each batch, which is a transaction of its own: others see its rows at once, its locks are
     * given back, and what is committed stays if a later batch fails, of which {@link
     * io.bulkdsl.contract.BatchFailedException} tells. Not in a transaction of the caller's.
     */
    public BatchedStatement<E> commitEachBatch() {
        return new BatchedStatement<>(batches.with(batches.how().committingEach()));
    }

    /** A promise that no two rows of the input have the same key. Within a batch it is checked all the same. */
    public BatchedStatement<E> distinctKeys() {
        return new BatchedStatement<>(batches.with(batches.how().promisingDistinctKeys()));
    }

    /**
     * Is called after each batch, by the thread that executes; where each is committed, after that. What it throws ends
     * the execution as an error does.
     */
    public BatchedStatement<E> onProgress(Consumer<? super Progress> listener) {
        return new BatchedStatement<>(batches.with(batches.how().listener(requireNonNull(listener, "listener"))));
    }

    /**
     * Is asked after each batch but the last; {@code true} ends the execution with {@link
     * io.bulkdsl.contract.CancelledException}, and {@code rollback} of all batches that aren't committed.
     */
    public BatchedStatement<E> cancelWhen(Predicate<? super Progress> condition) {
        return new BatchedStatement<>(batches.with(batches.how().cancel(requireNonNull(condition, "condition"))));
    }

    /**
     * Counts in {@link Progress#matched} also the rows that {@code onlyChanged()} leaves unwritten; the server is asked
     * for what became of each row then, by the SQL of {@code fetchOutcomes}.
     */
    public BatchedStatement<E> countMatched() {
        return new BatchedStatement<>(batches.with(batches.how().countingMatched()));
    }

    /**
     * {@code savepoint}, and {@code rollback to savepoint} for a batch that fails: leaves bad rows out and hands them
     * over, instead of failing. Those are rows that the server refuses for their data (SQLSTATE 22… and 23…), and rows
     * that can't even be sent (22000; {@link io.bulkdsl.contract.InvalidRowException} elsewhere). A batch that fails is
     * tried again by halves, until the bad rows are found: about k log n statements for k of n rows. A row is bad if it
     * fails by itself, after the rows before it; what a deferred constraint says comes too late. Rows with the same key
     * are refused as without this.
     *
     * <p>The listener is called by the executing thread when the batch is written (where each is committed, after
     * that), before {@link #onProgress}. If all is undone later, it has been called all the same.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-savepoint.html">PostgreSQL: SAVEPOINT</a>
     */
    public BatchedStatement<E> onReject(Consumer<? super Rejected<E>> listener) {
        return new BatchedStatement<>(batches.with(batches.rejects().listener(requireNonNull(listener, "listener"))));
    }

    /**
     * Fails after all, if more rows than this are bad. The batch in which that happens isn't written. It needs {@link
     * #onReject}.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public BatchedStatement<E> maxRejects(long rows) {
        return new BatchedStatement<>(batches.with(batches.rejects().most(rows)));
    }

    /**
     * {@code update bulkdsl_job set row_count = ?, …} in each batch's transaction: makes this a job that can be started
     * again where it was left, by crash or otherwise. How far it has come is kept in {@link JobTable#DEFAULT}, so that
     * each row has its effect once. Needs {@link #commitEachBatch} and the same rows in the same order each time; when
     * the job is done, starting it again does nothing.
     *
     * @param id of the job; a value, never part of SQL. Another statement, or the same on another table, needs another
     *     id
     */
    @Experimental
    public BatchedStatement<E> jobId(String id) {
        return jobId(id, JobTable.DEFAULT);
    }

    /** As {@link #jobId(String)}, with a table of your choosing. */
    @Experimental
    public BatchedStatement<E> jobId(String id, JobTable table) {
        return new BatchedStatement<>(batches.with(new Job(table.jobs(), requireNonNull(id, "id"))));
    }

    /**
     * {@code begin} once more, after what the server gave up for the sake of others: a deadlock (SQLSTATE 40P01), a
     * transaction that couldn't be serialized (40001). What is tried again is a transaction, hence a batch where each
     * is committed, and else the whole, unless the rows are a Stream or an Iterator, which can't be read again. In a
     * transaction of the caller's nothing is tried again: it has failed as a whole.
     *
     * @param times how often, after the first time
     * @param backoff how long to wait before the first repetition, twice that before the second, and so on, up to 64
     *     times; a random part of up to a half is left out, so that those who met don't meet again
     * @throws IllegalArgumentException if one of them is negative
     * @see <a href="https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html">PostgreSQL:
     *     Serialization Failure Handling</a>
     */
    public BatchedStatement<E> retry(int times, Duration backoff) {
        return new BatchedStatement<>(batches.with(batches.how().retry(times, requireNonNull(backoff, "backoff"))));
    }

    /**
     * Executes batch after batch. Within a transaction of the caller's all of them are part of it; else they are one
     * transaction, or each is.
     *
     * @return what was done
     * @throws IllegalStateException before anything is written, if each batch is to be committed in a transaction of
     *     the caller's; if rows of a Stream or an Iterator may have the same key unseen; if {@link #jobId} comes
     *     without {@link #commitEachBatch}, or {@link #maxRejects} without {@link #onReject}; if the job's id is
     *     another statement's. Before the batch is written, if another run of the job has gone on meanwhile, or more
     *     rows than allowed can't be sent
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent and is not handed over as rejected
     * @throws org.jooq.exception.DataChangedException if a version is stale
     * @throws io.bulkdsl.contract.CancelledException if it was told to stop or interrupted
     * @throws io.bulkdsl.contract.BatchFailedException if a batch fails, for whatever of these reasons, and those
     *     before it are committed
     * @throws io.bulkdsl.contract.BulkException if the server refuses; nothing has changed then. If it is for the data,
     *     the first row that fails has been looked for
     */
    public Progress execute(DSLContext ctx) {
        return batches.in(ctx).execute(ctx);
    }
}
