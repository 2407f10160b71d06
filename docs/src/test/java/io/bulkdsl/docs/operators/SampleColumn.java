// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.operators;

import static io.bulkdsl.docs.db.Tables.SAMPLE;

import io.bulkdsl.contract.Bounds;
import io.bulkdsl.docs.db.tables.records.SampleRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** A column that the page's values are put into, and how its values are read from the page. */
record SampleColumn<T>(TableField<SampleRecord, T> column, Function<String, T> reader) {

    static final SampleColumn<Integer> NUMBER = new SampleColumn<>(SAMPLE.NUMBER, Integer::valueOf);

    static final SampleColumn<BigDecimal> AMOUNT = new SampleColumn<>(SAMPLE.AMOUNT, BigDecimal::new);

    static final SampleColumn<String> WORD =
            new SampleColumn<>(SAMPLE.WORD, text -> text.substring(1, text.length() - 1));

    /** Which of the columns these values belong to. */
    static SampleColumn<?> of(OperatorSection.Row row) {
        String values = row.column() + row.incoming();
        if (values.contains("'") || values.contains("\"")) {
            return WORD;
        }
        return values.matches(".*\\d\\.\\d.*") ? AMOUNT : NUMBER;
    }

    @Nullable
    T value(String text) {
        return text.equals("null") ? null : reader.apply(text);
    }

    /** Of {@code List.of(1, 2)} or {@code Arrays.asList(1, null)}. */
    @Nullable
    Collection<T> collection(String text) {
        return text.equals("null") ? null : Arrays.asList(arguments(text));
    }

    /** Of {@code Bounds.of(1, 2)}. */
    @Nullable
    Bounds<T> bounds(String text) {
        return text.equals("null") ? null : Bounds.of(arguments(text)[0], arguments(text)[1]);
    }

    @SuppressWarnings("unchecked")
    private T[] arguments(String text) {
        String inBrackets = text.substring(text.indexOf('(') + 1, text.length() - 1);
        return inBrackets.isEmpty()
                ? (T[]) new Object[0]
                : (T[]) Arrays.stream(inBrackets.split(", ")).map(this::value).toArray();
    }
}
