// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import io.bulkdsl.contract.Progress;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How rows are written batch by batch.
 *
 * @param rows of a batch, at most
 * @param bytes from which on a batch is full
 * @param delay between batches
 * @param commitsEach whether a batch is a transaction
 * @param distinctKeys whether the user promises that keys differ
 * @param countsMatched whether rows that are left unwritten are counted too
 */
public record Batching(
        int rows,
        long bytes,
        Duration delay,
        boolean commitsEach,
        boolean distinctKeys,
        boolean countsMatched,
        Consumer<? super Progress> listener,
        Predicate<? super Progress> cancel,
        Retry retry) {

    static Batching of(int rows) {
        require(rows > 0, "batchSize(" + rows + "): a batch has one row at least");
        return new Batching(
                rows,
                Long.MAX_VALUE,
                Duration.ZERO,
                false,
                false,
                false,
                progress -> {},
                progress -> false,
                Retry.NEVER);
    }

    public Batching bytes(long most) {
        require(most > 0, "batchBytes(" + most + "): a batch has one byte at least");
        return new Batching(rows, most, delay, commitsEach, distinctKeys, countsMatched, listener, cancel, retry);
    }

    public Batching delay(Duration wait) {
        require(!wait.isNegative(), "batchDelay(" + wait + ") is negative");
        return new Batching(rows, bytes, wait, commitsEach, distinctKeys, countsMatched, listener, cancel, retry);
    }

    public Batching committingEach() {
        return new Batching(rows, bytes, delay, true, distinctKeys, countsMatched, listener, cancel, retry);
    }

    public Batching promisingDistinctKeys() {
        return new Batching(rows, bytes, delay, commitsEach, true, countsMatched, listener, cancel, retry);
    }

    public Batching countingMatched() {
        return new Batching(rows, bytes, delay, commitsEach, distinctKeys, true, listener, cancel, retry);
    }

    public Batching listener(Consumer<? super Progress> told) {
        return new Batching(rows, bytes, delay, commitsEach, distinctKeys, countsMatched, told, cancel, retry);
    }

    public Batching cancel(Predicate<? super Progress> condition) {
        return new Batching(rows, bytes, delay, commitsEach, distinctKeys, countsMatched, listener, condition, retry);
    }

    public Batching retry(int times, Duration backoff) {
        require(times >= 0 && !backoff.isNegative(), "retry(" + times + ", " + backoff + ") is negative");
        return new Batching(
                rows,
                bytes,
                delay,
                commitsEach,
                distinctKeys,
                countsMatched,
                listener,
                cancel,
                new Retry(times, backoff));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
