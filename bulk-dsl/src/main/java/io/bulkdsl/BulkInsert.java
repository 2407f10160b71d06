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
 * A complete {@code bulkInsert}: creates a row for each element. For calling; made by {@link
 * BulkDSL#bulkInsert(org.jooq.Table, Class)}.
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * List<Returned<Title, Record1<Long>>> created = bulkInsert(BOOK, Title.class)
 *         .set(BOOK.ISBN).from(Title::isbn)
 *         .set(BOOK.TITLE).from(Title::name)
 *         .rows(titles)
 *         .returning(BOOK.ID)
 *         .fetchRows(ctx);
 * }</pre>
 *
 * <p>An insert of two other columns, by {@code execute}, is this:
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/BulkInsertTest.java -->
 * <pre>{@code
 * insert into member (name, points)
 * select incoming.name, incoming.points
 * from (values (?, ?), (?, ?)) as incoming (name, points)
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
 * @since 0.1
 */
public final class BulkInsert<R extends Record, E> extends DefinitionStep<E> {

    private final InsertModel<R, E> model;

    BulkInsert(InsertModel<R, E> model) {
        super(model);
        this.model = model;
    }

    /**
     * {@code insert into … (column)}: new rows get the value; null is written, or with {@code fromOrDefault} stands for
     * the default.
     *
     * @throws IllegalArgumentException if the column is set already or belongs to another alias of the table
     */
    public <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkInsert<R, E>> set(TableField<R, T> column) {
        return new FromOrDefaultStep<>(
                getter -> new BulkInsert<>(model.set(column, Functions.eq(), getter)),
                getter -> new BulkInsert<>(model.setOrDefault(column, Functions.eq(), getter)));
    }

    /**
     * {@code insert into … (column)} of {@code function(null)}, for example {@code now()}; takes nothing from the rows.
     *
     * @throws IllegalArgumentException if the column is set already, belongs to another alias of the table, or is of a
     *     database type the function doesn't work on
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
     * {@code on conflict do nothing}: rows that a unique constraint doesn't let in, whichever, are left out. Outcomes
     * tell them as {@link io.bulkdsl.contract.Status#CONFLICT}.
     */
    public BulkInsert<R, E> onConflictDoNothing() {
        return new BulkInsert<>(model.onConflictDoNothing());
    }

    /**
     * {@code overriding system value}: values given for an identity column that is {@code generated always} are taken.
     * Without this they are the server's error 428C9.
     */
    public BulkInsert<R, E> overridingSystemValue() {
        return new BulkInsert<>(model.overriding(Overriding.SYSTEM_VALUE));
    }

    /** {@code overriding user value}: values given for identity columns are ignored, and the sequence's taken. */
    public BulkInsert<R, E> overridingUserValue() {
        return new BulkInsert<>(model.overriding(Overriding.USER_VALUE));
    }

    /**
     * Columns that a trigger fills: the SQL leaves them out, and that they are NOT NULL without a default is no error.
     *
     * @throws IllegalArgumentException if one belongs to another alias of the table
     */
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
     * @since 0.1
     */
    public static final class SetStep<R extends Record, E> {

        private final InsertModel<R, E> model;

        SetStep(InsertModel<R, E> model) {
            this.model = model;
        }

        /** {@code insert into … (column)}, as {@link BulkInsert#set(TableField)}. */
        public <T extends @Nullable Object> FromOrDefaultStep<E, T, BulkInsert<R, E>> set(TableField<R, T> column) {
            return new BulkInsert<>(model).set(column);
        }

        /** {@code insert into … (column)} of {@code function(null)}, as {@link BulkInsert#set(TableField, Computed)}. */
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
