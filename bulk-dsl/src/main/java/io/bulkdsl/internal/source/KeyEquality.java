// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.Given;
import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.model.TrailingBlanks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * A key value in a form whose {@code equals} agrees with PostgreSQL's {@code =}: 1.0 equals 1.00, 0.0 equals -0.0, and in a
 * column of type char 'a' equals 'a '.
 */
public record KeyEquality(UnaryOperator<@Nullable Object> toDatabaseType, UnaryOperator<String> textThatCounts) {

    /** PostgreSQL's times have six digits of a second. */
    private static final int NANOS_IN_MICRO = 1000;

    /** Of the value alone, whatever its column makes of it. */
    public static KeyEquality of(Cell<?> cell) {
        return of(cell.incoming().type(), UnaryOperator.identity());
    }

    public static KeyEquality of(StatementModel<?> model, Key<?, ?, ?> key) {
        return of(key.incoming().type(), TrailingBlanks.of(model, key)::without);
    }

    private static <V> KeyEquality of(DataType<V> type, UnaryOperator<String> textThatCounts) {
        Converter<?, V> converter = type.getConverter();
        Class<V> userType = type.getType();
        return new KeyEquality(
                UserConverter.readsConfiguration(type) ? value -> value : value -> converter.to(userType.cast(value)),
                textThatCounts);
    }

    /** The value as the database driver sees it. */
    public @Nullable Object databaseValue(@Nullable Object value) {
        return value == Given.NOT ? null : toDatabaseType.apply(value);
    }

    @Nullable
    Object canonical(@Nullable Object value) {
        Object databaseValue = toDatabaseType.apply(value);
        return databaseValue instanceof String text ? textThatCounts.apply(text) : canonicalOf(databaseValue);
    }

    /** Whether PostgreSQL rounds the value, to even and by way of a double, so that it alone knows what comes of it. */
    public boolean isRounded(@Nullable Object value) {
        return hasNanos(databaseValue(value));
    }

    private static boolean hasNanos(@Nullable Object value) {
        return value instanceof Object[] array
                ? Arrays.stream(array).anyMatch(KeyEquality::hasNanos)
                : value instanceof Temporal time
                        && time.isSupported(ChronoField.NANO_OF_SECOND)
                        && time.get(ChronoField.NANO_OF_SECOND) % NANOS_IN_MICRO != 0;
    }

    private static @Nullable Object canonicalOf(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        } else if (value instanceof Double number) {
            return number + 0.0;
        } else if (value instanceof Float number) {
            return number + 0.0f;
        } else if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (value instanceof EnumType constant) {
            return constant.getLiteral();
        } else if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (value instanceof Object[] array) {
            return Arrays.stream(array).map(KeyEquality::canonicalOf).toList();
        }
        return value;
    }

    /** Whether two database values are equal for PostgreSQL just when their canonical forms are for Java. */
    public enum Trust {
        ALWAYS,
        /** Texts: if their collation is deterministic. */
        IF_DETERMINISTIC,
        /** Times: if none is {@link KeyEquality#isRounded}. */
        IF_NOT_ROUNDED,
        NEVER;

        private static final Set<Class<?>> EXACT = Set.of(
                Boolean.class,
                Byte.class,
                Short.class,
                Integer.class,
                Long.class,
                BigInteger.class,
                BigDecimal.class,
                Float.class,
                Double.class,
                UUID.class,
                LocalDate.class,
                byte[].class);

        private static final Set<Class<?>> TIMES =
                Set.of(LocalDateTime.class, LocalTime.class, OffsetDateTime.class, Instant.class);

        public static Trust of(Key<?, ?, ?> key) {
            return UserConverter.readsConfiguration(key.column().getDataType())
                    ? NEVER
                    : of(key.incoming().type());
        }

        private static Trust of(DataType<?> type) {
            Class<?> databaseType = type.getConverter().fromType();
            if (UserBinding.has(type) || UserConverter.readsConfiguration(type)) {
                return NEVER;
            } else if (TIMES.contains(databaseType)) {
                return IF_NOT_ROUNDED;
            } else if (databaseType == String.class) {
                return type.isEnum() ? ALWAYS : IF_DETERMINISTIC;
            } else if (type.isArray() && type.getType().isArray()) {
                DataType<?> element = type.getArrayComponentDataType();
                return element == null ? NEVER : of(element);
            }
            return EXACT.contains(databaseType) || EnumType.class.isAssignableFrom(databaseType) ? ALWAYS : NEVER;
        }
    }
}
