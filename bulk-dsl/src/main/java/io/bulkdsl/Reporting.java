// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.execute.Told;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** From what the server told to what the user asked. */
final class Reporting {

    static <E, X extends Record> Outcomes<E, X> of(Told<E> told, Projection<X> projection) {
        List<Record> all = all(told);
        List<X> values = values(all, told, projection);
        List<X> oldValues = oldValues(all, told, projection);
        List<Outcome<E, X>> outcomes = new ArrayList<>(told.rows().size());
        int from = 0;
        for (Told.Row<E> row : told.rows()) {
            int to = from + row.records().size();
            boolean wasThere = row.status() != Status.INSERTED;
            outcomes.add(new Outcome<>(
                    row.number(),
                    row.element(),
                    row.status(),
                    part(values, from, to),
                    wasThere ? part(oldValues, from, to) : List.of()));
            from = to;
        }
        return new Outcomes<>(
                List.copyOf(outcomes), values(told.removed(), told, projection), Totals.of(told.counts()));
    }

    /** Each row of the table that was written with the input row it belongs to; or of all input rows their rows. */
    static <E, X extends Record> List<Returned<E, X>> rows(Told<E> told, Projection<X> projection, boolean all) {
        List<X> values = values(all(told), told, projection);
        List<Returned<E, X>> result = new ArrayList<>(values.size());
        int from = 0;
        for (Told.Row<E> row : told.rows()) {
            int to = from + row.records().size();
            if (all || (!row.isFolded() && row.status().isWritten())) {
                values.subList(from, to)
                        .forEach(record -> result.add(new Returned<>(row.number(), row.element(), record)));
            }
            from = to;
        }
        return result;
    }

    private static List<Record> all(Told<?> told) {
        List<Record> all = new ArrayList<>(told.rows().size());
        told.rows().forEach(row -> all.addAll(row.records()));
        return all;
    }

    private static <X extends Record> List<X> values(List<Record> told, Told<?> all, Projection<X> projection) {
        return projection.fields().isEmpty()
                ? List.of()
                : projection.into(result(told, all.report().fields()));
    }

    private static <X extends Record> List<X> oldValues(List<Record> told, Told<?> all, Projection<X> projection) {
        return projection.fields().isEmpty() || !all.report().hasOld()
                ? List.of()
                : projection.into(result(told, all.report().fields())
                        .into(all.report().oldColumns().toArray(Field<?>[]::new)));
    }

    private static Result<Record> result(List<Record> records, List<Field<?>> fields) {
        Result<Record> result = DSL.using(SQLDialect.POSTGRES).newResult(fields.toArray(Field<?>[]::new));
        result.addAll(records);
        return result;
    }

    private static <X extends @Nullable Object> List<X> part(List<X> list, int from, int to) {
        if (list.isEmpty() || from == to) {
            return List.of();
        }
        return to == from + 1 ? List.of(list.get(from)) : List.copyOf(list.subList(from, to));
    }

    private Reporting() {}
}
