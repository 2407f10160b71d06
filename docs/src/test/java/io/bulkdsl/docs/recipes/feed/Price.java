// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.feed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of the file. */
record Price(String sku, @Nullable BigDecimal amount) {}
