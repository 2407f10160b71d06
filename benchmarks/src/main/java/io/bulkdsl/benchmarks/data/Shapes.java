// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.data;

import static io.bulkdsl.benchmarks.db.Tables.NARROW;
import static io.bulkdsl.benchmarks.db.Tables.PAIR;

import io.bulkdsl.benchmarks.db.tables.records.NarrowRecord;
import io.bulkdsl.benchmarks.db.tables.records.PairRecord;
import java.util.List;

/** The tables that are measured. */
public final class Shapes {

    /** A bigint key, an int, a text. */
    public static final Shape<NarrowRecord, NarrowRow> NARROW_SHAPE = new Shape<>(
            NARROW,
            NarrowRow.class,
            NarrowRow::new,
            new Column<>(NARROW.ID, NarrowRow::id),
            List.of(new Column<>(NARROW.COUNT, NarrowRow::count), new Column<>(NARROW.NAME, NarrowRow::name)));

    /** Found by two columns, which an index is over. */
    public static final Shape<PairRecord, PairRow> PAIR_SHAPE = new Shape<>(
            PAIR,
            PairRow.class,
            PairRow::of,
            new Column<>(PAIR.ID, PairRow::id),
            List.of(
                    new Column<>(PAIR.A, PairRow::a),
                    new Column<>(PAIR.B, PairRow::b),
                    new Column<>(PAIR.NOTE, PairRow::note)));

    private Shapes() {}

    /** Those that an operation goes with, of the names given. */
    public static List<Shape<?, ?>> of(Operation operation, List<String> names) {
        List<Shape<?, ?>> shapes =
                operation == Operation.PDNF ? List.of(PAIR_SHAPE) : List.of(NARROW_SHAPE, Wide.SHAPE);
        return operation == Operation.PDNF
                ? shapes
                : shapes.stream().filter(shape -> names.contains(shape.name())).toList();
    }
}
