// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

/** One call, as measured. */
record Sample(long nanos, long allocatedBytes, long walBytes) {}
