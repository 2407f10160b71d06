// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Experimental;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.batch.Batches;
import io.bulkdsl.internal.execute.Work;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Record4;
import org.jooq.Record5;
import org.jooq.Record6;
import org.jooq.Record7;
import org.jooq.Record8;
import org.jooq.RowCountQuery;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jspecify.annotations.Nullable;

/**
 * A definition together with rows: ready to be rendered, executed, or handed to jOOQ. For calling; made by {@code
 * rows(…)} of a definition.
 *
 * <p>Each method reads the rows anew; those of a Stream or an Iterator can be read once.
 *
 * @param <E> an element, a row of the caller's
 * @since 0.1
 */
public sealed class BulkStatement<E> implements Supplier<RowCountQuery> permits SyncStatement {

    private final Work<E> statement;

    BulkStatement(Work<E> statement) {
        this.statement = statement;
    }

    /**
     * Executes the statement, in the context's transaction if it is in one. All rows have their effect or none has. No
     * rows are nothing to do: 0, without asking the server. Of a Stream or an Iterator, and of a plain insert, many
     * rows are copied while they are read, and none is kept; the manual says when, under "Row sources".
     *
     * @return how many rows of the table were written: updated, inserted or deleted
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent; nothing is written then
     * @throws IllegalArgumentException before any SQL runs, if by {@link RowSource#VALUES} the rows need more than the
     *     65,535 bind values that a statement carries
     * @throws IllegalStateException if the context has no JDBC connection, or the row source wished for can't be used;
     *     if operators other than equality meet a table without a primary key; if a sync would create or leave a row
     *     outside its scope, which is undone
     * @throws org.jooq.exception.DataChangedException if a version is stale; nothing has changed then
     * @throws io.bulkdsl.contract.SyncRefusedException if a sync would remove more than its guard allows; nothing has
     *     changed then
     * @throws io.bulkdsl.contract.BulkException if the server refuses; nothing has changed then, unless it is an {@link
     *     io.bulkdsl.contract.UncertainCommitException}
     */
    public final int execute(DSLContext ctx) {
        return statement.in(ctx).execute(ctx);
    }

    /**
     * {@code from (values …)}, {@code from unnest(…)} or {@code copy … from stdin}: says how the rows travel. The
     * default is {@link RowSource#AUTO}, or what the configuration prefers.
     *
     * @throws IllegalStateException when the statement is rendered or executed, if that source can't carry a column's
     *     type; there is no silent way round
     */
    public final BulkStatement<E> via(RowSource source) {
        return new BulkStatement<>(statement.via(requireNonNull(source, "source")));
    }

    /**
     * Tells how {@link #execute} would send the rows, and why: {@code UNNEST: 1,000 rows of 2 values, 50 rows or more
     * but fewer than 30,000 values}. Reads the rows and writes nothing; a line for each group of them, where they set
     * different columns. The text is for people and may change.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent
     */
    public final String explain(DSLContext ctx) {
        return statement.in(ctx).explain(ctx);
    }

    /**
     * {@code with found as (select … from book, incoming where … order by … for no key update of book) update book …
     * from found}: takes locks in the order of the keys, so that statements which do so on the same key columns, named
     * in the same order, never wait for each other in a circle: no deadlock. In batches too, where each is committed.
     * Without it rows come in key order as well, but the server may choose a plan that locks in another.
     *
     * <p>So do updates and deletes. An upsert by ON CONFLICT goes in key order by nature, and is the same with and
     * without. A sync, whose missing rows have no order, takes the table: {@code lock table … in share row exclusive
     * mode}, so that others read but don't write until the transaction ends.
     *
     * @throws IllegalStateException if the statement can't: inserts (which have no key), operators other than equality,
     *     upserts that ON CONFLICT can't do, keys that aren't unique in a table without a primary key; when it is
     *     executed, rows that set different columns, batches in one transaction or with {@code onReject}, and old
     *     values of upserts before PostgreSQL 18
     * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS">PostgreSQL:
     *     Deadlocks</a>
     */
    public final BulkStatement<E> lockInKeyOrder() {
        return new BulkStatement<>(statement.lockingInKeyOrder());
    }

