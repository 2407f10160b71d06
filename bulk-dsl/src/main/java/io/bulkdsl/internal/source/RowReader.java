// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the values out of the caller's elements. The first bad row ends it. */
public final class RowReader {

    public static <E> List<IncomingRow<E>> read(Rows<E> rows, List<? extends Cell<E>> cells) {
        List<IncomingRow<E>> result = new ArrayList<>();
        try {
            for (Iterator<? extends E> i = rows.iterator(); i.hasNext(); ) {
                result.add(read(i.next(), result.size() + 1, cells));
            }
        } finally {
            rows.close();
        }
        return result;
    }

    private static <E> IncomingRow<E> read(@Nullable E element, int number, List<? extends Cell<E>> cells) {
        if (element == null) {
            throw new InvalidRowException(number, null, "the row is null", null);
        }
        @Nullable Object[] values = new @Nullable Object[cells.size()];
        for (int i = 0; i < values.length; i++) {
            Cell<E> cell = cells.get(i);
            Object value = cell.of(element, number);
            StorableText.check(value, cell, number);
            values[i] = cell.incoming().given().test(element, value) ? value : Given.NOT;
        }
        return new IncomingRow<>(number, element, Arrays.asList(values));
    }

    private RowReader() {}
}
