// SPDX-License-Identifier: Apache-2.0
/** Bulk calls as Micrometer observations. */
@NullMarked
package io.bulkdsl.micrometer;

import org.jspecify.annotations.NullMarked;
