// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Record;

/** Outcomes in a line each: {@code 2 UPDATED [7] was [5]}. */
final class OutcomeText {

    static List<String> of(Outcomes<?, ? extends Record> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.rowNumber() + " " + outcome.status()
                        + values("", outcome.records())
                        + values(" was", outcome.oldRecords()))
                .toList();
    }

    /** Those that aren't zero: {@code inserted=1, updated=2}. */
    static String of(Totals totals) {
        List<String> result = new ArrayList<>();
        for (RecordComponent component : Totals.class.getRecordComponents()) {
            try {
                Object n = component.getAccessor().invoke(totals);
                if (!n.equals(0)) {
                    result.add(component.getName() + "=" + n);
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return String.join(", ", result);
    }

    private static String values(String title, List<? extends Record> records) {
        return records.isEmpty()
                ? ""
                : title
                        + records.stream()
                                .map(record -> " " + Arrays.deepToString(record.intoArray()))
                                .sorted()
                                .collect(Collectors.joining());
    }

    private OutcomeText() {}
}
