// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.source.CopyAccess;
import io.bulkdsl.internal.source.CopySource;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.DSLContext;

/** Brings rows to the server first where they go by COPY, and takes their table away afterwards; all or nothing. */
final class Staging {

    /** Works with the rows wherever they are. */
    static <E, X> X call(DSLContext ctx, Group<E> group, BiFunction<DSLContext, Group<E>, X> work) {
        return call(ctx, group, group.model().cells(), work);
    }

    /** The same with keys alone. */
    static <E, X> X callWithKeys(DSLContext ctx, Group<E> group, BiFunction<DSLContext, Group<E>, X> work) {
        return call(ctx, group, group.model().keys(), work);
    }

    private static <E, X> X call(
            DSLContext ctx, Group<E> group, List<? extends Cell<E>> cells, BiFunction<DSLContext, Group<E>, X> work) {
        if (group.choice(CopyAccess.of(ctx)).source() != RowSource.COPY) {
            return work.apply(ctx, group);
        }
        return Atomic.call(ctx, inner -> {
            IncomingTable table = CopySource.fill(
                    inner,
                    group.alias(),
                    cells,
                    group.model().keys(),
                    group.rows().iterator());
            X result = work.apply(inner, group.in(table));
            CopySource.drop(inner);
            return result;
        });
    }

    private Staging() {}
}
