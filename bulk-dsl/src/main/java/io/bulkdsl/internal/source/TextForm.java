// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.Optional;
import org.jooq.DataType;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Values of a type as the text that PostgreSQL reads them from (its manual, "Data Types": the input form of each), not
 * quoted or escaped for anything.
 */
@FunctionalInterface
interface TextForm {

    /** Of a value that isn't null, of the user's type; null where its converter makes null of it. */
    @Nullable
    String of(Object value);

    /** Empty for a type of which nobody knows how it is written, or only with the statement's configuration. */
    static Optional<TextForm> of(DataType<?> type) {
        if (UserBinding.has(type)) {
            return UserBinding.of(type).map(binding -> binding);
        } else if (UserConverter.readsConfiguration(type)) {
            return Optional.empty();
        }
        return of(type.getConverter().fromType()).map(form -> UserConverter.of(type)
                .<TextForm>map(converter -> new ConvertedText(converter, form))
                .orElse(form));
    }

    private static Optional<TextForm> of(Class<?> databaseType) {
        if (databaseType.isArray() && databaseType != byte[].class) {
            return of(databaseType.getComponentType()).map(ArrayText::new);
        }
        return Record.class.isAssignableFrom(databaseType)
                ? Optional.of(new RecordText())
                : ScalarText.of(databaseType);
    }

    /** The same where a value may be null; a converter or binding of the user's is asked then too. */
    default @Nullable String orNull(@Nullable Object value) {
        return value == null ? null : of(value);
    }
}
