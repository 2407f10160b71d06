/**
 * Bulk statements measured beside their peers. {@link io.bulkdsl.benchmarks.data} says what is done to which rows, {@link
 * io.bulkdsl.benchmarks.peer} who does it; all else runs, checks and prints.
 */
@NullMarked
package io.bulkdsl.benchmarks;

import org.jspecify.annotations.NullMarked;
