// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;

/** How dates, times, intervals and arrays of them are written, whichever way they go. */
public final class TemporalText {

    private static final Map<Class<?>, Function<Object, String>> FORMS = Map.ofEntries(
            entry(LocalTime.class, Object::toString),
            entry(LocalDate.class, value -> DateText.of((LocalDate) value)),
            entry(LocalDateTime.class, value -> DateText.of((LocalDateTime) value)),
            entry(OffsetDateTime.class, value -> DateText.of((OffsetDateTime) value)),
            entry(Instant.class, value -> DateText.of((Instant) value)),
            entry(YearToMonth.class, value -> IntervalText.of((YearToMonth) value)),
            entry(DayToSecond.class, value -> IntervalText.of((DayToSecond) value)),
            entry(YearToSecond.class, value -> IntervalText.of((YearToSecond) value)));

    /** Empty for what is none of these. */
    public static Optional<Function<Object, String>> of(Class<?> databaseType) {
        return databaseType.isArray()
                ? of(databaseType.getComponentType()).map(TemporalText::elementwise)
                : Optional.ofNullable(FORMS.get(databaseType));
    }

    private static Function<Object, String> elementwise(Function<Object, String> element) {
        return array -> ArrayLiteral.of((@Nullable Object[]) array, element);
    }

    private TemporalText() {}
}
