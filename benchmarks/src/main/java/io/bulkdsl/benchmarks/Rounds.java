// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import java.time.Duration;

/** How often everything runs; what takes longer than {@code cap} is measured once. */
record Rounds(int warmUps, int measured, Duration cap) {

    int all() {
        return warmUps + measured;
    }
}
