// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import io.bulkdsl.Functions;
import io.bulkdsl.contract.SetFunction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** What each set function means, in Java: of the column as it was, null in a new row, and of the incoming value. */
enum KnownFunction {
    EQ("nqts", true, Functions.eq(), (c, v) -> v),
    EQ_NOT_NULL("nqts", true, Functions.eqNotNull(), (c, v) -> v == null ? c : v),
    IF_NULL("nqts", true, Functions.ifNull(), (c, v) -> c == null ? v : c),
    INCR("nq", true, Functions.<Integer>incr(), (c, v) -> of(c, v, KnownFunction::sum)),
    DECR("nq", true, Functions.<Integer>decr(), (c, v) -> v == null ? c : of(c, negated(v), KnownFunction::sum)),
    GREATEST("nq", true, Functions.<Integer>greatest(), (c, v) -> of(c, v, (x, y) -> compare(x, y) > 0 ? x : y)),
    LEAST("nq", true, Functions.<Integer>least(), (c, v) -> of(c, v, (x, y) -> compare(x, y) < 0 ? x : y)),
    CONCAT("t", true, Functions.concat(), (c, v) -> of(c, v, (x, y) -> "" + x + y)),
    APPEND("s", true, Functions.append(), (c, v) -> of(c, v, KnownFunction::joined)),
    PREPEND("s", true, Functions.prepend(), (c, v) -> of(c, v, (x, y) -> joined(y, x))),
    UNION("s", true, Functions.union(), (c, v) -> v == null ? c : distinct(c == null ? v : joined(c, v))),
    ARRAY_REMOVE("s", false, Functions.arrayRemove(), (c, v) -> c == null || v == null ? c : without(c, v));

    private final String columns;
    private final boolean folds;
    private final SetFunction<?, ?> function;
    private final BinaryOperator<@Nullable Object> meaning;

    KnownFunction(String columns, boolean folds, SetFunction<?, ?> function, BinaryOperator<@Nullable Object> meaning) {
        this.columns = columns;
        this.folds = folds;
        this.function = function;
        this.meaning = meaning;
    }

    boolean suits(String column) {
        return columns.contains(column);
    }

    boolean folds() {
        return folds;
    }

    /** Of which {@link Row} value the incoming one is. */
    String from(String column) {
        return this == ARRAY_REMOVE ? "e" : column;
    }

    @SuppressWarnings("unchecked") // suits(column)
    <T> SetFunction<T, Object> of(TableField<?, T> column) {
        return (SetFunction<T, Object>) function;
    }

    @Nullable
    Object apply(@Nullable Object current, @Nullable Object incoming) {
        return meaning.apply(current, incoming);
    }

    /** Null counts for nothing. */
    private static @Nullable Object of(@Nullable Object c, @Nullable Object v, BinaryOperator<Object> both) {
        if (c == null) {
            return v;
        }
        return v == null ? c : both.apply(c, v);
    }

    private static Object sum(Object x, Object y) {
        return x instanceof Integer i ? (Object) (i + (Integer) y) : ((BigDecimal) x).add((BigDecimal) y);
    }

    private static Object negated(Object x) {
        return x instanceof Integer i ? (Object) (-i) : ((BigDecimal) x).negate();
    }

    private static int compare(Object x, Object y) {
        return x instanceof Integer i ? i.compareTo((Integer) y) : ((BigDecimal) x).compareTo((BigDecimal) y);
    }

    private static Object joined(Object x, Object y) {
        List<Object> both = new ArrayList<>((List<?>) x);
        both.addAll((List<?>) y);
        return both;
    }

    private static Object distinct(Object x) {
        return new ArrayList<>(new LinkedHashSet<>((List<?>) x));
    }

    private static Object without(Object x, Object element) {
        return new ArrayList<>(
                ((List<?>) x).stream().filter(e -> !Objects.equals(e, element)).toList());
    }
}
