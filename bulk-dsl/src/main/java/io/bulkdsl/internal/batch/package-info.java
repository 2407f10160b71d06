/** Rows batch by batch: read, written, repeated, kept back, resumed. */
@NullMarked
package io.bulkdsl.internal.batch;

import org.jspecify.annotations.NullMarked;
