// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import static org.jooq.impl.DSL.inline;

import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.model.Upserted;
import io.bulkdsl.internal.source.CopySource;
import io.bulkdsl.internal.source.IncomingRow;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.CustomQueryPart;

/**
 * An insert that computes nothing and hands nothing back, as a COPY into the table itself:
 *
 * <pre>
 * copy book (isbn, title) from stdin
 * </pre>
 *
 * COPY knows neither rules nor views nor row-level security, so these are looked for:
 *
 * <pre>
 * select relkind in ('r', 'p') and not relhasrules and not row_security_active(oid) from pg_class where oid = 'book'::regclass
 * </pre>
 */
record StraightInsert<E>(InsertModel<?, E> model) {

    static <E> Optional<StraightInsert<E>> of(DSLContext ctx, StatementModel<E> model) {
        return model instanceof InsertModel<?, E> insert
                        && insert.isPlain()
                        && CopySource.canGoStraight(insert.cells())
                        && isPlainTable(ctx, insert.table())
                ? Optional.of(new StraightInsert<>(insert))
                : Optional.empty();
    }

    int execute(DSLContext ctx, Iterator<IncomingRow<E>> rows) {
        List<Name> columns = model.inserted().stream()
                .map(Upserted::column)
                .map(column -> column.getUnqualifiedName())
                .toList();
        return Atomic.call(ctx, inner -> CopySource.into(inner, model.table(), columns, model.cells(), rows));
    }

    private static boolean isPlainTable(DSLContext ctx, Table<?> table) {
        String reference = ctx.render(table);
        String declaration = ctx.render(
                CustomQueryPart.of(context -> context.declareTables(true, declaring -> declaring.visit(table))));
        return reference.equals(declaration)
                && ctx.fetchSingle(
                                "select relkind in ('r', 'p') and not relhasrules and not row_security_active(oid) from pg_class where oid = {0}::regclass",
                                inline(reference))
                        .into(Boolean.class);
    }
}
