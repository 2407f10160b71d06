// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.internal.function.Append;
import io.bulkdsl.internal.function.ArrayRemove;
import io.bulkdsl.internal.function.Concatenate;
import io.bulkdsl.internal.function.Decrement;
import io.bulkdsl.internal.function.Expression;
import io.bulkdsl.internal.function.Greatest;
import io.bulkdsl.internal.function.HstoreConcatenate;
import io.bulkdsl.internal.function.IfNull;
import io.bulkdsl.internal.function.Increment;
import io.bulkdsl.internal.function.JsonbConcatenate;
import io.bulkdsl.internal.function.Least;
import io.bulkdsl.internal.function.NotNullOnly;
import io.bulkdsl.internal.function.Now;
import io.bulkdsl.internal.function.Prepend;
import io.bulkdsl.internal.function.SameTypeExpression;
import io.bulkdsl.internal.function.Union;
import java.time.temporal.Temporal;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * How a column changes: {@code import static io.bulkdsl.Functions.*;}. In the SQL below {@code c} is the column as it
 * was, {@code v} the row's value. Where a new row is inserted, it gets {@code v}, unless said otherwise.
 *
 * <p>Whether the column's type suits is checked when the definition is made: by the compiler, and where Java's type doesn't
 * tell, by an {@link IllegalArgumentException} of the step. What the column can't hold is the server's error, 22003 of
 * numbers, 22001 of texts.
 *
 * @since 0.1
 */
public final class Functions extends Equality {

    /**
     * {@code c = coalesce(c + v, v, c)}: adds numbers and intervals. A null column counts as 0, a null value changes
     * nothing. Duplicates fold into their sum, but for intervals; a sum that the type can't hold is refused with {@link
     * io.bulkdsl.contract.InvalidRowException}.
     */
    public static <T extends @Nullable Number> SetFunction<T, T> incr() {
        return new Increment<>();
    }

    /**
     * {@code c = coalesce(c - v, -v, c)}: subtracts numbers and intervals. A null column counts as 0, a null value
     * changes nothing. A new row gets {@code -v}. Duplicates fold into their sum, as by {@link #incr()}.
     */
    public static <T extends @Nullable Number> SetFunction<T, T> decr() {
        return new Decrement<>();
    }

    /**
     * {@code c = coalesce(c || v, v, c)} on text. A null column counts as empty, a null value changes nothing.
     * Duplicates fold into one text, in input order.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-string.html">PostgreSQL: String Functions</a>
     */
    public static SetFunction<@Nullable String, @Nullable String> concat() {
        return new Concatenate();
    }

    /**
     * {@code c = c || v}: the elements of v after those of c. A null column becomes v, a null value changes
     * nothing. Duplicates fold into one array, in input order.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-array.html">PostgreSQL: Array Functions</a>
     */
    public static <X extends @Nullable Object> SetFunction<X @Nullable [], X @Nullable []> append() {
        return new Append<>();
    }

    /**
     * {@code c = v || c}: the elements of v before those of c. A null column becomes v, a null value changes
     * nothing. Duplicates fold as applied one after the other.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-array.html">PostgreSQL: Array Functions</a>
     */
    public static <X extends @Nullable Object> SetFunction<X @Nullable [], X @Nullable []> prepend() {
        return new Prepend<>();
    }

    /**
     * {@code c = coalesce(c || v, v, c)} on jsonb: a shallow merge of objects, a concatenation of arrays. A null column
     * becomes v, a null value changes nothing. Duplicates don't fold.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-json.html">PostgreSQL: JSON Functions</a>
     */
    public static SetFunction<@Nullable JSONB, @Nullable JSONB> jsonbConcat() {
        return new JsonbConcatenate();
    }

    /**
     * {@code c = coalesce(c || v, v, c)} on hstore, whatever Java type your jOOQ binding gives it. A null column becomes
     * v, a null value changes nothing. Duplicates don't fold. A column of another type is refused when the definition is
     * made.
     *
     * @see <a href="https://www.postgresql.org/docs/current/hstore.html">PostgreSQL: hstore</a>
     */
    public static <T extends @Nullable Object> SetFunction<T, T> hstoreConcat() {
        return new HstoreConcatenate<>();
    }

