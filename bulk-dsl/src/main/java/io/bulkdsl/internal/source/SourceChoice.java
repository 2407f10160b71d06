// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.IncomingTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Configuration;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * How rows become a table. Chosen by the library: values, which are good to read, for a few rows; arrays for more; COPY for
 * very many.
 *
 * @param source never {@link RowSource#AUTO}
 * @param why for people, who seldom ask
 */
public record SourceChoice(RowSource source, Supplier<String> why) {

    /** From here on arrays take less time than values; see docs/performance.md. */
    static final int MANY_ROWS = 50;

    /** From so many values on, rows by columns, COPY into a temporary table takes less time than arrays. */
    public static final int MANY_VALUES = 30_000;

    /** The same of COPY straight into the table. */
    public static final int MANY_VALUES_STRAIGHT = 7_000;

    /** An array is a value, which the server takes up to a gigabyte of. */
    private static final int MOST_ROWS_OF_ARRAYS = 100_000;

    private static final Configuration POSTGRES = DSL.using(SQLDialect.POSTGRES).configuration();

    /**
     * Follows a wish, or decides.
     *
     * @param copyFrom how many values are worth a COPY
     * @throws IllegalStateException if the wish can't be fulfilled
     */
    public static SourceChoice of(
            RowSource wish, String statement, List<? extends Cell<?>> cells, int rows, CopyAccess copy, int copyFrom) {
        return switch (wish) {
            case VALUES -> asked(wish);
            case UNNEST -> {
                misfit(cells).ifPresent(cell -> refuse(statement, wish, unknown(cell) + "; use VALUES"));
                yield asked(wish);
            }
            case COPY -> {
                misfit(cells).ifPresent(cell -> refuse(statement, wish, unknown(cell) + "; use VALUES"));
                copy.obstacle().ifPresent(obstacle -> refuse(statement, wish, obstacle));
                yield asked(wish);
            }
            case AUTO -> automatic(cells, rows, copy, copyFrom);
        };
    }

    /** The same for a query by itself, which COPY can't be part of. */
    public static SourceChoice inOneQuery(RowSource wish, String statement, List<? extends Cell<?>> cells, int rows) {
        return of(wish, statement, cells, rows, CopyAccess.inOneQuery(), MANY_VALUES);
    }

    /** How many rows one statement should carry. */
    public static int mostRows(RowSource source, List<? extends Cell<?>> cells) {
        return switch (source) {
            case VALUES -> rowsOf(MANY_VALUES, cells);
            case UNNEST -> MOST_ROWS_OF_ARRAYS;
            case COPY, AUTO -> Integer.MAX_VALUE;
        };
    }

    private static SourceChoice asked(RowSource wish) {
        return new SourceChoice(wish, () -> "as asked for");
    }

    private static SourceChoice automatic(List<? extends Cell<?>> cells, int rows, CopyAccess copy, int copyFrom) {
        if (rows < MANY_ROWS) {
            return new SourceChoice(RowSource.VALUES, () -> "%,d rows, fewer than %d".formatted(rows, MANY_ROWS));
        }
        Supplier<String> size = () -> "%,d rows of %d values".formatted(rows, cells.size());
        Optional<? extends Cell<?>> misfit = misfit(cells);
        if (misfit.isPresent()) {
            return new SourceChoice(RowSource.VALUES, () -> size.get() + ", but " + unknown(misfit.get()));
        } else if (rows < rowsOf(copyFrom, cells)) {
            return new SourceChoice(RowSource.UNNEST, () -> "%s, %d rows or more but fewer than %,d values"
                    .formatted(size.get(), MANY_ROWS, copyFrom));
        }
        return copy.obstacle()
                .map(obstacle -> new SourceChoice(RowSource.UNNEST, () -> size.get() + ", but " + obstacle))
                .orElseGet(() -> new SourceChoice(
                        RowSource.COPY, () -> "%s, %,d values or more".formatted(size.get(), copyFrom)));
    }

    /** How many rows have so many values. */
    public static int rowsOf(int values, List<? extends Cell<?>> cells) {
        return cells.isEmpty() ? values : (values + cells.size() - 1) / cells.size();
    }

    /** The rows under the alias given; not for COPY, which needs more than a query. */
    public <E> IncomingTable open(
            Name alias, List<? extends Cell<E>> cells, List<IncomingRow<E>> rows, boolean ordinal) {
        return switch (source) {
            case UNNEST -> UnnestSource.open(alias, cells, rows, ordinal);
            case VALUES, COPY, AUTO -> ValuesSource.open(alias, cells, rows, ordinal);
        };
    }

    private static Optional<? extends Cell<?>> misfit(List<? extends Cell<?>> cells) {
        return cells.stream().filter(cell -> CarriedColumn.of(cell).isEmpty()).findFirst();
    }

    private static void refuse(String statement, RowSource wish, String why) {
        throw new IllegalStateException(statement + ": " + wish + " can't be used: " + why);
    }

    private static String unknown(Cell<?> cell) {
        return "it isn't known how values of " + cell.incoming().column() + " ("
                + cell.incoming().type().getCastTypeName(POSTGRES) + ") are written as text";
    }
}
