// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import org.jspecify.annotations.Nullable;

/** What a user's converter makes of a value, null included, as {@code form} writes it. */
record ConvertedText(UserConverter<?> converter, TextForm form) implements TextForm {

    @Override
    public @Nullable String of(Object value) {
        return orNull(value);
    }

    @Override
    public @Nullable String orNull(@Nullable Object value) {
        return form.orNull(converter.sent(value));
    }
}
