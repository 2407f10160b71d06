// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.Bounds;
import io.bulkdsl.contract.EqualityOperator;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.contract.UpsertFunction;
import java.util.Collection;
import org.jooq.Binding;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The one place where Java's or jOOQ's types know less than we do. */
@SuppressWarnings("unchecked")
public final class Unchecked {

    /** A class literal has no type arguments. */
    public static <T> Class<Collection<T>> collectionClass() {
        return (Class<Collection<T>>) (Class<?>) Collection.class;
    }

    /** A class literal has no type arguments. */
    public static <T> Class<Bounds<T>> boundsClass() {
        return (Class<Bounds<T>>) (Class<?>) Bounds.class;
    }

    /** jOOQ declares the elements of an array type as unknown; those of {@code X[]} are {@code X}. */
    public static <X> DataType<X> elementType(DataType<X[]> array) {
        DataType<?> element = array.getArrayComponentDataType();
        if (element == null) {
            throw new IllegalArgumentException("its type doesn't say what its elements are");
        }
        return (DataType<X>) element;
    }

    /** {@code type}, whose values are of that class as the caller knows. */
    static <T> DataType<T> ofClass(Class<T> userType, DataType<?> type) {
        return (DataType<T>) type;
    }

    /** {@code type} with a converter; that it is one from the type's class is the caller's to know. */
    @SuppressWarnings("rawtypes")
    public static <U> DataType<U> converted(DataType<?> type, Converter<?, U> converter) {
        return (DataType<U>) type.asConvertedDataType((Converter) converter);
    }

    /** {@code type} sent by a binding; that it takes values of the type's class is the caller's to know. */
    @SuppressWarnings("rawtypes")
    static <U> DataType<U> bound(DataType<?> type, Binding<?, U> binding) {
        return (DataType<U>) type.asConvertedDataType((Binding) binding);
    }

    /** A function that has its own way in upserts takes values of the column's type, whatever that is. */
    static <X> @Nullable UpsertFunction<X> upsertFunction(SetFunction<?, X> function) {
        return function instanceof UpsertFunction<?> ? (UpsertFunction<X>) function : null;
    }

    /** An equality compares two values of one type; that it is the column's can't be said of an operator in general. */
    static <X> Field<X> compared(KeyOperator<?, ?> operator, Field<X> columnOrValue) {
        return operator instanceof EqualityOperator<?>
                ? ((EqualityOperator<X>) operator).compared(columnOrValue)
                : columnOrValue;
    }

    /** {@code type} sent by another binding for values of the same class. */
    @SuppressWarnings("rawtypes")
    static <T> DataType<T> withBinding(DataType<T> type, Binding<?, ?> binding) {
        return (DataType<T>) type.asConvertedDataType((Binding) binding);
    }

    /** Of two values of one class, which is known to be Comparable. */
    public static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    private Unchecked() {}
}
