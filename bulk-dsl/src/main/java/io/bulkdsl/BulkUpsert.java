// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.ColumnFunction;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.Eq;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.internal.execute.Definition;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.UpsertModel.OnConflict;
import io.bulkdsl.internal.model.Upserted.Scope;
import io.bulkdsl.internal.render.UpsertRenderer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

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
 * <p>The SQL is one statement, free of races; its rows are in key order, so that concurrent upserts rarely cross:
 *
 * <pre>{@code
 * insert into price (sku, amount, seen, first_seen)
 * select incoming.sku, incoming.amount, incoming.seen, now()
 * from (values (?, ?, ?), (?, ?, ?)) as incoming (sku, amount, seen)
 * order by incoming.sku
 * on conflict (sku) do update
 * set amount = excluded.amount, seen = coalesce(price.seen + excluded.seen, excluded.seen, price.seen)
 * where (price.amount is distinct from excluded.amount or …)
 * }</pre>
 *
 * <p>The keys are the conflict target: they must be the columns of a unique key or index of the table, in any order.
 * Columns that aren't named get their database default in new rows. The count of {@code execute} is of rows inserted and
 * rows updated.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <R> the table's record
 * @param <E> an element, a row of the caller's
 * @see <a href="https://www.postgresql.org/docs/current/sql-insert.html">PostgreSQL: INSERT, ON CONFLICT</a>
 */
public final class BulkUpsert<R extends Record, E> extends RowsStep<E> {

    private final UpsertModel<R, E> model;

    BulkUpsert(UpsertModel<R, E> model) {
        super(new Definition<>(model, new UpsertRenderer<>(model)));
        this.model = model;
    }

    /**
     * New rows get the value, existing rows change to it; null is written.
     *
     * @throws IllegalArgumentException if the column is set already or is a key, or belongs to another alias of the table
     */
    public <T> FromStep<E, T, BulkUpsert<R, E>> set(TableField<R, T> column) {
        return set(column, Functions.eq());
    }

    /**
     * New rows get the value (with {@code decr()} its negative, with {@code union()} its distinct elements), existing rows
     * change by {@code column = function(column, excluded.column)}.
     *
     * @throws IllegalArgumentException as above, or if the column is of a database type the function doesn't work on
     */
    public <T> FromStep<E, T, BulkUpsert<R, E>> set(TableField<R, T> column, SetFunction<T, T> function) {
        return new FromStep<>(getter -> new BulkUpsert<>(model.set(Scope.ALL, column, function, getter)));
    }

    /**
     * {@code column = function(column)}, where the column of a new row is null; takes nothing from the rows.
     *
     * @throws IllegalArgumentException as above
     */
    public <T> BulkUpsert<R, E> set(TableField<R, T> column, Computed<T> function) {
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
    public <T> FromStep<E, T, BulkUpsert<R, E>> setOnInsert(TableField<R, T> column) {
        return new FromStep<>(getter -> new BulkUpsert<>(model.set(Scope.NEW, column, Functions.eq(), getter)));
    }

    /**
     * New rows get {@code function(null)}, for example {@code now()}; existing rows keep what they have.
     *
     * @throws IllegalArgumentException as {@link #set(TableField)}
     */
    public <T> BulkUpsert<R, E> setOnInsert(TableField<R, T> column, Computed<T> function) {
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
     * Existing rows change by {@code column = function(column)}; new rows get the database default.
     *
     * @throws IllegalArgumentException as {@link #set(TableField)}
     */
    public <T> BulkUpsert<R, E> setOnUpdate(TableField<R, T> column, Computed<T> function) {
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
    public <T> BulkUpsert<R, E> setWhenChanged(TableField<R, T> column, Computed<T> function) {
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
     * Existing rows that would not change are not written: no new version, no WAL, no trigger. A column set by {@code
     * now()} always changes; {@link #setWhenChanged} is for those. json and xml are compared as text.
     */
    public BulkUpsert<R, E> onlyChanged() {
        return new BulkUpsert<>(model.onConflict(OnConflict.UPDATE_IF_CHANGED));
    }

    /** Existing rows stay as they are: {@code on conflict (…) do nothing}. */
    public BulkUpsert<R, E> doNothing() {
        return new BulkUpsert<>(model.onConflict(OnConflict.NOTHING));
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
        public <T> FromStep<E, T, SetStep<R, E>> key(TableField<R, T> column) {
            return key(column, Operators.eq());
        }

        /** The same, said in full. */
        public <T> FromStep<E, T, SetStep<R, E>> key(TableField<R, T> column, Eq<T> operator) {
            return new FromStep<>(getter -> new SetStep<>(model.key(column, operator, getter)));
        }

        /** Doesn't lead anywhere: an operator other than {@code eq()}, which is what a conflict target compares by. */
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
        public <T> FromStep<E, T, SetStep<R, E>> key(TableField<R, T> column) {
            return new KeyStep<>(model).key(column);
        }

        /** The same, said in full. */
        public <T> FromStep<E, T, SetStep<R, E>> key(TableField<R, T> column, Eq<T> operator) {
            return new KeyStep<>(model).key(column, operator);
        }

        /** Doesn't lead anywhere: an operator other than {@code eq()}, which is what a conflict target compares by. */
        public ColumnOrFunctionDoesNotFit key(Field<?> column, KeyOperator<?, ?> operator) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable key(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** As {@link BulkUpsert#set(TableField)}. */
        public <T> FromStep<E, T, BulkUpsert<R, E>> set(TableField<R, T> column) {
            return new BulkUpsert<>(model).set(column);
        }

        /** As {@link BulkUpsert#set(TableField, SetFunction)}. */
        public <T> FromStep<E, T, BulkUpsert<R, E>> set(TableField<R, T> column, SetFunction<T, T> function) {
            return new BulkUpsert<>(model).set(column, function);
        }

        /** As {@link BulkUpsert#set(TableField, Computed)}. */
        public <T> BulkUpsert<R, E> set(TableField<R, T> column, Computed<T> function) {
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
        public <T> FromStep<E, T, BulkUpsert<R, E>> setOnInsert(TableField<R, T> column) {
            return new BulkUpsert<>(model).setOnInsert(column);
        }

        /** As {@link BulkUpsert#setOnInsert(TableField, Computed)}. */
        public <T> BulkUpsert<R, E> setOnInsert(TableField<R, T> column, Computed<T> function) {
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

        /** As {@link BulkUpsert#doNothing()}: inserts the keys that aren't there. */
        public BulkUpsert<R, E> doNothing() {
            return new BulkUpsert<>(model).doNothing();
        }
    }
}
