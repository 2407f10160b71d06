// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.Optional;
import org.jooq.ContextConverter;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.IdentityConverter;
import org.jspecify.annotations.Nullable;

/** A converter of the user's (or the operator's), which makes what is sent of what a getter gave. */
record UserConverter<V>(Converter<?, V> converter, Class<V> userType) {

    /** What jOOQ makes of two functions that are given the configuration. */
    private static final Class<?> OF_FUNCTIONS = ContextConverter.of(
                    Object.class, Object.class, (value, context) -> value, (value, context) -> value)
            .getClass();

    /** Empty where there is none, and where the statement alone can ask it: by a binding, or with its configuration. */
    static Optional<? extends UserConverter<?>> of(DataType<?> type) {
        return isIdentity(type) || UserBinding.has(type) || readsConfiguration(type)
                ? Optional.empty()
                : Optional.of(ofType(type));
    }

    private static <V> UserConverter<V> ofType(DataType<V> type) {
        return new UserConverter<>(type.getConverter(), type.getType());
    }

    static boolean isIdentity(DataType<?> type) {
        return type.getConverter() instanceof IdentityConverter;
    }

    /** Whether it makes another value where the configuration is another, as it is outside of a statement. */
    static boolean readsConfiguration(DataType<?> type) {
        return readsConfiguration(type.getConverter())
                || (type.getType().isArray()
                        && type.getArrayComponentDataType() != null
                        && readsConfiguration(type.getArrayComponentDataType()));
    }

    /** Most of jOOQ's own, such as that of two functions without configuration, are of this class too. */
    private static boolean readsConfiguration(Converter<?, ?> converter) {
        return converter instanceof ContextConverter
                && (converter.getClass() == OF_FUNCTIONS
                        || !converter.getClass().getName().startsWith("org.jooq."));
    }

    /** Of null too, of which it may make a value. */
    @Nullable
    Object sent(@Nullable Object value) {
        return converter.to(userType.cast(value));
    }
}
