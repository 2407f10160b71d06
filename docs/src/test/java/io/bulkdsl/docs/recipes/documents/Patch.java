// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.documents;

import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** What changes in the settings of a user. */
record Patch(long user, @Nullable JSONB settings) {

    static Patch of(long user, String settings) {
        return new Patch(user, JSONB.jsonb(settings));
    }
}