    /**
     * {@code c = array(select e from unnest(c || v) with ordinality as u (e, n) group by e order by min(n))}:
     * the distinct elements of c, then those of v that are new. A null column becomes the distinct elements of v, as a
     * new row does; a null value changes nothing, not even repeated elements of c. Null elements count as equal. Arrays
     * of arrays are refused when the definition is made. Duplicates fold.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-array.html">PostgreSQL: Array Functions</a>
     */
    public static <X extends @Nullable Object> SetFunction<X @Nullable [], X @Nullable []> union() {
        return new Union<>();
    }

    /**
     * {@code c = case when v is null then c else array_remove(c, v) end}, where v is one element: removes all its
     * occurrences. A null column stays null, a null value changes nothing; a new row gets null. Arrays of arrays are
     * refused when the definition is made. Duplicates don't fold.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-array.html">PostgreSQL: Array Functions</a>
     */
    public static <X extends @Nullable Object> SetFunction<X @Nullable [], X> arrayRemove() {
        return new ArrayRemove<>();
    }

    /**
     * {@code c = coalesce(v, c)}: a null value changes nothing. Duplicates fold into the last that isn't null.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-conditional.html">PostgreSQL: Conditional
     *     Expressions</a>
     */
    public static <T extends @Nullable Object> SetFunction<T, T> eqNotNull() {
        return new NotNullOnly<>();
    }

    /**
     * {@code c = coalesce(c, v)}: only a null column changes. Duplicates fold into the first that isn't null.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-conditional.html">PostgreSQL: Conditional
     *     Expressions</a>
     */
    public static <T extends @Nullable Object> SetFunction<T, T> ifNull() {
        return new IfNull<>();
    }

    /**
     * {@code c = greatest(c, v)}: the larger, as the server orders them; a null on either side counts as nothing.
     * Duplicates of numbers and times fold, others don't, since Java may order them otherwise.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-conditional.html">PostgreSQL: Conditional
     *     Expressions</a>
     */
    public static <T extends @Nullable Comparable<? super @NonNull T>> SetFunction<T, T> greatest() {
        return new Greatest<>();
    }

    /**
     * {@code c = least(c, v)}: the smaller, as the server orders them; a null on either side counts as nothing.
     * Duplicates of numbers and times fold, others don't, since Java may order them otherwise.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-conditional.html">PostgreSQL: Conditional
     *     Expressions</a>
     */
    public static <T extends @Nullable Comparable<? super @NonNull T>> SetFunction<T, T> least() {
        return new Least<>();
    }

    /**
     * {@code c = now()}: the time the transaction began, on date, timestamp and timestamptz columns; others are refused
     * when the definition is made. Takes no value from the rows; a null column gets the time too.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-datetime.html">PostgreSQL: Current Date/Time</a>
     */
    public static <T extends @Nullable Temporal> Computed<T> now() {
        return new Now<>();
    }

    /**
     * {@code c = } whatever the lambda makes of {@code c} and {@code v}: {@code expr((current, incoming) ->
     * current.times(incoming))}. Nulls behave as SQL has it; a new row gets v. Duplicates don't fold.
     *
     * @param lambda is called when SQL is made, maybe often; must not give Java's null; {@code DSL.castNull(…)} is
     *     SQL's
     */
    public static <T extends @Nullable Object> SetFunction<T, T> expr(BinaryOperator<Field<T>> lambda) {
        return new SameTypeExpression<>(lambda);
    }

    /**
     * {@code c = } whatever the lambda makes of {@code c} and {@code v}, where values have a type of their own: {@code
     * expr(SQLDataType.INTEGER, (current, incoming) -> left(current, incoming))}. Nulls behave as SQL has it; a new row
     * gets what the lambda makes of null and v. Duplicates don't fold.
     *
     * @param type what v is sent as
     * @param lambda is called when SQL is made, maybe often; must not give Java's null; {@code DSL.castNull(…)} is
     *     SQL's
     */
    public static <T extends @Nullable Object, V extends @Nullable Object> SetFunction<T, V> expr(
            DataType<V> type, BiFunction<Field<T>, Field<V>, Field<T>> lambda) {
        return new Expression<>(type, lambda);
    }

    /**
     * {@code c = } whatever the lambda makes of {@code c} alone: {@code expr(current -> upper(current))}. Nulls behave
     * as SQL has it; a new row gets what the lambda makes of null.
     *
     * @param lambda is called when SQL is made, maybe often; must not give Java's null; {@code DSL.castNull(…)} is
     *     SQL's
     */
    public static <T extends @Nullable Object> Computed<T> expr(Computed<T> lambda) {
        return lambda;
    }

    private Functions() {}
}
