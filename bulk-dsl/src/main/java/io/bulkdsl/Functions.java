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
 * was, {@code v} the row's value.
 */
public final class Functions extends Equality {

    /**
     * {@code c = coalesce(c + v, v, c)}: adds. A null column counts as 0, a null value changes nothing. Duplicates fold
     * into their sum.
     */
    public static <T extends @Nullable Number> SetFunction<T, T> incr() {
        return new Increment<>();
    }

    /**
     * {@code c = coalesce(c - v, -v, c)}: subtracts. A null column counts as 0, a null value changes nothing. Duplicates
     * fold into their sum.
     */
    public static <T extends @Nullable Number> SetFunction<T, T> decr() {
        return new Decrement<>();
    }

    /**
     * {@code c = coalesce(c || v, v, c)} on text. A null column counts as empty, a null value changes nothing. Duplicates
     * fold into one text, in input order.
     */
    public static SetFunction<@Nullable String, @Nullable String> concat() {
        return new Concatenate();
    }

    /**
     * {@code c = array_cat(c, v)}. A null column becomes v, a null value changes nothing. Duplicates fold into one
     * array, in input order.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-array.html">PostgreSQL: Array Functions</a>
     */
    public static <X extends @Nullable Object> SetFunction<X @Nullable [], X @Nullable []> append() {
        return new Append<>();
    }

    /** {@code c = array_cat(v, c)}. A null column becomes v, a null value changes nothing. Duplicates fold as applied one after the other. */
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
     * The distinct elements of {@code c}, then those of {@code v} that are new, in a stable order. A null column becomes
     * the distinct elements of v; a null value changes nothing, not even repeated elements of c. Null elements count as
     * equal. One dimension only. Duplicates fold.
     */
    public static <X extends @Nullable Object> SetFunction<X @Nullable [], X @Nullable []> union() {
        return new Union<>();
    }

    /**
     * {@code c = array_remove(c, v)}, where v is one element: removes all its occurrences. A null column stays null, a
     * null value changes nothing. One dimension only. Duplicates don't fold.
     */
    public static <X extends @Nullable Object> SetFunction<X @Nullable [], X> arrayRemove() {
        return new ArrayRemove<>();
    }

    /** {@code c = coalesce(v, c)}: a null value changes nothing. Duplicates fold into the last that isn't null. */
    public static <T extends @Nullable Object> SetFunction<T, T> eqNotNull() {
        return new NotNullOnly<>();
    }

    /** {@code c = coalesce(c, v)}: only a null column changes. Duplicates fold into the first that isn't null. */
    public static <T extends @Nullable Object> SetFunction<T, T> ifNull() {
        return new IfNull<>();
    }

    /** {@code c = greatest(c, v)}; a null on either side counts as nothing. Duplicates of numbers and times fold. */
    public static <T extends @Nullable Comparable<? super @NonNull T>> SetFunction<T, T> greatest() {
        return new Greatest<>();
    }

    /** {@code c = least(c, v)}; a null on either side counts as nothing. Duplicates of numbers and times fold. */
    public static <T extends @Nullable Comparable<? super @NonNull T>> SetFunction<T, T> least() {
        return new Least<>();
    }

    /**
     * {@code c = now()}: the time the transaction began, on date, timestamp and timestamptz columns. Takes no value from
     * the rows. Other columns are refused when the definition is made.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-datetime.html">PostgreSQL: Current Date/Time</a>
     */
    public static <T extends @Nullable Temporal> Computed<T> now() {
        return new Now<>();
    }

    /**
     * {@code c = } whatever the lambda makes of {@code c} and {@code v}: {@code expr((current, incoming) ->
     * current.times(incoming))}. Nulls behave as SQL has it. Duplicates don't fold.
     */
    public static <T extends @Nullable Object> SetFunction<T, T> expr(BinaryOperator<Field<T>> lambda) {
        return new SameTypeExpression<>(lambda);
    }

    /**
     * The same with values of a type of their own: {@code expr(SQLDataType.INTEGER, (current, incoming) ->
     * left(current, incoming))}.
     */
    public static <T extends @Nullable Object, V extends @Nullable Object> SetFunction<T, V> expr(
            DataType<V> type, BiFunction<Field<T>, Field<V>, Field<T>> lambda) {
        return new Expression<>(type, lambda);
    }

    /** {@code c = } whatever the lambda makes of {@code c} alone: {@code expr(current -> upper(current))}. */
    public static <T extends @Nullable Object> Computed<T> expr(Computed<T> lambda) {
        return lambda;
    }

    private Functions() {}
}
