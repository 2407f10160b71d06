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
 * <pre>{@code
 * static final BulkUpsert<PriceRecord, Quote> QUOTE = bulkUpsert(PRICE, Quote.class)
 *         .key(PRICE.SKU).from(Quote::sku)
 *         .set(PRICE.AMOUNT).from(Quote::amount)
 *         .set(PRICE.SEEN, incr()).from(quote -> 1)
 *         .setOnInsert(PRICE.FIRST_SEEN, now())
 *         .onlyChanged();
 * }</pre>
 *
 * <p>The SQL is one statement (several with {@link #keyNotUnique()}), free of races; its rows are in key order, so that concurrent upserts rarely cross:
 *
 * <pre>{@code
 * insert into price (sku, amount, seen, first_seen)
 * select incoming.sku, incoming.amount, incoming.seen, now()
 * from (values (?, ?, ?), (?, ?, ?)) as incoming (sku, amount, seen)
 * where not exists (select 1 from price where price.sku = incoming.sku and not (price.amount is distinct from incoming.amount or …))
 * order by incoming.sku
 * on conflict (sku) do update
 * set amount = excluded.amount, seen = coalesce(price.seen + excluded.seen, excluded.seen, price.seen)
 * where (price.amount is distinct from excluded.amount or …)
 * }</pre>
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
 */
public final class BulkUpsert<R extends Record, E> extends DefinitionStep<E> {

    private final UpsertModel<R, E> model;

    BulkUpsert(UpsertModel<R, E> model) {
        super(model);
        this.model = model;
    }

    /**
     * New rows get the value, existing rows change to it; null is written.
     *
     * @throws IllegalArgumentException if the column is set already or is a key, or belongs to another alias of the table
     */
    public <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkUpsert<R, E>> set(TableField<R, T> column) {
        return orDefault(Scope.ALL, column);
    }

    /**
     * New rows get the value (with {@code decr()} its negative, with {@code union()} its distinct elements), existing rows
     * change by {@code column = function(column, excluded.column)}. A function whose values are of another type than the
     * column, such as {@code arrayRemove()}, gives new rows {@code function(null, value)}; {@code excluded} can't carry
     * its values, so the SQL first updates and then inserts.
     *
     * @throws IllegalArgumentException as above, or if the column is of a database type the function doesn't work on
     */
    public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, BulkUpsert<R, E>> set(
            TableField<R, T> column, SetFunction<T, V> function) {
        return new FromStep<>(getter -> new BulkUpsert<>(model.set(Scope.ALL, column, function, getter)));
    }

    /**
     * {@code column = function(column)}, where the column of a new row is null; takes nothing from the rows.
     *
     * @throws IllegalArgumentException as above
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
     * New rows get the value, existing rows keep what they have.
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
     * New rows get {@code function(null)}, for example {@code now()}; existing rows keep what they have.
     *
     * @throws IllegalArgumentException as {@link #set(TableField)}
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
     * Existing rows change to the value, new rows get the database default. {@code excluded} can't carry such values, so the
     * SQL first updates and then inserts.
     *
     * @throws IllegalArgumentException as {@link #set(TableField)}
     */
    public <T extends @Nullable Object> FromStep<E, T, BulkUpsert<R, E>> setOnUpdate(TableField<R, T> column) {
        return setOnUpdate(column, Functions.eq());
    }

    /**
     * The same by {@code column = function(column, incoming.column)}.
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
     * Existing rows change by {@code column = function(column)}; new rows get the database default.
     *
     * @throws IllegalArgumentException as {@link #set(TableField)}
     */
    public <T extends @Nullable Object> BulkUpsert<R, E> setOnUpdate(TableField<R, T> column, Computed<T> function) {
        return new BulkUpsert<>(model.set(Scope.EXISTING, column, function));
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit setOnUpdate(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * Sets an audit column where another column changes, and only there: {@code column = case when (a is distinct from …)
     * then function(column) else column end}; with {@link #onlyChanged()} just {@code column = function(column)}. New rows
     * get {@code function(null)}.
     *
     * @throws IllegalArgumentException as {@link #set(TableField)}
     */
    public <T extends @Nullable Object> BulkUpsert<R, E> setWhenChanged(TableField<R, T> column, Computed<T> function) {
        return new BulkUpsert<>(model.set(Scope.CHANGED, column, function));
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit setWhenChanged(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * Narrows which existing rows may change: {@code do update … where …}. Several conditions are joined by {@code and}.
     * New rows are inserted whatever it says.
     */
    public BulkUpsert<R, E> where(Condition condition) {
        return new BulkUpsert<>(model.where(condition));
    }

    /**
     * Existing rows that would not change are not written: no new version, no lock, no WAL, no trigger. They are left out
     * before the insert, which would lock them: {@code … where not exists (select 1 from price where …)}; those that another
     * transaction changes meanwhile are compared again. A column set by {@code now()} always changes; {@link
     * #setWhenChanged} is for those. json and xml are compared as text.
     */
    public BulkUpsert<R, E> onlyChanged() {
        return new BulkUpsert<>(model.onlyChanged(Stream.empty()));
    }

    /**
     * The same comparing some columns only: where none of these changes, the row isn't written, whatever the others would
     * have become.
     *
     * @throws IllegalArgumentException if a column belongs to another alias of the table, or, when rows are given, if it
     *     isn't set
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final BulkUpsert<R, E> onlyChanged(TableField<R, ?> first, TableField<R, ?>... more) {
        return new BulkUpsert<>(model.onlyChanged(Stream.concat(Stream.of(first), Stream.of(more))));
    }

    /** Existing rows stay as they are: {@code on conflict (…) do nothing}. */
    public BulkUpsert<R, E> doNothing() {
        return new BulkUpsert<>(model.doNothing());
    }

    /**
     * The conflict target is the constraint: {@code on conflict on constraint …}. It can be one that an index alone is not.
     *
     * @param constraint of the generated class {@code Keys}
     * @throws IllegalArgumentException if its columns aren't the keys
     */
    public BulkUpsert<R, E> onConstraint(UniqueKey<R> constraint) {
        return new BulkUpsert<>(model.target(constraint));
    }

    /** The same by the constraint's name, for those that the generated classes don't know. */
    public BulkUpsert<R, E> onConstraint(Name constraint) {
        return new BulkUpsert<>(model.target(new ConflictTarget.Constraint(constraint)));
    }

    /**
     * The conflict target is a unique index over some of the rows: {@code on conflict (key) where condition}. Only rows that
     * fulfil the condition exist for this statement.
     *
     * @param condition the index's own predicate, or one that implies it
     * @see <a href="https://www.postgresql.org/docs/current/indexes-partial.html">PostgreSQL: Partial Indexes</a>
     */
    public BulkUpsert<R, E> indexWhere(Condition condition) {
        return new BulkUpsert<>(model.target(new ConflictTarget.PartialIndex(condition)));
    }

    /**
     * The keys have no unique index. Several rows with the same key are all updated, and exactly one is created for a new
     * key, whatever others do meanwhile. If there are new keys, the table is locked against other writers to the end of the
     * transaction ({@code lock table … in share row exclusive mode}; readers go on); if all keys exist, it isn't. A
     * transaction that has written to the table before must expect a deadlock with another such. In a {@code repeatable
     * read} transaction it is refused.
     *
     * <p>{@code execute} runs up to four statements, all or none of them. Columns that are NOT NULL may be missing where
     * all rows exist.
     *
     * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">PostgreSQL: Explicit Locking</a>
     */
    public BulkUpsert<R, E> keyNotUnique() {
        return new BulkUpsert<>(model.target(new ConflictTarget.Lock()));
    }

    /** Columns that a trigger fills, so that they are not missing though they are NOT NULL without a default. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final BulkUpsert<R, E> filledByDatabase(TableField<R, ?>... columns) {
        return new BulkUpsert<>(model.filledByDatabase(Stream.of(columns)));
    }

    /** As {@link BulkUpdate#version(TableField)}; new rows get the first version. The SQL first updates and then inserts. */
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

    /** As {@link BulkUpdate#duplicates(Duplicates)}. */
    public BulkUpsert<R, E> duplicates(Duplicates policy) {
        return new BulkUpsert<>(model.duplicates(policy));
    }

    /**
     * {@code bulkUpsert(table, element)}: the first column of the conflict target.
     *
     * @param <R> the table's record
     * @param <E> an element
     */
    public static final class KeyStep<R extends Record, E> {

        private final UpsertModel<R, E> model;

        KeyStep(UpsertModel<R, E> model) {
            this.model = model;
        }

        /**
         * {@code on conflict (column)}; a new row gets the value. A null key is refused when rows are read.
         *
         * @throws IllegalArgumentException if the column belongs to another alias of the table
         */
        public <T extends @Nullable Object> FromStep<E, T, SetStep<R, E>> key(TableField<R, T> column) {
            return key(column, Operators.eq());
        }

        /**
         * The same by another equality: {@code notDistinct()} for a unique index with {@code nulls not distinct}, {@code
         * eqBy(…)} for one on an expression.
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
     */
    public static final class SetStep<R extends Record, E> {

        private final UpsertModel<R, E> model;

        SetStep(UpsertModel<R, E> model) {
            this.model = model;
        }

        /** {@code on conflict (…, column)}. */
        public <T extends @Nullable Object> FromStep<E, T, SetStep<R, E>> key(TableField<R, T> column) {
            return new KeyStep<>(model).key(column);
        }

        /** As {@link KeyStep#key(TableField, EqualityOperator)}. */
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

        /** As {@link BulkUpsert#set(TableField)}. */
        public <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkUpsert<R, E>> set(TableField<R, T> column) {
            return new BulkUpsert<>(model).set(column);
        }

        /** As {@link BulkUpsert#set(TableField, SetFunction)}. */
        public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, BulkUpsert<R, E>> set(
                TableField<R, T> column, SetFunction<T, V> function) {
            return new BulkUpsert<>(model).set(column, function);
        }

        /** As {@link BulkUpsert#set(TableField, Computed)}. */
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

        /** As {@link BulkUpsert#setOnInsert(TableField)}. */
        public <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkUpsert<R, E>> setOnInsert(
                TableField<R, T> column) {
            return new BulkUpsert<>(model).setOnInsert(column);
        }

        /** As {@link BulkUpsert#setOnInsert(TableField, Computed)}. */
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

        /** As {@link BulkUpsert#setOnUpdate(TableField)}. */
        public <T extends @Nullable Object> FromStep<E, T, BulkUpsert<R, E>> setOnUpdate(TableField<R, T> column) {
            return new BulkUpsert<>(model).setOnUpdate(column);
        }

        /** As {@link BulkUpsert#setOnUpdate(TableField, SetFunction)}. */
        public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, BulkUpsert<R, E>> setOnUpdate(
                TableField<R, T> column, SetFunction<T, V> function) {
            return new BulkUpsert<>(model).setOnUpdate(column, function);
        }

        /** As {@link BulkUpsert#setOnUpdate(TableField, Computed)}. */
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

        /** As {@link BulkUpsert#doNothing()}: inserts the keys that aren't there. */
        public BulkUpsert<R, E> doNothing() {
            return new BulkUpsert<>(model).doNothing();
        }
    }
}
