// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import java.lang.management.ManagementFactory;

/** What the running thread has allocated so far. */
final class AllocatedBytes {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {}

    static long ofThisThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
