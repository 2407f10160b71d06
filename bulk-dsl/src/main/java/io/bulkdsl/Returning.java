// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.internal.execute.Work;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.TableField;
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

    private final Work<E> statement;
    private final Projection<X> projection;

    Returning(Work<E> statement, Projection<X> projection) {
        this.statement = statement;
        this.projection = projection;
    }

    /**
     * Executes the statement. The records come in no particular order; no rows give an empty result without asking the
     * server.
     *
     * @throws io.bulkdsl.contract.InvalidRowException before any SQL runs, if a row can't be sent
     * @throws io.bulkdsl.contract.BulkException if the server refuses
     */
    public Result<X> fetch(DSLContext ctx) {
        return projection.into(statement.in(ctx).fetch(ctx, projection.fields()));
    }

    /**
     * Executes the statement and tells which input row each record belongs to, in the order of the input. An input row
     * that matched nothing is absent; one that matched several rows of the table is there for each.
     *
     * @throws io.bulkdsl.contract.InvalidRowException before any SQL runs, if a row can't be sent
     * @throws io.bulkdsl.contract.BulkException if the server refuses
     */
    public List<Returned<E, X>> fetchRows(DSLContext ctx) {
        return Reporting.rows(
                statement.in(ctx).orStale(ctx, projection.fields()), projection, statement.handsBackAll());
    }

    /**
     * Executes the statement and tells what became of each input row, with the values asked for: as they are after the
     * statement, of deleted rows as they were. Of unchanged rows they are what the statement saw; a row that another
     * transaction has inserted meanwhile, and that didn't have to change, has none.
     *
     * @throws io.bulkdsl.contract.InvalidRowException before any SQL runs, if a row can't be sent
     * @throws io.bulkdsl.contract.BulkException if the server refuses; nothing has changed then
     */
    public Outcomes<E, X> fetchOutcomes(DSLContext ctx) {
        return Reporting.of(statement.in(ctx).outcomes(ctx, projection.fields(), false), projection);
    }

    /**
     * The same with the values before the statement too, see {@link Outcome#oldRecords()}. From PostgreSQL 18 on they are
     * returned by the statement itself ({@code returning old.…}); before, the rows are locked and read first, and a row that
     * another transaction has inserted meanwhile has no old values. An update needs the table's primary key for that.
     *
     * @throws IllegalArgumentException if something else than columns of the table is asked for
     * @see <a href="https://www.postgresql.org/docs/current/dml-returning.html">PostgreSQL: Returning Data</a>
     */
    public Outcomes<E, X> fetchOutcomesWithOld(DSLContext ctx) {
        for (Field<?> field : projection.fields()) {
            if (!(field instanceof TableField)) {
                throw new IllegalArgumentException("old values are of columns, and " + field + " is an expression");
            }
        }
        return Reporting.of(statement.in(ctx).outcomes(ctx, projection.fields(), true), projection);
    }

    /**
     * jOOQ's own query, for CTEs, publishers and listeners. It renders for PostgreSQL and is executed by any context:
     * {@code ctx.fetch(query)}. Without rows it is a query that changes and returns nothing.
     */
    public ResultQuery<X> query() {
        List<ResultQuery<Record>> queries = statement.returning(projection.fields());
        if (queries.size() != 1) {
            throw new IllegalStateException(statement.description() + " is " + queries.size()
                    + " statements for these rows; fetch what they return");
        }
        return Rendering.attached(projection.coerce(queries.get(0)));
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
}
