// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.ColumnFunction;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.InsertModel.Overriding;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A complete {@code bulkInsert}: creates a row for each element. For calling; made by {@link BulkDSL#bulkInsert(org.jooq.Table,
 * Class)}.
 *
 * <pre>{@code
 * List<Returned<Title, Record1<Long>>> created = bulkInsert(BOOK, Title.class)
 *         .set(BOOK.ISBN).from(Title::isbn)
 *         .set(BOOK.TITLE).from(Title::name)
 *         .set(BOOK.STOCK).fromOrDefault(Title::copies)
 *         .rows(titles)
 *         .returning(BOOK.ID)
 *         .fetchRows(ctx);
 * }</pre>
 *
 * <pre>{@code
 * insert into book (isbn, title)
 * select incoming.isbn, incoming.title
 * from (values (?, ?), (?, ?)) as incoming (isbn, title)
 * }</pre>
 *
 * <p>Columns that aren't named get their database default; generated columns are best left out. Rows are inserted in input
 * order. {@code fetchRows} and {@code fetchOutcomes} tie each new row to its element by the primary key, which the element
 * gives or which is drawn before, from its sequence ({@code nextval(pg_get_serial_sequence(…))}, for which the user needs
 * the right to use it) or by its default; never by position.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <R> the table's record
 * @param <E> an element, a row of the caller's
 * @see <a href="https://www.postgresql.org/docs/current/sql-insert.html">PostgreSQL: INSERT</a>
 */
public final class BulkInsert<R extends Record, E> extends DefinitionStep<E> {

    private final InsertModel<R, E> model;

    BulkInsert(InsertModel<R, E> model) {
        super(model);
        this.model = model;
    }

    /**
     * New rows get the value; null is written, or with {@code fromOrDefault} stands for the default.
     *
     * @throws IllegalArgumentException if the column is set already or belongs to another alias of the table
     */
    public <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkInsert<R, E>> set(TableField<R, T> column) {
        return new FromOrDefaultStep<>(
                getter -> new BulkInsert<>(model.set(column, Functions.eq(), getter)),
                getter -> new BulkInsert<>(model.setOrDefault(column, Functions.eq(), getter)));
    }

    /**
     * New rows get {@code function(null)}, for example {@code now()}.
     *
     * @throws IllegalArgumentException as above, or if the column is of a database type the function doesn't work on
     */
    public <T extends @Nullable Object> BulkInsert<R, E> set(TableField<R, T> column, Computed<T> function) {
        return new BulkInsert<>(model.set(column, function));
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
     * Rows that a unique constraint doesn't let in, whichever, are left out: {@code on conflict do nothing}. Outcomes tell
     * them as {@link io.bulkdsl.contract.Status#CONFLICT}.
     */
    public BulkInsert<R, E> onConflictDoNothing() {
        return new BulkInsert<>(model.onConflictDoNothing());
    }

    /** Values given for an identity column that is {@code generated always} are taken: {@code overriding system value}. */
    public BulkInsert<R, E> overridingSystemValue() {
        return new BulkInsert<>(model.overriding(Overriding.SYSTEM_VALUE));
    }

    /** Values given for identity columns are ignored: {@code overriding user value}. */
    public BulkInsert<R, E> overridingUserValue() {
        return new BulkInsert<>(model.overriding(Overriding.USER_VALUE));
    }

    /** As {@link BulkUpsert#filledByDatabase}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final BulkInsert<R, E> filledByDatabase(TableField<R, ?>... columns) {
        return new BulkInsert<>(model.filledByDatabase(Stream.of(columns)));
    }

    /**
     * {@code bulkInsert(table, element)}: the first column that is set.
     *
     * @param <R> the table's record
     * @param <E> an element
     */
    public static final class SetStep<R extends Record, E> {

        private final InsertModel<R, E> model;

        SetStep(InsertModel<R, E> model) {
            this.model = model;
        }

        /** As {@link BulkInsert#set(TableField)}. */
        public <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkInsert<R, E>> set(TableField<R, T> column) {
            return new BulkInsert<>(model).set(column);
        }

        /** As {@link BulkInsert#set(TableField, Computed)}. */
        public <T extends @Nullable Object> BulkInsert<R, E> set(TableField<R, T> column, Computed<T> function) {
            return new BulkInsert<>(model).set(column, function);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable set(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit set(Field<?> column, ColumnFunction function) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }
    }
}
