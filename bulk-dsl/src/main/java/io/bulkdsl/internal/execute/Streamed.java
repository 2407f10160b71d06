// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.refusal.Refusal;
import io.bulkdsl.internal.source.CopySource;
import io.bulkdsl.internal.source.DuplicateRows;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.watch.Watching;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record2;

/**
 * Rows that are copied as they are read, however many they are; none is kept. Which have the same key is for the server
 * to find:
 *
 * <pre>
 * select min(row_number), max(row_number) from (…) as incoming group by isbn having count(*) > 1 order by min(row_number) limit 1
 * </pre>
 *
 * where they are refused, and otherwise the first or last of each are taken:
 *
 * <pre>
 * (select distinct on (isbn) … from (…) as incoming order by isbn, row_number [desc]) as incoming
 * </pre>
 */
record Streamed<E>(Definition<E> definition, Iterator<IncomingRow<E>> rows) {

    /** Whether rows of a definition need not be looked at together, or more than once. */
    static boolean isPossible(Definition<?> definition) {
        StatementModel<?> model = definition.model();
        return definition.execution().isOneQuery()
                && (!model.matchesByEquality() || model.duplicates() != Duplicates.FOLD)
                && model.cells().stream().allMatch(cell -> cell.incoming().isAlwaysGiven());
    }

    /**
     * Returns how many rows of the table were written.
     *
     * @param again the rows, if an error is to be explained by them
     */
    int execute(DSLContext ctx, Supplier<List<IncomingRow<E>>> again) {
        StatementModel<E> model = definition.model();
        Watching.by(ctx, RowSource.COPY);
        return Refusal.explained(model, RowSource.COPY, false, again, () -> StraightInsert.of(ctx, model)
                .map(insert -> insert.execute(ctx, rows))
                .orElseGet(() -> Staging.copied(ctx, model, model.cells(), rows, this::write)));
    }

    private int write(DSLContext ctx) {
        StatementModel<E> model = definition.model();
        IncomingTable all = CopySource.open(IncomingTable.aliasFor(model.table()), model.cells(), model.keys());
        return ctx.execute(definition.execution().renderer().render(settled(ctx, all)));
    }

    private IncomingTable settled(DSLContext ctx, IncomingTable all) {
        StatementModel<E> model = definition.model();
        if (!model.matchesByEquality() || model.keys().isEmpty()) {
            return all;
        }
        List<Field<?>> keys = definition.equality().compared(ctx, model, all);
        if (model.duplicates() == Duplicates.FAIL) {
            refuse(ctx, all, keys);
            return all;
        }
        List<Field<?>> columns = new ArrayList<>();
        columns.add(all.ordinal());
        model.cells().forEach(cell -> columns.add(all.field(cell.incoming())));
        return all.as(select(columns)
                .distinctOn(keys)
                .from(all.table())
                .orderBy(order(all, keys, model.duplicates()))
                .asTable());
    }

    private void refuse(DSLContext ctx, IncomingTable all, List<Field<?>> keys) {
        Record2<Integer, Integer> same = ctx.select(min(all.ordinal()), max(all.ordinal()))
                .from(all.table())
                .groupBy(keys)
                .having(count().gt(1))
                .orderBy(min(all.ordinal()))
                .limit(1)
                .fetchOne();
        if (same != null) {
            throw DuplicateRows.refusal(definition.model(), same.value1(), same.value2());
        }
    }

    private static List<OrderField<?>> order(IncomingTable all, List<Field<?>> keys, Duplicates policy) {
        List<OrderField<?>> order = new ArrayList<>(keys);
        order.add(policy == Duplicates.LAST ? all.ordinal().desc() : all.ordinal());
        return order;
    }
}
