// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Record4;
import org.jooq.Record5;
import org.jooq.Record6;
import org.jooq.Record7;
import org.jooq.Record8;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The columns a statement returns, and how jOOQ types records of them. The arities stand here and nowhere else; see
 * docs/decisions/0003.
 */
record Projection<X extends Record>(
        List<? extends Field<?>> fields,
        Function<Result<?>, Result<X>> typedResult,
        Function<ResultQuery<?>, ResultQuery<X>> typedQuery) {

    Result<X> into(Result<?> result) {
        return typedResult.apply(result);
    }

    ResultQuery<X> coerce(ResultQuery<?> query) {
        return typedQuery.apply(query);
    }

    static Projection<Record> of(List<? extends Field<?>> fields) {
        Field<?>[] array = fields.toArray(Field<?>[]::new);
        return new Projection<>(fields, r -> r.into(array), q -> q.coerce(array));
    }

    static <X extends Record> Projection<X> of(Table<X> table) {
        return new Projection<>(List.of(table.fields()), r -> r.into(table), q -> q.coerce(table));
    }

    static <T1 extends @Nullable Object> Projection<Record1<T1>> of(Field<T1> f1) {
        return new Projection<>(List.of(f1), r -> r.into(f1), q -> q.coerce(f1));
    }

    static <T1 extends @Nullable Object, T2 extends @Nullable Object> Projection<Record2<T1, T2>> of(
            Field<T1> f1, Field<T2> f2) {
        return new Projection<>(List.of(f1, f2), r -> r.into(f1, f2), q -> q.coerce(f1, f2));
    }

    static <T1 extends @Nullable Object, T2 extends @Nullable Object, T3 extends @Nullable Object>
            Projection<Record3<T1, T2, T3>> of(Field<T1> f1, Field<T2> f2, Field<T3> f3) {
        return new Projection<>(List.of(f1, f2, f3), r -> r.into(f1, f2, f3), q -> q.coerce(f1, f2, f3));
    }

    static <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object>
            Projection<Record4<T1, T2, T3, T4>> of(Field<T1> f1, Field<T2> f2, Field<T3> f3, Field<T4> f4) {
        return new Projection<>(List.of(f1, f2, f3, f4), r -> r.into(f1, f2, f3, f4), q -> q.coerce(f1, f2, f3, f4));
    }

    static <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object>
            Projection<Record5<T1, T2, T3, T4, T5>> of(
                    Field<T1> f1, Field<T2> f2, Field<T3> f3, Field<T4> f4, Field<T5> f5) {
        return new Projection<>(
                List.of(f1, f2, f3, f4, f5), r -> r.into(f1, f2, f3, f4, f5), q -> q.coerce(f1, f2, f3, f4, f5));
    }

    static <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object>
            Projection<Record6<T1, T2, T3, T4, T5, T6>> of(
                    Field<T1> f1, Field<T2> f2, Field<T3> f3, Field<T4> f4, Field<T5> f5, Field<T6> f6) {
        return new Projection<>(
                List.of(f1, f2, f3, f4, f5, f6),
                r -> r.into(f1, f2, f3, f4, f5, f6),
                q -> q.coerce(f1, f2, f3, f4, f5, f6));
    }

    static <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object>
            Projection<Record7<T1, T2, T3, T4, T5, T6, T7>> of(
                    Field<T1> f1, Field<T2> f2, Field<T3> f3, Field<T4> f4, Field<T5> f5, Field<T6> f6, Field<T7> f7) {
        return new Projection<>(
                List.of(f1, f2, f3, f4, f5, f6, f7),
                r -> r.into(f1, f2, f3, f4, f5, f6, f7),
                q -> q.coerce(f1, f2, f3, f4, f5, f6, f7));
    }

    static <
                    T1 extends @Nullable Object,
                    T2 extends @Nullable Object,
                    T3 extends @Nullable Object,
                    T4 extends @Nullable Object,
                    T5 extends @Nullable Object,
                    T6 extends @Nullable Object,
                    T7 extends @Nullable Object,
                    T8 extends @Nullable Object>
            Projection<Record8<T1, T2, T3, T4, T5, T6, T7, T8>> of(
                    Field<T1> f1,
                    Field<T2> f2,
                    Field<T3> f3,
                    Field<T4> f4,
                    Field<T5> f5,
                    Field<T6> f6,
                    Field<T7> f7,
                    Field<T8> f8) {
        return new Projection<>(
                List.of(f1, f2, f3, f4, f5, f6, f7, f8),
                r -> r.into(f1, f2, f3, f4, f5, f6, f7, f8),
                q -> q.coerce(f1, f2, f3, f4, f5, f6, f7, f8));
    }
}
