// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import org.jspecify.annotations.Nullable;

/** A row of a caller's: so many copies of a book. */
record Delivery(@Nullable String isbn, @Nullable Integer copies) {}
