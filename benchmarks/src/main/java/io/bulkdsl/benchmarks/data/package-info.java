/** What is done to which rows: operations, shapes of tables, and the rows themselves. */
@NullMarked
package io.bulkdsl.benchmarks.data;

import org.jspecify.annotations.NullMarked;
