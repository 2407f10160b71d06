// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;

/** Counts the deadlocks that statements end in, those included that nobody else hears of, as they are tried again. */
@SuppressWarnings("serial") // never serialized
final class Deadlocks implements ExecuteListener {

    /** PostgreSQL: deadlock_detected. */
    private static final String DEADLOCK = "40P01";

    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final AtomicInteger count = new AtomicInteger();

    /** The same context, listened to. */
    DSLContext of(DSLContext ctx) {
        return ctx.configuration().deriveAppending(this).dsl();
    }

    @Override
    public void exception(ExecuteContext execution) {
        if (execution.sqlException() != null
                && DEADLOCK.equals(execution.sqlException().getSQLState())) {
            count.incrementAndGet();
        }
    }

    int count() {
        return count.get();
    }

    /** What a user does without {@code retry(…)}: waits a little, so that those who met don't meet again. */
    static <X> X againAfterEach(Supplier<X> call) {
        while (true) {
            try {
                return call.get();
            } catch (DataAccessException e) {
                if (!DEADLOCK.equals(e.sqlState())) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MOST_NANOS));
            }
        }
    }
}
