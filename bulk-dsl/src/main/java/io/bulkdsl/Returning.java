// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.internal.execute.Statement;
import io.bulkdsl.internal.source.IncomingRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.conf.ParamType;
import org.jspecify.annotations.Nullable;

/**
 * A statement that hands back what it wrote, or as it was what it deleted: {@code … returning …}. For calling; made by {@code
 * BulkStatement.returning}.
 *
 * @param <E> an element, a row of the caller's
 * @param <X> a result record
 * @see <a href="https://www.postgresql.org/docs/current/dml-returning.html">PostgreSQL: Returning Data</a>
 */
public final class Returning<E, X extends Record> implements Supplier<ResultQuery<X>> {

    private final Statement<E> statement;
    private final Projection<X> projection;

    Returning(Statement<E> statement, Projection<X> projection) {
        this.statement = statement;
        this.projection = projection;
    }

    /**
     * Executes the statement. The records come in no particular order; no rows give an empty result without asking the
     * server.
     *
     * @throws io.bulkdsl.contract.InvalidRowException before any SQL runs, if a row can't be sent
     * @throws org.jooq.exception.DataAccessException if the server refuses
     */
    public Result<X> fetch(DSLContext ctx) {
        List<IncomingRow<E>> incoming = statement.read(ctx);
        return incoming.isEmpty()
                ? projection.into(ctx.newResult(projection.fields()))
                : projection.into(statement.fetch(ctx, incoming, projection.fields()));
    }

    /**
     * Executes the statement and tells which input row each record belongs to, in the order of the input. An input row
     * that matched nothing is absent; one that matched several rows of the table is there for each.
     *
     * @throws io.bulkdsl.contract.InvalidRowException before any SQL runs, if a row can't be sent
     * @throws org.jooq.exception.DataAccessException if the server refuses
     */
    public List<Returned<E, X>> fetchRows(DSLContext ctx) {
        List<IncomingRow<E>> incoming = statement.read(ctx);
        if (incoming.isEmpty()) {
            return List.of();
        }
        List<Field<?>> fields = new ArrayList<>(projection.fields());
        fields.add(statement.ordinal());
        Result<Record> result = statement.fetch(ctx, incoming, fields);
        return correlate(incoming, result, fields.size() - 1);
    }

    /**
     * jOOQ's own query, for CTEs, publishers and listeners. It renders for PostgreSQL and is executed by any context:
     * {@code ctx.fetch(query)}. Without rows it is a query that changes and returns nothing.
     */
    public ResultQuery<X> query() {
        return Rendering.attached(projection.coerce(statement.returning(statement.read(), projection.fields())));
    }

    /** The same as {@link #query()}, for what takes a supplier: {@code assertThat(statement)} of the testkit. */
    @Override
    public ResultQuery<X> get() {
        return query();
    }

    /** The SQL for PostgreSQL with {@code ?} for bind values; needs no database. */
    public String getSQL() {
        return query().getSQL();
    }

    /** The SQL for PostgreSQL, for example with {@link ParamType#INLINED} values; needs no database. */
    public String getSQL(ParamType params) {
        return query().getSQL(params);
    }

    /** The bind values, in the order of the {@code ?} in {@link #getSQL()}. */
    public List<@Nullable Object> getBindValues() {
        return query().getBindValues();
    }

    private List<Returned<E, X>> correlate(List<IncomingRow<E>> incoming, Result<Record> result, int ordinal) {
        Map<Integer, IncomingRow<E>> rowsByNumber =
                incoming.stream().collect(Collectors.toMap(IncomingRow::number, Function.identity()));
        Result<X> records = projection.into(result);
        List<Returned<E, X>> rows = new ArrayList<>(result.size());
        for (int i = 0; i < result.size(); i++) {
            IncomingRow<E> row = requireNonNull(rowsByNumber.get(result.get(i).get(ordinal, Integer.class)));
            rows.add(new Returned<>(row.number(), row.element(), records.get(i)));
        }
        rows.sort(Comparator.comparingInt(Returned::rowNumber));
        return rows;
    }
}
