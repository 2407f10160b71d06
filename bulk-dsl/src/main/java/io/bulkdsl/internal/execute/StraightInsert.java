// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.val;

import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.InsertModel.Overriding;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.model.Upserted;
import io.bulkdsl.internal.render.OwnName;
import io.bulkdsl.internal.render.StoredName;
import io.bulkdsl.internal.source.CopySource;
import io.bulkdsl.internal.source.IncomingRow;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;

/**
 * An insert that computes nothing and hands nothing back, as a COPY into the table itself:
 *
 * <pre>
 * copy book (isbn, title) from stdin
 * </pre>
 *
 * COPY knows neither rules nor views nor row-level security, and takes any value for an identity column that is generated
 * always, so these are looked for:
 *
 * <pre>
 * select relkind in ('r', 'p') and not relhasrules and not row_security_active(oid)
 *   and not exists (select from pg_attribute where attrelid = oid and attidentity = 'a' and attname in ('isbn', 'title'))
 * from pg_class where oid = 'book'::regclass
 * </pre>
 */
record StraightInsert<E>(InsertModel<?, E> model) {

    /** The bits of pg_trigger.tgtype: for each row, before, insert. */
    private static final int ROW_BEFORE_INSERT = 1 | 2 | 4;

    static <E> Optional<StraightInsert<E>> of(DSLContext ctx, StatementModel<E> model) {
        return model instanceof InsertModel<?, E> insert
                        && insert.isPlain()
                        && CopySource.canGoStraight(insert.cells())
                        && isPlainTable(ctx, insert)
                ? Optional.of(new StraightInsert<>(insert))
                : Optional.empty();
    }

    int execute(DSLContext ctx, Iterator<IncomingRow<E>> rows) {
        List<Name> columns =
                columns(model).map(column -> column.getUnqualifiedName()).toList();
        return Atomic.call(ctx, model, inner -> CopySource.into(inner, model.table(), columns, model.cells(), rows));
    }

    /**
     * Whether triggers may change new rows, or leave them out; those of partitions aren't looked for:
     *
     * <pre>
     * select relkind = 'p' or exists (select from pg_trigger where tgrelid = pg_class.oid and tgtype &amp; 7 = 7)
     * from pg_class where oid = 'book'::regclass
     * </pre>
     */
    boolean hasTriggersBefore(DSLContext ctx) {
        return ctx.fetchSingle(
                        "select relkind = 'p' or exists (select from pg_trigger where tgrelid = pg_class.oid and tgtype & {1} = {1})"
                                + " from pg_class where oid = {0}::regclass",
                        val(ctx.render(model.table())), inline(ROW_BEFORE_INSERT))
                .get(0, Boolean.class);
    }

    private static Stream<Field<?>> columns(InsertModel<?, ?> model) {
        return model.inserted().stream().map(Upserted::column);
    }

    /** COPY knows no aliases. */
    private static boolean isPlainTable(DSLContext ctx, InsertModel<?, ?> model) {
        String reference = ctx.render(model.table());
        return reference.equals(OwnName.in(ctx, model.table())) && takesCopies(ctx, reference, model);
    }

    private static boolean takesCopies(DSLContext ctx, String table, InsertModel<?, ?> model) {
        return ctx.fetchSingle(
                        "select relkind in ('r', 'p') and not relhasrules and not row_security_active(oid)"
                                + " and ({1} or not exists (select from pg_attribute where attrelid = oid and attidentity = 'a' and attname in ({2})))"
                                + " from pg_class where oid = {0}::regclass",
                        val(table),
                        inline(model.overriding() == Overriding.SYSTEM_VALUE),
                        list(columns(model)
                                .map(column -> val(StoredName.in(ctx, column)))
                                .toList()))
                .get(0, Boolean.class);
    }
}
