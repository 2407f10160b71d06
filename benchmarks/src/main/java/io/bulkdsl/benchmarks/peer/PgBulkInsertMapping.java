// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import de.bytefish.pgbulkinsert.mapping.AbstractMapping;
import io.bulkdsl.benchmarks.data.Column;
import io.bulkdsl.benchmarks.data.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.JSONB;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** A shape's columns as PgBulkInsert knows them; its types aren't marked for nulls, which it takes. */
final class PgBulkInsertMapping<E> extends AbstractMapping<E> {

    <R extends UpdatableRecord<R>> PgBulkInsertMapping(Shape<R, E> shape) {
        super("bench", shape.name());
        shape.columns().forEach(this::map);
    }

    private void map(Column<?, E, ?> column) {
        String name = column.name();
        Class<?> type = column.field().getType();
        if (type == Long.class) {
            mapLong(name, getter(column, Number.class));
        } else if (type == Integer.class) {
            mapInteger(name, getter(column, Number.class));
        } else if (type == Short.class) {
            mapShort(name, getter(column, Number.class));
        } else if (type == BigDecimal.class) {
            mapNumeric(name, getter(column, Number.class));
        } else if (type == Double.class) {
            mapDouble(name, getter(column, Number.class));
        } else if (type == Float.class) {
            mapFloat(name, getter(column, Number.class));
        } else if (type == Boolean.class) {
            mapBoolean(name, getter(column, Boolean.class));
        } else if (type == LocalDate.class) {
            mapDate(name, getter(column, LocalDate.class));
        } else if (type == LocalDateTime.class) {
            mapTimeStamp(name, getter(column, LocalDateTime.class));
        } else if (type == OffsetDateTime.class) {
            Function<E, @Nullable OffsetDateTime> time = getter(column, OffsetDateTime.class);
            mapTimeStampTz(name, row -> {
                OffsetDateTime value = time.apply(row);
                return value == null ? null : value.toZonedDateTime();
            });
        } else if (type == UUID.class) {
            mapUUID(name, getter(column, UUID.class));
        } else if (type == JSONB.class) {
            mapJsonb(name, getter(column, String.class));
        } else {
            mapText(name, getter(column, String.class));
        }
    }

    private static <E, N> Function<E, @Nullable N> getter(Column<?, E, ?> column, Class<N> type) {
        return row -> type.cast(column.jdbcValue(row));
    }
}
