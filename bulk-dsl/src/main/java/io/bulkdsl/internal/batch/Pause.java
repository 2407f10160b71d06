// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting that can be interrupted. */
final class Pause {

    /** Returns false if the thread was or is interrupted; it stays so. */
    static boolean of(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
            return !Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Pause() {}
}
