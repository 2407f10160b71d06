// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.tags;

import org.jspecify.annotations.Nullable;

/** Tags that a note shall have, or shall have no longer. */
record Tagging(long note, String @Nullable ... tags) {}
