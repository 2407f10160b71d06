/** Who writes rows: bulk-dsl, its peers, each at its best documented settings, and the limits; a file each. */
@NullMarked
package io.bulkdsl.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
