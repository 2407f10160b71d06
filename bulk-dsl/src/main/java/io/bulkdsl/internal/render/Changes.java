// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import io.bulkdsl.internal.model.Comparison;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.Rounding;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.Upserted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.XML;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What becomes of an existing row: the right of {@code set}, and whether that would change it: {@code amount is distinct
 * from excluded.amount or …}. json and xml have no equality in PostgreSQL and are compared as text.
 *
 * @param assignments value by column
 * @param changed whether a compared column gets another value
 * @param skipsUnchanged whether rows that don't change are left unwritten
 */
record Changes(Map<Field<?>, Field<?>> assignments, Condition changed, boolean skipsUnchanged) {

    /**
     * Of values that are as they came: numbers and times are compared as the column will round them. (Text isn't,
     * because a cast cuts where the assignment refuses.)
     */
    static Changes ofIncoming(Map<Field<?>, Field<?>> values, Comparison comparison) {
        Map<Field<?>, Field<?>> rounded = new LinkedHashMap<>();
        values.forEach(
                (column, value) -> rounded.put(column, Rounding.by(column.getDataType()) ? value.cast(column) : value));
        Changes changes = of(rounded, comparison);
        return new Changes(new LinkedHashMap<>(values), changes.changed, changes.skipsUnchanged);
    }

    /** Of an upsert's existing rows in {@code on conflict do update}, where {@code excluded} carries the values. */
    static <E> Changes onConflict(UpsertModel<?, E> model) {
        return of(values(model.merged(), Upserted::merged), model.existing().comparison())
                .withAudits(values(model.whenChanged(), Upserted::merged))
                .with(values(model.versions(), Upserted::merged));
    }

    /** Of an upsert's existing rows where they are joined with the incoming ones. */
    static <E> Changes joined(UpsertModel<?, E> model, IncomingTable rows) {
        return ofIncoming(
                        values(model.merged(), set -> set.merged(rows)),
                        model.existing().comparison())
                .withAudits(values(model.whenChanged(), set -> set.merged(rows)))
                .with(values(model.versions(), set -> set.merged(rows)));
    }

    private static <E> Map<Field<?>, Field<?>> values(
            List<? extends Upserted<E>> sets, Function<Upserted<E>, Field<?>> value) {
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        sets.forEach(set -> values.put(set.column(), value.apply(set)));
        return values;
    }

    private static Changes of(Map<Field<?>, Field<?>> values, Comparison comparison) {
        List<Condition> differences = new ArrayList<>();
        values.forEach((column, value) -> {
            if (comparison.includes(column)) {
                differences.add(comparable(column).isDistinctFrom(comparable(value)));
            }
        });
        return new Changes(new LinkedHashMap<>(values), DSL.or(differences), comparison.skipsUnchanged());
    }

    /** With audit columns: written where the row changes, and only there. */
    Changes withAudits(Map<Field<?>, Field<?>> audits) {
        Map<Field<?>, Field<?>> result = new LinkedHashMap<>(assignments);
        audits.forEach((column, value) -> result.put(column, skipsUnchanged ? value : ifChanged(column, value)));
        return new Changes(result, changed, skipsUnchanged);
    }

    /** With columns that are written whenever the row is. */
    Changes with(Map<Field<?>, Field<?>> always) {
        Map<Field<?>, Field<?>> result = new LinkedHashMap<>(assignments);
        result.putAll(always);
        return new Changes(result, changed, skipsUnchanged);
    }

    List<Condition> conditions() {
        return skipsUnchanged ? List.of(changed) : List.of();
    }

    private Field<?> ifChanged(Field<?> column, Field<?> value) {
        return DSL.when(changed, value.coerce(Object.class)).otherwise(column.coerce(Object.class));
    }

    private static Field<Object> comparable(Field<?> field) {
        Class<?> databaseType = field.getDataType().getConverter().fromType();
        boolean asText = databaseType == JSON.class || databaseType == XML.class;
        return (asText ? field.cast(SQLDataType.CLOB) : field).coerce(Object.class);
    }
}
