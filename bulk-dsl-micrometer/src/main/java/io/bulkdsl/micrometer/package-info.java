// SPDX-License-Identifier: Apache-2.0
/**
 * Bulk calls as Micrometer observations: register {@link io.bulkdsl.micrometer.BulkObservations} with jOOQ's
 * configuration, and {@link io.bulkdsl.micrometer.BulkMeters} with the registry to count rows. No value of a row gets
 * into either.
 */
@NullMarked
package io.bulkdsl.micrometer;

import org.jspecify.annotations.NullMarked;
