// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.endpoint;

import org.jspecify.annotations.Nullable;

/** An element of the request's list, as it came. */
record Contact(
        @Nullable String email,
        @Nullable String name,
        @Nullable String phone) {}
