// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;

/**
 * Transactions that the server gave up for the sake of others, once more.
 *
 * @param backoff before the first repetition; each later one waits twice as long, up to 64 times
 */
record Retry(int times, Duration backoff) {

    static final Retry NEVER = new Retry(0, Duration.ZERO);

    /** serialization_failure, deadlock_detected. */
    private static final Set<String> WORTH_IT = Set.of("40001", "40P01");

    private static final int MOST_DOUBLINGS = 6;

    /** @param told of each repetition, before it */
    <X> X call(Supplier<X> transaction, Told told) {
        for (int attempt = 0; ; attempt++) {
            try {
                return transaction.get();
            } catch (DataAccessException e) {
                if (attempt == times || !WORTH_IT.contains(e.sqlState()) || !pause(attempt)) {
                    throw e;
                }
                told.again(e.sqlState(), attempt + 1);
            }
        }
    }

    /** Between half and all of it, so that those who met don't meet again; false if interrupted. */
    private boolean pause(int attempt) {
        double most = backoff.toNanos() * Math.pow(2, Math.min(attempt, MOST_DOUBLINGS));
        return Pause.of(
                Duration.ofNanos((long) (most * (1 + ThreadLocalRandom.current().nextDouble()) / 2)));
    }

    interface Told {
        void again(String sqlState, int attempt);
    }
}
