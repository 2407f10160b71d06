// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.counters;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody has looked at a page. */
record View(@Nullable String path, LocalDate day) {}
