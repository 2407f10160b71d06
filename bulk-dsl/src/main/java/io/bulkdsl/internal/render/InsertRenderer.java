// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.resultQuery;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.table;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.Upserted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.InsertReturningStep;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The insert:
 *
 * <pre>
 * insert into book (isbn, title) [overriding system value]
 * select incoming.isbn, incoming.title from (values (?, ?), (?, ?)) as incoming (isbn, title)
 * [on conflict do nothing]
 * [returning …]
 * </pre>
 *
 * INSERT can't return what it selects from, so for outcomes the rows carry an identity that is known before, see {@link
 * NewIdentity}:
 *
 * <pre>
 * with incoming as (select incoming.*, nextval((select coalesce(pg_get_serial_sequence('book', 'id'), …)::regclass)) as target_1 from (values …) as incoming (…)),
 *      inserted as (insert into book (id, isbn, title) overriding system value select incoming.target_1, … from incoming
 *                   returning book.id as target_1, …)
 * select [distinct on (inserted.target_1)] …, 'INSERTED', … from inserted left join incoming on inserted.target_1 = incoming.target_1
 * [order by inserted.target_1, incoming.row_number]
 * </pre>
 */
public record InsertRenderer<R extends Record, E>(InsertModel<R, E> model) implements StatementRenderer {

    /** What the server's error says where a trigger gave a new row another key; see {@link ChangedKey}. */
    public static final String CHANGED_KEY = "bulk-dsl: a trigger changed the key of a new row";

    private static final Name INSERTED = name("inserted");

    /** A table needs a column, also where all columns get their defaults. */
    @Override
    public boolean needsOrdinal() {
        return model.cells().isEmpty();
    }

    @Override
    public RowCountQuery render(IncomingTable rows) {
        return isPlain() ? plain(rows) : query("{0}", insert(rows, null));
    }

    @Override
    public ResultQuery<Record> render(IncomingTable rows, Collection<? extends Field<?>> returning) {
        return isPlain()
                ? plain(rows).returningResult(returning)
                : resultQuery("{0} returning {1}", insert(rows, null), list(returning))
                        .coerce(returning.toArray(Field<?>[]::new));
    }

    @Override
    public ResultQuery<Record> outcomes(IncomingTable rows, Report report) {
        NewIdentity identity = NewIdentity.of(model);
        IncomingTable incoming = Inserted.asIncoming(rows);
        List<QueryPart> returned = new ArrayList<>(identity.returned());
        returned.addAll(report.declaredNew());
        ResultQuery<Record> insert = resultQuery("{0} returning {1}", insert(incoming, identity), list(returned));
        List<Field<?>> key = identity.target().of(INSERTED);
        List<Field<?>> order = new ArrayList<>(key);
        order.add(incoming.ordinal());
        List<Field<?>> columns = new ArrayList<>();
        columns.add(identity.rowNumber(INSERTED, incoming));
        columns.add(Report.status(Status.INSERTED));
        columns.addAll(report.newValuesIn(INSERTED));
        var with = DSL.with(identity.incoming(rows), INSERTED.as(insert));
        var told = (identity.mayRepeat() ? with.select(columns).distinctOn(key) : with.select(columns))
                .from(table(INSERTED))
                .leftJoin(incoming.table())
                .on(DSL.and(identity.same(INSERTED, incoming)));
        return identity.mayRepeat() ? told.orderBy(order) : told;
    }

    @Override
    public Status untold() {
        return Status.CONFLICT;
    }

    /** jOOQ has no word for overriding and for all defaults, and leaves read-only columns out. */
    private boolean isPlain() {
        return model.overriding() == InsertModel.Overriding.NOTHING
                && !model.inserted().isEmpty()
                && model.inserted().stream()
                        .noneMatch(set -> set.column().getDataType().readonly());
    }

    /** The same as by a template, whose text jOOQ makes once more, to find out what kind of statement it is. */
    private InsertReturningStep<R> plain(IncomingTable rows) {
        InsertOnDuplicateStep<R> insert = DSL.insertInto(
                        model.table(),
                        model.inserted().stream().map(Upserted::column).toList())
                .select(select(model.inserted().stream()
                                .map(set -> set.inserted(rows))
                                .toList())
                        .from(rows.table()));
        return model.doNothing() ? insert.onConflictDoNothing() : insert;
    }

    private QueryPart insert(IncomingTable rows, @Nullable NewIdentity identity) {
        List<Name> columns = new ArrayList<>();
        List<Field<?>> values = new ArrayList<>();
        if (identity != null) {
            identity.target().columns().forEach(column -> columns.add(column.getUnqualifiedName()));
            values.addAll(identity.target().of(rows.alias()));
        }
        for (Upserted<E> set : model.inserted()) {
            if (identity == null || !identity.includes(set.column())) {
                columns.add(set.column().getUnqualifiedName());
                values.add(set.inserted(rows));
            }
        }
        return sql(
                template(columns.isEmpty(), identity != null && identity.drawsIdentity()),
                CustomQueryPart.of(ctx -> ctx.declareTables(true, declaring -> declaring.visit(model.table()))),
                list(columns),
                columns.isEmpty()
                        ? select(field("")).from(rows.table())
                        : select(values).from(rows.table()));
    }

    private String template(boolean allDefaults, boolean drawn) {
        String overriding =
                switch (model.overriding()) {
                    case NOTHING -> drawn ? "overriding system value " : "";
                    case SYSTEM_VALUE -> "overriding system value ";
                    case USER_VALUE -> drawn ? "overriding system value " : "overriding user value ";
                };
        return "insert into {0} " + (allDefaults ? "" : "({1}) ") + overriding + "{2}"
                + (model.doNothing() ? " on conflict do nothing" : "");
    }
}
