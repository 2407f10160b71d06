// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.IncomingTable;
import java.util.List;
import java.util.Optional;
import org.jooq.Configuration;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * How rows become a table. Chosen by the library: values, which are good to read and carry every type, for a few rows; arrays
 * for more, where the columns' types allow it.
 *
 * @param source never {@link RowSource#AUTO}
 * @param reason why, for people
 */
public record SourceChoice(RowSource source, String reason) {

    /** From here on arrays take less time than values; see docs/semantics.md, "Row sources". */
    static final int MANY_ROWS = 50;

    private static final Configuration POSTGRES = DSL.using(SQLDialect.POSTGRES).configuration();

    /**
     * Follows a wish, or decides.
     *
     * @throws IllegalStateException if the wish can't be fulfilled
     */
    public static SourceChoice of(RowSource wish, String statement, List<? extends Cell<?>> cells, int rows) {
        Optional<? extends Cell<?>> misfit =
                cells.stream().filter(cell -> !UnnestSource.carries(cell)).findFirst();
        return switch (wish) {
            case VALUES -> new SourceChoice(RowSource.VALUES, "as asked for");
            case UNNEST -> {
                if (misfit.isPresent()) {
                    throw new IllegalStateException(statement + ": UNNEST can't carry " + described(misfit.get())
                            + ", which can't be an element of an array; use VALUES, or leave the choice to AUTO");
                }
                yield new SourceChoice(RowSource.UNNEST, "as asked for");
            }
            case AUTO -> {
                if (rows < MANY_ROWS) {
                    yield new SourceChoice(RowSource.VALUES, "%,d rows, fewer than %d".formatted(rows, MANY_ROWS));
                }
                yield misfit.isPresent()
                        ? new SourceChoice(
                                RowSource.VALUES,
                                "%,d rows, but an array can't have elements of the type of %s"
                                        .formatted(rows, described(misfit.get())))
                        : new SourceChoice(RowSource.UNNEST, "%,d rows, %d or more".formatted(rows, MANY_ROWS));
            }
        };
    }

    /**
     * The rows under the alias given.
     *
     * @param ordinal whether the table has the column {@link IncomingTable#ORDINAL}
     */
    public <E> IncomingTable open(
            Name alias, List<? extends Cell<E>> cells, List<IncomingRow<E>> rows, boolean ordinal) {
        return source == RowSource.UNNEST
                ? UnnestSource.open(alias, cells, rows, ordinal)
                : ValuesSource.open(alias, cells, rows, ordinal);
    }

    private static String described(Cell<?> cell) {
        return cell.incoming().column() + " (" + cell.incoming().type().getCastTypeName(POSTGRES) + ")";
    }
}
