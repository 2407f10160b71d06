// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.SettledRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.exception.DataChangedException;

/**
 * What became of the input.
 *
 * @param rows one for each input row, in input order
 * @param removed what a sync removed, belonging to no input row
 * @param report which columns the records have
 */
public record Told<E>(List<Row<E>> rows, List<Record> removed, Report report, Map<Status, Integer> counts) {

    /**
     * What became of one input row.
     *
     * @param records what the server told of it, of this status
     * @param isFolded whether the row became part of another, whose status and records these are
     */
    public record Row<E>(int number, E element, Status status, List<Record> records, boolean isFolded) {}

    static <E> Told<E> of(SettledRows<E> settled, Duplicates policy, Report report, List<Answer<E>> answers) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        List<Row<E>> rows = new ArrayList<>(settled.rows().size());
        for (Answer<E> answer : answers) {
            Map<Integer, List<Record>> records =
                    new HashMap<>(answer.group().rows().size() * 2);
            for (Record told : answer.records()) {
                counts.merge(report.statusOf(told), 1, Integer::sum);
                records.merge(Report.rowNumberOf(told), List.of(told), Told::joined);
            }
            for (IncomingRow<E> row : answer.group().rows()) {
                List<Record> own = records.getOrDefault(row.number(), List.of());
                if (own.isEmpty()) {
                    counts.merge(answer.untold(), 1, Integer::sum);
                }
                Status status = own.isEmpty() ? answer.untold() : strongest(own, report);
                rows.add(new Row<>(row.number(), row.element(), status, ofStatus(status, own, report), false));
            }
        }
        rows.addAll(dropped(settled, policy, rows));
        if (policy != Duplicates.FOLD && !settled.dropped().isEmpty()) {
            counts.put(Status.DUPLICATE, settled.dropped().size());
        }
        rows.sort(Comparator.comparingInt(Row::number));
        return new Told<>(rows, List.of(), report, counts);
    }

    Told<E> withRemoved(Result<Record> gone) {
        Map<Status, Integer> all = new EnumMap<>(Status.class);
        all.putAll(counts);
        all.merge(Status.DELETED, gone.size(), Integer::sum);
        return new Told<>(rows, gone, report, all);
    }

    /** What was written (by {@code getOrCreate}, also what was there), as records of the report. */
    Result<Record> handedBack(DSLContext ctx, boolean all) {
        Result<Record> result = ctx.newResult(report.fields().toArray(Field<?>[]::new));
        rows.stream()
                .filter(row -> !row.isFolded() && (all || row.status().isWritten()))
                .forEach(row -> result.addAll(row.records()));
        result.attach(ctx.configuration());
        return result;
    }

    /** How many rows of the table were written. */
    public int written() {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().isWritten())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    Told<E> orStale(StatementModel<E> model) {
        List<Row<E>> stale =
                rows.stream().filter(row -> row.status() == Status.STALE).toList();
        if (!stale.isEmpty()) {
            throw new DataChangedException(
                    model.description() + ": "
                            + (stale.size() == 1 ? "row " : stale.size() + " rows, the first is row ")
                            + stale.get(0).number()
                            + ": the table's row has been changed since its version was read; nothing was written. Read again, or use fetchOutcomes, which writes the others and tells which are STALE");
        }
        return this;
    }

    private static Status strongest(List<Record> records, Report report) {
        for (Record told : records) {
            Status status = report.statusOf(told);
            if (status.isWritten()) {
                return status;
            }
        }
        return report.statusOf(records.get(0));
    }

    private static List<Record> ofStatus(Status status, List<Record> records, Report report) {
        return records.size() <= 1
                ? records
                : records.stream()
                        .filter(told -> report.statusOf(told) == status)
                        .toList();
    }

    private static List<Record> joined(List<Record> some, List<Record> more) {
        List<Record> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** What became of rows that others stand for. */
    private static <E> List<Row<E>> dropped(SettledRows<E> settled, Duplicates policy, List<Row<E>> rows) {
        if (settled.dropped().isEmpty()) {
            return List.of();
        }
        Map<Integer, Row<E>> byNumber = new HashMap<>(rows.size() * 2);
        rows.forEach(row -> byNumber.put(row.number(), row));
        Map<Integer, Integer> standIns = settled.standIns();
        List<Row<E>> result = new ArrayList<>();
        for (SettledRows.Dropped<E> dropped : settled.dropped()) {
            Row<E> standIn = requireNonNull(byNumber.get(standIns.get(dropped.number())));
            boolean folded = policy == Duplicates.FOLD;
            result.add(new Row<>(
                    dropped.number(),
                    dropped.element(),
                    folded ? standIn.status() : Status.DUPLICATE,
                    folded ? standIn.records() : List.of(),
                    folded));
        }
        return result;
    }
}
