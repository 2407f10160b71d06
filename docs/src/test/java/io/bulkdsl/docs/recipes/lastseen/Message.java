// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.lastseen;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A device has been heard of, at that time by its own clock. */
record Message(@Nullable String device, @Nullable OffsetDateTime at, String state) {}
