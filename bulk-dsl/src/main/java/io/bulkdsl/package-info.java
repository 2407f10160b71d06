/**
 * Bulk statements for jOOQ and PostgreSQL: many rows, each with its own values, in one statement, typed by the generated
 * table classes.
 *
 * <p>Begin at {@link io.bulkdsl.BulkDSL}. {@link io.bulkdsl.Functions} says how a column changes, {@link
 * io.bulkdsl.Operators} when a row belongs. Definitions and their steps are immutable: each call gives a new value,
 * any may be kept, shared between threads and continued in several ways.
 */
@NullMarked
package io.bulkdsl;

import org.jspecify.annotations.NullMarked;
