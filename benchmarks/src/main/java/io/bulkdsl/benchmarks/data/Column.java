// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.data;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** A column of a table, and where its values come from. */
public record Column<R extends Record, E, T>(TableField<R, T> field, Function<E, @Nullable T> getter) {

    private static final Map<Class<?>, Integer> JDBC_TYPES = Map.ofEntries(
            Map.entry(Long.class, Types.BIGINT),
            Map.entry(Integer.class, Types.INTEGER),
            Map.entry(Short.class, Types.SMALLINT),
            Map.entry(Double.class, Types.DOUBLE),
            Map.entry(Float.class, Types.REAL),
            Map.entry(BigDecimal.class, Types.NUMERIC),
            Map.entry(Boolean.class, Types.BOOLEAN),
            Map.entry(String.class, Types.VARCHAR),
            Map.entry(LocalDate.class, Types.DATE),
            Map.entry(LocalDateTime.class, Types.TIMESTAMP),
            Map.entry(OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE));

    public String name() {
        return field.getName();
    }

    public @Nullable T value(E row) {
        return getter.apply(row);
    }

    /** The value as JDBC knows it. */
    public @Nullable Object jdbcValue(E row) {
        T value = getter.apply(row);
        return value instanceof JSONB json ? json.data() : value;
    }

    /** uuid and jsonb are OTHER to the driver, which leaves their type to the server. */
    public int jdbcType() {
        return Objects.requireNonNullElse(JDBC_TYPES.get(field.getType()), Types.OTHER);
    }
}
