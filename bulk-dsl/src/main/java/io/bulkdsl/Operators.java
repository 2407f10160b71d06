// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;

import io.bulkdsl.contract.Bounds;
import io.bulkdsl.contract.EqualityOperator;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.internal.operator.Between;
import io.bulkdsl.internal.operator.Comparison;
import io.bulkdsl.internal.operator.EqualBy;
import io.bulkdsl.internal.operator.IsNull;
import io.bulkdsl.internal.operator.Membership;
import io.bulkdsl.internal.operator.NotDistinct;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * When a row of the table belongs to an incoming row: {@code import static io.bulkdsl.Operators.*;}. In the SQL below
 * {@code c} is the column, {@code v} the row's value. A null value is refused, unless said otherwise, before any SQL
 * runs: it could match nothing.
 *
 * <p>With operators other than {@link #eq()}, {@link #notDistinct()} and {@link #eqBy} several rows may match one row of the
 * table; the first in input order wins. Updates and deletes need the table's primary key for that, and can't be in batches
 * or parallel. A column of type json or xml, which PostgreSQL can't compare, is refused when the definition is made.
 *
 * @since 0.1
 */
public final class Operators extends Equality {

    /** {@code c <> v}; rows whose column is null don't match. */
    public static <T extends @Nullable Object> KeyOperator<T, T> ne() {
        return new Comparison<>(Field::ne);
    }

    /** {@code c < v}; rows whose column is null don't match. */
    public static <T extends @Nullable Object> KeyOperator<T, T> lt() {
        return new Comparison<>(Field::lt);
    }

    /** {@code c <= v}; rows whose column is null don't match. */
    public static <T extends @Nullable Object> KeyOperator<T, T> le() {
        return new Comparison<>(Field::le);
    }

    /** {@code c > v}; rows whose column is null don't match. */
    public static <T extends @Nullable Object> KeyOperator<T, T> gt() {
        return new Comparison<>(Field::gt);
    }

    /** {@code c >= v}; rows whose column is null don't match. */
    public static <T extends @Nullable Object> KeyOperator<T, T> ge() {
        return new Comparison<>(Field::ge);
    }

    /**
     * {@code c is not distinct from v}: equal, or both null. PostgreSQL uses no index for it; have another key beside it
     * on large tables.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-comparison.html">PostgreSQL: Comparison</a>
     */
    public static <T extends @Nullable Object> EqualityOperator<T> notDistinct() {
        return new NotDistinct<>();
    }

    /**
     * {@code expression(c) = expression(v)}, for example {@code eqBy(email -> lower(email))}: what a unique index on an
     * expression compares by, and so its name as the key of an upsert. A null v is refused.
     *
     * @param expression must give the same for the same value, and never null
     * @see <a href="https://www.postgresql.org/docs/current/indexes-expressional.html">PostgreSQL: Indexes on
     *     Expressions</a>
     */
    public static <T extends @Nullable Object> EqualityOperator<T> eqBy(UnaryOperator<Field<T>> expression) {
        return new EqualBy<>(expression);
    }

    /**
     * {@code c = any(v)}, v a collection sent as one array; an empty one matches nothing, null elements are refused
     * before any SQL runs. A column whose type jOOQ can't make arrays of is refused when the definition is made.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-comparisons.html">PostgreSQL: Row and Array
     *     Comparisons</a>
     */
    public static <T extends @Nullable Object> KeyOperator<T, Collection<T>> in() {
        return new Membership<>((column, elements) -> column.eq(any(elements)));
    }

    /**
     * {@code c <> all(v)}, v a collection sent as one array; rows whose column is null don't match, but an empty v
     * matches every row; null elements are refused before any SQL runs. A column whose type jOOQ can't make arrays of
     * is refused when the definition is made.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-comparisons.html">PostgreSQL: Row and Array
     *     Comparisons</a>
     */
    public static <T extends @Nullable Object> KeyOperator<T, Collection<T>> notIn() {
        return new Membership<>((column, elements) -> column.ne(all(elements)));
    }

    /**
     * {@code c between v[1] and v[2]}, both bounds inclusive, sent as one array; rows whose column is null don't match,
     * null bounds can't be made. A column whose type jOOQ can't make arrays of is refused when the definition is made.
     */
    public static <T extends @Nullable Object> KeyOperator<T, Bounds<T>> between() {
        return new Between<>();
    }

    /** {@code (c is null) = v}: true matches null columns, false all others; null is refused. */
    public static <T extends @Nullable Object> KeyOperator<T, Boolean> isNull() {
        return new IsNull<>();
    }

    private Operators() {}
}
