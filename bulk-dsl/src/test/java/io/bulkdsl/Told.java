// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * What a statement tells when asked for everything. Asked for less it must tell the same, and {@code execute} must count
 * what the totals say is written.
 */
final class Told {

    static <E> Outcomes<E, Record> told(DSLContext ctx, BulkStatement<E> statement, Field<?>... columns) {
        int count = Undone.call(ctx, statement::execute);
        var plain = Undone.call(ctx, statement::fetchOutcomes);
        var returning = statement.returning(Arrays.asList(columns));
        var values = Undone.call(ctx, returning::fetchOutcomes);
        var rows = Undone.call(ctx, returning::fetchRows);
        var result = returning.fetchOutcomesWithOld(ctx);

        assertThat(result.totals().written()).isEqualTo(count);
        assertThat(plain.totals()).isEqualTo(result.totals());
        assertThat(values.totals()).isEqualTo(result.totals());
        assertThat(statuses(plain)).isEqualTo(statuses(result));
        assertThat(plain.stream().map(Outcome::records)).allMatch(List::isEmpty);
        assertThat(statuses(values)).isEqualTo(statuses(result));
        assertThat(values.stream().map(Outcome::oldRecords)).allMatch(List::isEmpty);
        assertThat(lines(values)).isEqualTo(lines(result));
        assertThat(result.stream().map(Outcome::rowNumber))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, result.rows().size()).boxed().toList());
        assertThat(rows.stream()
                        .map(row -> row.rowNumber()
                                + Arrays.deepToString(row.record().intoArray())))
                .isSubsetOf(written(result));
        assertThat(rows).hasSize(count);
        return result;
    }

    private static List<?> statuses(Outcomes<?, ?> outcomes) {
        return outcomes.stream().map(Outcome::status).toList();
    }

    private static List<String> lines(Outcomes<?, ? extends Record> outcomes) {
        return OutcomeText.of(outcomes).stream()
                .map(line -> line.replaceFirst(" was .*", ""))
                .toList();
    }

    private static List<String> written(Outcomes<?, ? extends Record> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.status().isWritten())
                .flatMap(outcome -> outcome.records().stream()
                        .map(record -> outcome.rowNumber() + Arrays.deepToString(record.intoArray())))
                .toList();
    }

    private Told() {}
}
