// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.Given;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * A key value in a form whose {@code equals} agrees with PostgreSQL's {@code =}: 1.0 equals 1.00, 0.0 equals -0.0, and
 * times are compared in microseconds.
 */
public record KeyEquality(UnaryOperator<@Nullable Object> toDatabaseType) {

    /** PostgreSQL rounds to the nearest microsecond. */
    private static final long HALF_A_MICRO = 500;

    public static KeyEquality of(Cell<?> cell) {
        return of(cell.incoming().type());
    }

    private static <V> KeyEquality of(DataType<V> type) {
        Converter<?, V> converter = type.getConverter();
        Class<V> userType = type.getType();
        return new KeyEquality(value -> converter.to(userType.cast(value)));
    }

    /** The value as the database driver sees it. */
    public @Nullable Object databaseValue(@Nullable Object value) {
        return value == Given.NOT ? null : toDatabaseType.apply(value);
    }

    @Nullable
    Object canonical(@Nullable Object value) {
        return canonicalOf(toDatabaseType.apply(value));
    }

    private static @Nullable Object canonicalOf(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        } else if (value instanceof Double number) {
            return number + 0.0;
        } else if (value instanceof Float number) {
            return number + 0.0f;
        } else if (value instanceof OffsetDateTime time) {
            return time.toInstant().plusNanos(HALF_A_MICRO).truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof Instant time) {
            return time.plusNanos(HALF_A_MICRO).truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof LocalDateTime time) {
            return time.plusNanos(HALF_A_MICRO).truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof LocalTime time) {
            return time.plusNanos(HALF_A_MICRO).truncatedTo(ChronoUnit.MICROS);
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
        IF_DETERMINISTIC,
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
                LocalDateTime.class,
                LocalTime.class,
                OffsetDateTime.class,
                Instant.class,
                byte[].class);

        public static Trust of(DataType<?> type) {
            Class<?> databaseType = type.getConverter().fromType();
            if (UserBinding.has(type)) {
                return NEVER;
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
