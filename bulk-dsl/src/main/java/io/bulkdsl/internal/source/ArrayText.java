// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.internal.model.ArrayLiteral;
import org.jspecify.annotations.Nullable;

/** Arrays of what {@code element} writes. */
record ArrayText(TextForm element) implements TextForm {

    @Override
    public String of(Object array) {
        return ArrayLiteral.of((@Nullable Object[]) array, element::of);
    }
}
