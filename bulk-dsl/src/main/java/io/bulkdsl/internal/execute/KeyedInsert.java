// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.unnest;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.render.NextValue;
import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.source.IncomingRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Identity;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * An insert that hands back nothing but generated keys, as a COPY into the table itself. The keys are drawn before, from where
 * the database would draw them:
 *
 * <pre>
 * select row_number, 'INSERTED', nextval((select coalesce(pg_get_serial_sequence('book', 'id'), …)::regclass)) from unnest(?) as rows (row_number)
 * copy book (isbn, title, id) from stdin
 * </pre>
 *
 * A trigger could give rows other keys, or leave them out, and nobody would tell.
 *
 * @param insert by what the rows are copied
 * @param key the column of the generated keys
 */
record KeyedInsert<E, T>(StraightInsert<E> insert, Field<T> key, Report report) {

    static <E> Optional<KeyedInsert<E, ?>> of(DSLContext ctx, StatementModel<E> model, Report report) {
        return model instanceof InsertModel<?, E> insert
                ? generatedKey(insert)
                        .filter(key -> report.newColumns().equals(List.of(key)))
                        .flatMap(key -> of(ctx, insert, key, report))
                : Optional.empty();
    }

    private static <E, T> Optional<KeyedInsert<E, T>> of(
            DSLContext ctx, InsertModel<?, E> model, Field<T> key, Report report) {
        return StraightInsert.of(ctx, model.withDrawn(key))
                .filter(insert -> !insert.hasTriggersBefore(ctx))
                .map(insert -> new KeyedInsert<>(insert, key, report));
    }

    /** All of the primary key, and not given. */
    private static Optional<Field<?>> generatedKey(InsertModel<?, ?> model) {
        UniqueKey<?> primary = model.table().getPrimaryKey();
        Identity<?, ?> identity = model.table().getIdentity();
        if (primary == null || identity == null || !primary.getFields().equals(List.of(identity.getField()))) {
            return Optional.empty();
        }
        return Optional.<Field<?>>ofNullable(model.table().field(identity.getField()))
                .filter(key ->
                        model.inserted().stream().noneMatch(set -> set.column().equals(key)));
    }

    Result<Record> execute(DSLContext ctx, List<IncomingRow<E>> rows) {
        Field<Integer> number = field(name("row_number"), SQLDataType.INTEGER);
        Integer[] numbers = rows.stream().map(IncomingRow::number).toArray(Integer[]::new);
        Result<Record> told = report.fetch(
                ctx,
                DSL.select(List.of(
                                number,
                                Report.status(Status.INSERTED),
                                NextValue.of(insert.model().table(), key)))
                        .from(unnest(numbers).as("rows", "row_number")));
        insert.execute(ctx, withKeys(rows, told));
        return told;
    }

    private static <E> Iterator<IncomingRow<E>> withKeys(List<IncomingRow<E>> rows, Result<Record> told) {
        Map<Integer, @Nullable Object> keys = new HashMap<>(rows.size() * 2);
        told.forEach(each -> keys.put(Report.rowNumberOf(each), each.get(Report.FIRST_VALUE)));
        return rows.stream()
                .map(row -> {
                    List<@Nullable Object> values = new ArrayList<>(row.values().size() + 1);
                    values.addAll(row.values());
                    values.add(keys.get(row.number()));
                    return new IncomingRow<>(row.number(), row.element(), values);
                })
                .iterator();
    }
}
