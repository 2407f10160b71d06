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
 * {@code … returning …}: a statement that hands back the rows it wrote, as they are after it, and those it deleted, as they
 * were. Columns that are null are null in the records. For calling; made by {@link BulkStatement#returning(Field)
 * BulkStatement.returning}.
 *
 * @param <E> an element, a row of the caller's
 * @param <X> a result record
 * @see <a href="https://www.postgresql.org/docs/current/dml-returning.html">PostgreSQL: Returning Data</a>
 * @since 0.1
 */
public final class Returning<E, X extends Record> implements Supplier<ResultQuery<X>> {

    private final Work<E> statement;
    private final Projection<X> projection;

    Returning(Work<E> statement, Projection<X> projection) {
        this.statement = statement;
        this.projection = projection;
    }

    /**
     * Executes the statement and hands the rows back that it wrote: {@code … returning …}. The records come in no
     * particular order; no rows give an empty result without asking the server. getOrCreate hands back those that were
     * there too, a sync those it removed.
     *
     * @throws io.bulkdsl.contract.InvalidRowException before any SQL runs, if a row can't be sent
     * @throws IllegalStateException if the context has no JDBC connection; if a sync would create or leave a row
     *     outside its scope, which is undone
     * @throws org.jooq.exception.DataChangedException if a version is stale; nothing has changed then
     * @throws io.bulkdsl.contract.SyncRefusedException if a sync would remove more than its guard allows; nothing has
     *     changed then
     * @throws io.bulkdsl.contract.BulkException if the server refuses; nothing has changed then, unless it is an {@link
     *     io.bulkdsl.contract.UncertainCommitException}
     */
    public Result<X> fetch(DSLContext ctx) {
        return projection.into(statement.in(ctx).fetch(ctx, projection.fields()));
    }

    /**
     * Executes the statement and tells which input row each record belongs to, in the order of the input: by a number
     * that travels with the rows, or by their key, never by position. An input row that matched nothing is absent; one
     * that matched several rows of the table is there for each.
     *
     * @throws io.bulkdsl.contract.InvalidRowException before any SQL runs, if a row can't be sent
     * @throws IllegalStateException if the context has no JDBC connection; if the table needs a primary key to tell
     *     which row belongs to which, and has none; if a sync would create or leave a row outside its scope, which is
     *     undone
     * @throws org.jooq.exception.DataChangedException if a version is stale; nothing has changed then
     * @throws io.bulkdsl.contract.SyncRefusedException if a sync would remove more than its guard allows; nothing has
     *     changed then
     * @throws io.bulkdsl.contract.BulkException if the server refuses; nothing has changed then, unless it is an {@link
     *     io.bulkdsl.contract.UncertainCommitException}
     */
    public List<Returned<E, X>> fetchRows(DSLContext ctx) {
        return Reporting.rows(
                statement.in(ctx).orStale(ctx, projection.fields()), projection, statement.handsBackAll());
    }

    /**
     * Executes the statement and tells what became of each input row, with the values asked for: as they are after the
     * statement, of deleted rows as they were. Of unchanged rows they are what the statement saw; a row that another
     * transaction has inserted meanwhile, and that didn't have to change, has none. A stale version is told, and the
     * other rows are written.
     *
     * @throws io.bulkdsl.contract.InvalidRowException before any SQL runs, if a row can't be sent
     * @throws IllegalStateException if the context has no JDBC connection; if the table needs a primary key to tell
     *     which row belongs to which, and has none; if a sync would create or leave a row outside its scope, which is
     *     undone
     * @throws io.bulkdsl.contract.SyncRefusedException if a sync would remove more than its guard allows; nothing has
     *     changed then
     * @throws io.bulkdsl.contract.BulkException if the server refuses; nothing has changed then, unless it is an {@link
     *     io.bulkdsl.contract.UncertainCommitException}
     */
    public Outcomes<E, X> fetchOutcomes(DSLContext ctx) {
        return Reporting.of(statement.in(ctx).outcomes(ctx, projection.fields(), false), projection);
    }

    /**
     * As {@link #fetchOutcomes} with the values before the statement too, see {@link Outcome#oldRecords()}. From
     * PostgreSQL 18 on they are returned by the statement itself ({@code returning old.…}); before, the rows are locked
     * and read first ({@code … for no key update}), and a row that another transaction has inserted meanwhile has no
     * old values.
     *
     * @throws IllegalArgumentException if something else than columns of the table is asked for
     * @throws IllegalStateException as {@link #fetchOutcomes}; before PostgreSQL 18 also of an update whose table has
     *     no primary key, and of an upsert that locks in key order
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
     * {@code ctx.fetch(query)}. Without rows it is a query that changes and returns nothing. What {@link #fetch} does
     * around it isn't part of it, see {@link BulkStatement#query()}.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent
     * @throws IllegalStateException if it isn't one query for these rows: a sync, rows that set different columns; or
     *     if COPY is wished for
     */
    public ResultQuery<X> query() {
        List<ResultQuery<Record>> queries = statement.returning(projection.fields());
        if (queries.size() != 1) {
            throw new IllegalStateException(statement.description() + " is " + queries.size()
                    + " statements for these rows; fetch what they return");
        }
        return Rendering.attached(projection.coerce(queries.get(0)));
    }

    /** As {@link #query()}, for what takes a supplier: {@code assertThat(statement)} of the testkit. */
    @Override
    public ResultQuery<X> get() {
        return query();
    }

    /**
     * The SQL of {@link #query()} for PostgreSQL with {@code ?} for bind values; needs no database.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent
     * @throws IllegalStateException as {@link #query()}
     */
    public String getSQL() {
        return query().getSQL();
    }

    /**
     * The SQL of {@link #query()} for PostgreSQL, for example with {@link ParamType#INLINED} values; needs no database.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent
     * @throws IllegalStateException as {@link #query()}
     */
    public String getSQL(ParamType params) {
        return query().getSQL(params);
    }

    /**
     * The bind values of {@link #query()}, in the order of the {@code ?} in {@link #getSQL()}; null where null is sent.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent
     * @throws IllegalStateException as {@link #query()}
     */
    public List<@Nullable Object> getBindValues() {
        return query().getBindValues();
    }
}
