// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.ColumnFunction;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.EqualityOperator;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.Upserted.Scope;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A complete {@code getOrCreate}: finds the rows that belong to elements, creates those that don't exist, and hands all back.
 * For calling; made by {@link BulkDSL#getOrCreate(org.jooq.Table, Class)}.
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * var members = getOrCreate(MEMBER, String.class)
 *         .key(MEMBER.NAME).from(name -> name)
 *         .set(MEMBER.POINTS).from(name -> 0)
 *         .rows("Emma", "Dune")
 *         .returning(MEMBER.ID)
 *         .fetchOutcomes(ctx);
 * members.forEach(member -> ids.put(member.element(), member.record().orElseThrow().value1()));
 * }</pre>
 *
 * <p>The insert is this, to which reading is added:
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/GetOrCreateTest.java -->
 * <pre>{@code
 * insert into member (name, points)
 * select incoming.name, incoming.points
 * from (values (?, ?), (?, ?)) as incoming (name, points)
 * order by incoming.name
 * on conflict (name) do nothing
 * }</pre>
 *
 * <p>{@code returning(…)} hands back a record for every element, also where another transaction creates the row at the same
 * time: an {@code insert … on conflict (name) do nothing} that reads what is there, and for rows that it can't see, because
 * they were created meanwhile, a second statement. (In auto-commit mode the first stands even if the second fails.) The
 * status of a row that was there is {@link io.bulkdsl.contract.Status#UNCHANGED}. {@code execute} returns how many were
 * created.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <R> the table's record
 * @param <E> an element, a row of the caller's
 * @see <a href="https://www.postgresql.org/docs/current/sql-insert.html">PostgreSQL: INSERT, ON CONFLICT</a>
 * @since 0.1
 */
public final class GetOrCreate<R extends Record, E> extends DefinitionStep<E> {

    private final UpsertModel<R, E> model;

    GetOrCreate(UpsertModel<R, E> model) {
        super(model);
        this.model = model;
    }

    /** {@code on conflict (…, column)}, as {@link KeyStep#key(TableField)}. */
    public <T extends @Nullable Object> FromStep<E, T, GetOrCreate<R, E>> key(TableField<R, T> column) {
        return new KeyStep<>(model).key(column);
    }

    /** {@code on conflict (…, column)} by another equality, as {@link KeyStep#key(TableField, EqualityOperator)}. */
    public <T extends @Nullable Object> FromStep<E, T, GetOrCreate<R, E>> key(
            TableField<R, T> column, EqualityOperator<T> operator) {
        return new KeyStep<>(model).key(column, operator);
    }

    /** Doesn't lead anywhere: an operator that is no equality, which is what a conflict target compares by. */
    public ColumnOrFunctionDoesNotFit key(Field<?> column, KeyOperator<?, ?> operator) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /** Doesn't lead anywhere: a column of another table. */
    public NotAColumnOfThisTable key(Field<?> column) {
        return NotAColumnOfThisTable.refuse(column);
    }

    /**
     * {@code insert into … (column)}: new rows get the value; null is written, or with {@code fromOrDefault} stands for
     * the default. Rows that are there keep what they have.
     *
     * @throws IllegalArgumentException if the column is set already or is a key, or belongs to another alias of the
     *     table
     */
    public <T extends @Nullable Object> FromOrDefaultStep<E, T, GetOrCreate<R, E>> set(TableField<R, T> column) {
        return new FromOrDefaultStep<>(
                getter -> new GetOrCreate<>(model.set(Scope.NEW, column, Functions.eq(), getter)),
                getter -> new GetOrCreate<>(model.setOrDefault(Scope.NEW, column, Functions.eq(), getter)));
    }

    /**
     * {@code insert into … (column)} of {@code function(null)}, for example {@code now()}.
     *
     * @throws IllegalArgumentException if the column is set already or is a key, belongs to another alias of the table,
     *     or is of a database type the function doesn't work on
     */
    public <T extends @Nullable Object> GetOrCreate<R, E> set(TableField<R, T> column, Computed<T> function) {
        return new GetOrCreate<>(model.set(Scope.NEW, column, function));
    }

    /** Doesn't lead anywhere: a column of another table. */
    public NotAColumnOfThisTable set(Field<?> column) {
        return NotAColumnOfThisTable.refuse(column);
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit set(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * What becomes of rows with the same key, as {@link BulkUpdate#duplicates(Duplicates)}; {@link Duplicates#FOLD}
     * hands the one row back for each of them.
     *
     * @throws IllegalArgumentException with {@link Duplicates#FOLD}, if a set function can't make one value of two
     */
    public GetOrCreate<R, E> duplicates(Duplicates policy) {
        return new GetOrCreate<>(model.duplicates(policy));
    }

    /**
     * {@code getOrCreate(table, element)}: by which unique key.
     *
     * @param <R> the table's record
     * @param <E> an element
     * @since 0.1
     */
    public static final class KeyStep<R extends Record, E> {

        private final UpsertModel<R, E> model;

        KeyStep(UpsertModel<R, E> model) {
            this.model = model;
        }

        /**
         * {@code on conflict (column)}; a new row gets the value. A null key is refused when rows are read.
         *
         * @throws IllegalArgumentException if the column belongs to another alias of the table, or is json or xml,
         *     which PostgreSQL can't compare
         */
        public <T extends @Nullable Object> FromStep<E, T, GetOrCreate<R, E>> key(TableField<R, T> column) {
            return key(column, Operators.eq());
        }

        /**
         * {@code on conflict (column)} by another equality, as {@link BulkUpsert.KeyStep#key(TableField,
         * EqualityOperator)}.
         *
         * @throws IllegalArgumentException if the column belongs to another alias of the table, or is of a database
         *     type the operator doesn't work on
         */
        public <T extends @Nullable Object> FromStep<E, T, GetOrCreate<R, E>> key(
                TableField<R, T> column, EqualityOperator<T> operator) {
            return new FromStep<>(getter -> new GetOrCreate<>(model.key(column, operator, getter)));
        }

        /** Doesn't lead anywhere: an operator that is no equality, which is what a conflict target compares by. */
        public ColumnOrFunctionDoesNotFit key(Field<?> column, KeyOperator<?, ?> operator) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable key(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }
    }
}