    /**
     * The rows in portions, each by the same SQL in a transaction and on a connection of its own, several at a time.
     * For more rows than one connection can write in the time there is; see {@link ParallelStatement}.
     *
     * @param connections how many; as many portions are made
     * @throws IllegalArgumentException if there are fewer than one
     * @throws IllegalStateException if rows with different keys may match the same row of the table, since an operator
     *     is no equality; or if this is a sync, which is one transaction
     */
    @Experimental
    public final ParallelStatement<E> parallel(int connections) {
        return new ParallelStatement<>(statement.parallel(connections));
    }

    /**
     * The rows batch by batch, each by the same SQL: for jobs that run long and must let others have their turn, and
     * for more rows than fit into memory. See {@link BatchedStatement}.
     *
     * @param rows of a batch, at most
     * @throws IllegalArgumentException if there are fewer than one
     * @throws IllegalStateException if rows with different keys may match the same row of the table, since an operator
     *     is no equality; or if this is a sync, which has to see all rows together
     */
    public final BatchedStatement<E> batchSize(int rows) {
        return new BatchedStatement<>(Batches.of(statement, rows));
    }

    /**
     * jOOQ's own query, for {@code ctx.batch}, CTEs, publishers and listeners. It renders for PostgreSQL and is
     * executed by any context: {@code ctx.execute(query)}. Without rows it is a query that changes nothing. COPY isn't
     * part of a query: without a wish the rows go as values or arrays.
     *
     * <p>What {@link #execute} does around its query isn't part of it: keys that only the server's equality finds the
     * same aren't seen, a stale version is no error, {@code keyNotUnique()} doesn't lock, errors are jOOQ's.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent
     * @throws IllegalStateException if it isn't one query for these rows, see {@link #queries()}; or if {@link
     *     RowSource#COPY} is wished for
     */
    public final RowCountQuery query() {
        List<RowCountQuery> queries = queries();
        if (queries.size() != 1) {
            throw new IllegalStateException(statement.description() + " is " + queries.size()
                    + " statements for these rows; execute it, or see queries()");
        }
        return queries.get(0);
    }

    /**
     * As {@link #query()} where there may be several: a sync is two, and rows that set different columns go by
     * different ones. {@code execute} runs them all or none. A sync's guards aren't part of them, nor is the refusal of
     * rows outside its scope.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent
     * @throws IllegalStateException if {@link RowSource#COPY} is wished for
     */
    public final List<RowCountQuery> queries() {
        return statement.queries().stream().map(Rendering::attached).toList();
    }

    /**
     * Executes the statement and tells what became of each input row.
     *
     * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
     * <pre>{@code
     * Outcomes<Delivery, Record> outcomes = RESTOCK.rows(deliveries).fetchOutcomes(ctx);
     * outcomes.stream()
     *         .filter(outcome -> outcome.status() == NOT_FOUND)
     *         .forEach(outcome -> unknown.add(outcome.element().isbn()));
     * }</pre>
     *
     * <p>The SQL may be more than {@link #query()}, since it also tells of rows that aren't written. Several
     * statements, where it takes several, run all or none. A stale version is no error here: it is told, and the other
     * rows are written. The values of rows are for {@link #returning(Field) returning} to add.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent; nothing is written then
     * @throws IllegalStateException if the context has no JDBC connection; if it can't be told which rows of an insert,
     *     or of an update by operators other than equality, belong together, since the table has no primary key; if a
     *     sync would create or leave a row outside its scope, which is undone
     * @throws io.bulkdsl.contract.SyncRefusedException if a sync would remove more than its guard allows; nothing has
     *     changed then
     * @throws io.bulkdsl.contract.BulkException if the server refuses; nothing has changed then, unless it is an {@link
     *     io.bulkdsl.contract.UncertainCommitException}
     */
    public final Outcomes<E, Record> fetchOutcomes(DSLContext ctx) {
        Projection<Record> none = Projection.of(List.of());
        return Reporting.of(statement.in(ctx).outcomes(ctx, none.fields(), false), none);
    }

    /** As {@link #query()}, for what takes a supplier: {@code assertThat(statement)} of the testkit. */
    @Override
    public final RowCountQuery get() {
        return query();
    }

    /**
     * The SQL of {@link #query()} for PostgreSQL with {@code ?} for bind values; needs no database.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent
     * @throws IllegalStateException as {@link #query()}
     */
    public final String getSQL() {
        return query().getSQL();
    }

    /**
     * The SQL of {@link #query()} for PostgreSQL, for example with {@link ParamType#INLINED} values; needs no database.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent
     * @throws IllegalStateException as {@link #query()}
     */
    public final String getSQL(ParamType params) {
        return query().getSQL(params);
    }

