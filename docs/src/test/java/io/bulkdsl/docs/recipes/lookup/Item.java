// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.lookup;

import org.jspecify.annotations.Nullable;

/** A gadget as it is delivered, with its maker by name. */
record Item(String sku, String title, @Nullable String maker) {}
