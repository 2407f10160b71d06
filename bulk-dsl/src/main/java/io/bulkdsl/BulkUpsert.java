// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.ColumnFunction;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.EqualityOperator;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.internal.model.ConflictTarget;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.Upserted.Scope;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * A complete {@code bulkUpsert}: creates the rows that don't exist and updates those that do. For calling; made by {@link
 * BulkDSL#bulkUpsert(Table, Class)}.
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/Prices.java -->
 * <pre>{@code
 * static final BulkUpsert<PriceRecord, Quote> QUOTE = bulkUpsert(PRICE, Quote.class)
 *         .key(PRICE.SKU).from(Quote::sku)
 *         .set(PRICE.AMOUNT).from(Quote::amount)
 *         .set(PRICE.SEEN, incr()).from(quote -> 1)
 *         .setOnInsert(PRICE.FIRST_SEEN, now());
 * }</pre>
 *
 * <p>{@code QUOTE.rows(quotes).execute(ctx)} sends one statement, free of races; its rows are in key order, so that
 * concurrent upserts rarely cross:
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/BulkUpsertTest.java -->
 * <pre>{@code
 * insert into price (sku, amount, seen, first_seen)
 * select incoming.sku, incoming.amount, incoming.seen, now()
 * from (values (?, ?, ?), (?, ?, ?)) as incoming (sku, amount, seen)
 * order by incoming.sku
 * on conflict (sku) do update
 * set
 *   amount = excluded.amount,
 *   seen = coalesce((price.seen + excluded.seen), excluded.seen, price.seen)
 * }</pre>
 *
 * <p>What {@code excluded} can't carry ({@link #setOnUpdate}, {@link #version}, values of another type than the column)
 * makes it a statement that finds and locks existing rows, updates them and inserts the others; {@link #keyNotUnique()}
 * takes several.
 *
 * <p>The keys are the conflict target: the columns of a unique key or index of the table, in any order, unless {@link
 * #onConstraint(UniqueKey)}, {@link #indexWhere} or {@link #keyNotUnique()} says otherwise.
 * Columns that aren't named get their database default in new rows. The count of {@code execute} is of rows inserted and
 * rows updated.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <R> the table's record
 * @param <E> an element, a row of the caller's
 * @see <a href="https://www.postgresql.org/docs/current/sql-insert.html">PostgreSQL: INSERT, ON CONFLICT</a>
 * @since 0.1
 */
public final class BulkUpsert<R extends Record, E> extends DefinitionStep<E> {

    private final UpsertModel<R, E> model;

    BulkUpsert(UpsertModel<R, E> model) {
        super(model);
        this.model = model;
    }

    /**
     * {@code do update set column = excluded.column}: new rows get the value, existing rows change to it; null is
     * written to both, or with {@code fromOrDefault} stands for the column's default.
     *
     * @throws IllegalArgumentException if the column is set already or is a key, or belongs to another alias of the
     *     table
     */
    public <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkUpsert<R, E>> set(TableField<R, T> column) {
        return orDefault(Scope.ALL, column);
    }

    /**
     * {@code do update set column = function(column, excluded.column)}; new rows get the value (with {@code decr()} its
     * negative, with {@code union()} its distinct elements). A null value means to an existing row what the function
     * says; a new row gets null. A function whose values are of another type than the column, such as {@code
     * arrayRemove()}, gives new rows {@code function(null, value)}; {@code excluded} can't carry its values, so the SQL
     * first updates and then inserts.
     *
     * @throws IllegalArgumentException if the column is set already or is a key, belongs to another alias of the table,
     *     or is of a database type the function doesn't work on; or if duplicates are to be folded and the function
     *     can't
     */
    public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, BulkUpsert<R, E>> set(
            TableField<R, T> column, SetFunction<T, V> function) {
        return new FromStep<>(getter -> new BulkUpsert<>(model.set(Scope.ALL, column, function, getter)));
    }

    /**
     * {@code do update set column = function(column)}; new rows get {@code function(null)}. Takes nothing from the
     * rows.
     *
     * @throws IllegalArgumentException if the column is set already or is a key, belongs to another alias of the table,
     *     or is of a database type the function doesn't work on
     */
    public <T extends @Nullable Object> BulkUpsert<R, E> set(TableField<R, T> column, Computed<T> function) {
        return new BulkUpsert<>(model.set(Scope.ALL, column, function));
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
     * {@code insert into … (column)} alone: new rows get the value, existing rows keep what they have. Null is written,
     * or with {@code fromOrDefault} stands for the column's default.
     *
     * @throws IllegalArgumentException as {@link #set(TableField)}
     */
    public <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkUpsert<R, E>> setOnInsert(TableField<R, T> column) {
        return orDefault(Scope.NEW, column);
    }

    private <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkUpsert<R, E>> orDefault(
            Scope scope, TableField<R, T> column) {
        return new FromOrDefaultStep<>(
                getter -> new BulkUpsert<>(model.set(scope, column, Functions.eq(), getter)),
                getter -> new BulkUpsert<>(model.setOrDefault(scope, column, Functions.eq(), getter)));
    }

    /**
     * {@code insert into … (column)} alone: new rows get {@code function(null)}, for example {@code now()}; existing
     * rows keep what they have.
     *
     * @throws IllegalArgumentException as {@link #set(TableField, Computed)}
     */
    public <T extends @Nullable Object> BulkUpsert<R, E> setOnInsert(TableField<R, T> column, Computed<T> function) {
        return new BulkUpsert<>(model.set(Scope.NEW, column, function));
    }

    /** Doesn't lead anywhere: a column of another table. */
    public NotAColumnOfThisTable setOnInsert(Field<?> column) {
        return NotAColumnOfThisTable.refuse(column);
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit setOnInsert(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * {@code update … set column = incoming.column} alone: existing rows change to the value, null included; new rows
     * get the database default. {@code excluded} can't carry such values, so the SQL first updates and then inserts.
     *
     * @throws IllegalArgumentException as {@link #set(TableField)}
     */
    public <T extends @Nullable Object> FromStep<E, T, BulkUpsert<R, E>> setOnUpdate(TableField<R, T> column) {
        return setOnUpdate(column, Functions.eq());
    }

    /**
     * {@code update … set column = function(column, incoming.column)} alone: what null does is for the function to say;
     * new rows get the database default. The SQL first updates and then inserts.
     *
     * @throws IllegalArgumentException as {@link #set(TableField, SetFunction)}
     */
    public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, BulkUpsert<R, E>> setOnUpdate(
            TableField<R, T> column, SetFunction<T, V> function) {
        return new FromStep<>(getter -> new BulkUpsert<>(model.set(Scope.EXISTING, column, function, getter)));
    }

    /** Doesn't lead anywhere: a column of another table. */
    public NotAColumnOfThisTable setOnUpdate(Field<?> column) {
        return NotAColumnOfThisTable.refuse(column);
    }

    /**
     * {@code do update set column = function(column)} alone; new rows get the database default.
     *
     * @throws IllegalArgumentException as {@link #set(TableField, Computed)}
     */
    public <T extends @Nullable Object> BulkUpsert<R, E> setOnUpdate(TableField<R, T> column, Computed<T> function) {
        return new BulkUpsert<>(model.set(Scope.EXISTING, column, function));
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit setOnUpdate(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * {@code column = case when (a is distinct from …) then function(column) else column end}: sets an audit column
     * where another column changes, and only there; with {@link #onlyChanged()} just {@code column = function(column)}.
     * New rows get {@code function(null)}.
     *
     * @throws IllegalArgumentException as {@link #set(TableField, Computed)}
     */
    public <T extends @Nullable Object> BulkUpsert<R, E> setWhenChanged(TableField<R, T> column, Computed<T> function) {
        return new BulkUpsert<>(model.set(Scope.CHANGED, column, function));
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit setWhenChanged(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * {@code do update … where (condition)}: narrows which existing rows may change. Several conditions are joined by
     * {@code and}; a row for which one is null stays as it is. New rows are inserted whatever it says.
     *
     * <p>What came is jOOQ's {@code DSL.excluded(column)}: with {@code where(PRICE.UPDATED_AT.lt(excluded(PRICE.UPDATED_AT)))} the
     * latest wins. It is of {@code on conflict} alone. A definition that updates first and inserts then ({@link
     * #keyNotUnique()}, {@link #version}, {@code setOnUpdate(…).from(…)}, values of another type than the column) and has such
     * a condition is refused by {@code rows(…)} with an {@link IllegalStateException}. What finds existing rows by a query (a
     * sync's {@code dryRun}, and {@code fetchOutcomes} of views and partitioned tables) fails with the server's 42P01.
     *
     * @param condition over the table as it was, for example {@code PRICE.SOURCE.eq("feed")}, and what came
     */
    public BulkUpsert<R, E> where(Condition condition) {
        return new BulkUpsert<>(model.where(condition));
    }

    /**
     * {@code … where not exists (select 1 from price where …)} and {@code do update … where (a is distinct from
     * excluded.a or …)}: existing rows that would not change are not written: no new version, no lock, no WAL, no
     * trigger, and they don't count. They are left out before the insert, which would lock them; those that another
     * transaction changes meanwhile are compared again. A null equals a null. A column set by {@code now()} always
     * changes; {@link #setWhenChanged} is for those. json and xml are compared as text; of another type that PostgreSQL
     * can't compare, such as {@code point}, the statement fails with its error 42883.
     */
    public BulkUpsert<R, E> onlyChanged() {
        return new BulkUpsert<>(model.onlyChanged(Stream.empty()));
    }

    /**
     * As {@link #onlyChanged()} comparing some columns only: where none of these changes, the row isn't written,
     * whatever the others would have become.
     *
     * @throws IllegalArgumentException if a column belongs to another alias of the table, or, when rows are given, if
     *     it isn't set
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final BulkUpsert<R, E> onlyChanged(TableField<R, ?> first, TableField<R, ?>... more) {
        return new BulkUpsert<>(model.onlyChanged(Stream.concat(Stream.of(first), Stream.of(more))));
    }

    /** {@code on conflict (…) do nothing}: existing rows stay as they are, and are told as UNCHANGED. */
    public BulkUpsert<R, E> doNothing() {
        return new BulkUpsert<>(model.doNothing());
    }

    /**
     * {@code on conflict on constraint …}: the conflict target is the constraint. It can be one that an index alone is
     * not.
     *
     * @param constraint of the generated class {@code Keys}
     * @throws IllegalArgumentException if its columns aren't the keys
     */
    public BulkUpsert<R, E> onConstraint(UniqueKey<R> constraint) {
        return new BulkUpsert<>(model.target(constraint));
    }

    /**
     * {@code on conflict on constraint …}, by the constraint's name, for those that the generated classes don't know.
     * Whether it is of the table, and on the keys, isn't checked.
     */
    public BulkUpsert<R, E> onConstraint(Name constraint) {
        return new BulkUpsert<>(model.target(new ConflictTarget.Constraint(constraint)));
    }

    /**
     * {@code on conflict (key) where condition}: the conflict target is a unique index over some of the rows. Only rows
     * that fulfil the condition exist for this statement.
     *
     * @param condition the index's own predicate, or one that implies it
     * @see <a href="https://www.postgresql.org/docs/current/indexes-partial.html">PostgreSQL: Partial Indexes</a>
     */
    public BulkUpsert<R, E> indexWhere(Condition condition) {
        return new BulkUpsert<>(model.target(new ConflictTarget.PartialIndex(condition)));
    }

    /**
     * {@code update …}, and for new keys {@code lock table … in share row exclusive mode} and {@code insert …}: the
     * keys have no unique index. Several rows with the same key are all updated, and exactly one is created for a new
     * key, whatever others do meanwhile. If there are new keys, the table is locked against other writers to the end of
     * the transaction (readers go on); if all keys exist, it isn't. A transaction that has written to the table before
     * must expect a deadlock with another such. In a {@code repeatable read} transaction the execution fails with an
     * {@link IllegalStateException}.
     *
     * <p>{@code execute} runs up to four statements, all or none of them. Columns that are NOT NULL may be missing
     * where all rows exist.
     *
     * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">PostgreSQL: Explicit Locking</a>
     */
    public BulkUpsert<R, E> keyNotUnique() {
        return new BulkUpsert<>(model.target(new ConflictTarget.Lock()));
    }

    /**
     * Columns that a trigger fills: the SQL leaves them out, and that they are NOT NULL without a default is no error.
     *
     * @throws IllegalArgumentException if one belongs to another alias of the table
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final BulkUpsert<R, E> filledByDatabase(TableField<R, ?>... columns) {
        return new BulkUpsert<>(model.filledByDatabase(Stream.of(columns)));
    }

    /**
     * {@code … and version is not distinct from incoming.version}, as {@link BulkUpdate#version(TableField)}; new rows
     * get the first version: 1, or the time. The SQL first updates and then inserts.
     *
     * @throws IllegalArgumentException if the column is neither a number nor a time, is set already, or belongs to
     *     another alias of the table
     */
    public <T extends @Nullable Object> FromStep<E, T, BulkUpsert<R, E>> version(TableField<R, T> column) {
        return new FromStep<>(getter -> new BulkUpsert<>(model.version(column, getter)));
    }

    /** Doesn't lead anywhere: a column of another table. */
    public NotAColumnOfThisTable version(Field<?> column) {
        return NotAColumnOfThisTable.refuse(column);
    }

    UpsertModel<R, E> model() {
        return model;
    }

    /**
     * What becomes of rows with the same key, as {@link BulkUpdate#duplicates(Duplicates)}; two that are both new would
     * be one row of the table.
     *
     * @throws IllegalArgumentException with {@link Duplicates#FOLD}, if a set function can't make one value of two
     */
    public BulkUpsert<R, E> duplicates(Duplicates policy) {
        return new BulkUpsert<>(model.duplicates(policy));
    }

    /**
     * {@code bulkUpsert(table, element)}: the first column of the conflict target.
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
        public <T extends @Nullable Object> FromStep<E, T, SetStep<R, E>> key(TableField<R, T> column) {
            return key(column, Operators.eq());
        }

        /**
         * {@code on conflict (column)} by another equality: {@code notDistinct()} for a unique index with {@code nulls
         * not distinct}, where null is a key like any other; {@code on conflict (expression)} by {@code eqBy(…)}.
         *
         * @throws IllegalArgumentException if the column belongs to another alias of the table, or is of a type the
         *     operator doesn't work on
         */
        public <T extends @Nullable Object> FromStep<E, T, SetStep<R, E>> key(
                TableField<R, T> column, EqualityOperator<T> operator) {
            return new FromStep<>(getter -> new SetStep<>(model.key(column, operator, getter)));
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

    /**
     * After a key: another key, or what is set.
     *
     * @param <R> the table's record
     * @param <E> an element
     * @since 0.1
     */
    public static final class SetStep<R extends Record, E> {

        private final UpsertModel<R, E> model;

        SetStep(UpsertModel<R, E> model) {
            this.model = model;
        }

        /** {@code on conflict (…, column)}, as {@link KeyStep#key(TableField)}. */
        public <T extends @Nullable Object> FromStep<E, T, SetStep<R, E>> key(TableField<R, T> column) {
            return new KeyStep<>(model).key(column);
        }

        /** {@code on conflict (…, column)} by another equality, as {@link KeyStep#key(TableField, EqualityOperator)}. */
        public <T extends @Nullable Object> FromStep<E, T, SetStep<R, E>> key(
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

        /** {@code do update set column = excluded.column}, as {@link BulkUpsert#set(TableField)}. */
        public <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkUpsert<R, E>> set(TableField<R, T> column) {
            return new BulkUpsert<>(model).set(column);
        }

        /** {@code set column = function(column, excluded.column)}, as {@link BulkUpsert#set(TableField, SetFunction)}. */
        public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, BulkUpsert<R, E>> set(
                TableField<R, T> column, SetFunction<T, V> function) {
            return new BulkUpsert<>(model).set(column, function);
        }

        /** {@code do update set column = function(column)}, as {@link BulkUpsert#set(TableField, Computed)}. */
        public <T extends @Nullable Object> BulkUpsert<R, E> set(TableField<R, T> column, Computed<T> function) {
            return new BulkUpsert<>(model).set(column, function);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable set(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit set(Field<?> column, ColumnFunction function) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        /** {@code insert into … (column)} alone, as {@link BulkUpsert#setOnInsert(TableField)}. */
        public <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkUpsert<R, E>> setOnInsert(
                TableField<R, T> column) {
            return new BulkUpsert<>(model).setOnInsert(column);
        }

        /** {@code insert into … (column)} alone, as {@link BulkUpsert#setOnInsert(TableField, Computed)}. */
        public <T extends @Nullable Object> BulkUpsert<R, E> setOnInsert(
                TableField<R, T> column, Computed<T> function) {
            return new BulkUpsert<>(model).setOnInsert(column, function);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable setOnInsert(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit setOnInsert(Field<?> column, ColumnFunction function) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        /** {@code update … set column = incoming.column} alone, as {@link BulkUpsert#setOnUpdate(TableField)}. */
        public <T extends @Nullable Object> FromStep<E, T, BulkUpsert<R, E>> setOnUpdate(TableField<R, T> column) {
            return new BulkUpsert<>(model).setOnUpdate(column);
        }

        /** {@code update … set column = function(…)} alone, as {@link BulkUpsert#setOnUpdate(TableField, SetFunction)}. */
        public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, BulkUpsert<R, E>> setOnUpdate(
                TableField<R, T> column, SetFunction<T, V> function) {
            return new BulkUpsert<>(model).setOnUpdate(column, function);
        }

        /** {@code do update set column = function(column)} alone, as {@link BulkUpsert#setOnUpdate(TableField, Computed)}. */
        public <T extends @Nullable Object> BulkUpsert<R, E> setOnUpdate(
                TableField<R, T> column, Computed<T> function) {
            return new BulkUpsert<>(model).setOnUpdate(column, function);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable setOnUpdate(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit setOnUpdate(Field<?> column, ColumnFunction function) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        /** {@code insert into … on conflict (…) do nothing}: inserts the keys that aren't there. */
        public BulkUpsert<R, E> doNothing() {
            return new BulkUpsert<>(model).doNothing();
        }
    }
}