    /**
     * The bind values of {@link #query()}, in the order of the {@code ?} in {@link #getSQL()}; null where null is sent.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent
     * @throws IllegalStateException as {@link #query()}
     */
    public final List<@Nullable Object> getBindValues() {
        return query().getBindValues();
    }

    /**
     * {@code … returning a, b, …}: any number of columns, or expressions over them, of the rows that are written
     * (getOrCreate: of all). Nothing is sent before {@link Returning#fetch} or one of its like.
     *
     * @throws IllegalArgumentException if there are none
     */
    public final Returning<E, Record> returning(Collection<? extends Field<?>> fields) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(
                    "returning(…) needs a column; returning(TABLE.fields()) returns all of a table's");
        }
        return new Returning<>(statement, Projection.of(List.copyOf(fields)));
    }

    /**
     * {@code … returning a, b, …}: more columns than have a type of their own below.
     *
     * @throws IllegalArgumentException if there are none
     */
    public final Returning<E, Record> returning(Field<?>... fields) {
        return returning(List.of(fields));
    }

    /** {@code … returning …} all columns of a table, as its records. */
    public final <X extends Record> Returning<E, X> returning(Table<X> table) {
        return new Returning<>(statement, Projection.of(table));
    }

    /** {@code … returning f1}: one column, with its type. */
    public final <T1 extends @Nullable Object> Returning<E, Record1<T1>> returning(Field<T1> f1) {
        return new Returning<>(statement, Projection.of(f1));
    }

    /** {@code … returning f1, f2}: two columns, each with its type. */
    public final <T1 extends @Nullable Object, T2 extends @Nullable Object> Returning<E, Record2<T1, T2>> returning(
            Field<T1> f1, Field<T2> f2) {
        return new Returning<>(statement, Projection.of(f1, f2));
    }

    /** {@code … returning f1, f2, f3}: three columns, each with its type. */
    public final <T1 extends @Nullable Object, T2 extends @Nullable Object, T3 extends @Nullable Object>
            Returning<E, Record3<T1, T2, T3>> returning(Field<T1> f1, Field<T2> f2, Field<T3> f3) {
        return new Returning<>(statement, Projection.of(f1, f2, f3));
    }

    /** {@code … returning f1, …, f4}: four columns, each with its type. */
    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object>
            Returning<E, Record4<T1, T2, T3, T4>> returning(Field<T1> f1, Field<T2> f2, Field<T3> f3, Field<T4> f4) {
        return new Returning<>(statement, Projection.of(f1, f2, f3, f4));
    }

    /** {@code … returning f1, …, f5}: five columns, each with its type. */
    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object>
            Returning<E, Record5<T1, T2, T3, T4, T5>> returning(
                    Field<T1> f1, Field<T2> f2, Field<T3> f3, Field<T4> f4, Field<T5> f5) {
        return new Returning<>(statement, Projection.of(f1, f2, f3, f4, f5));
    }

    /** {@code … returning f1, …, f6}: six columns, each with its type. */
    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object>
            Returning<E, Record6<T1, T2, T3, T4, T5, T6>> returning(
                    Field<T1> f1, Field<T2> f2, Field<T3> f3, Field<T4> f4, Field<T5> f5, Field<T6> f6) {
        return new Returning<>(statement, Projection.of(f1, f2, f3, f4, f5, f6));
    }

    /** {@code … returning f1, …, f7}: seven columns, each with its type. */
    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object>
            Returning<E, Record7<T1, T2, T3, T4, T5, T6, T7>> returning(
                    Field<T1> f1, Field<T2> f2, Field<T3> f3, Field<T4> f4, Field<T5> f5, Field<T6> f6, Field<T7> f7) {
        return new Returning<>(statement, Projection.of(f1, f2, f3, f4, f5, f6, f7));
    }

    /** {@code … returning f1, …, f8}: eight columns, each with its type. */
    public final <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object,
                    T8 extends @Nullable Object>
            Returning<E, Record8<T1, T2, T3, T4, T5, T6, T7, T8>> returning(
                    Field<T1> f1,
                    Field<T2> f2,
                    Field<T3> f3,
                    Field<T4> f4,
                    Field<T5> f5,
                    Field<T6> f6,
                    Field<T7> f7,
                    Field<T8> f8) {
        return new Returning<>(statement, Projection.of(f1, f2, f3, f4, f5, f6, f7, f8));
    }
}
