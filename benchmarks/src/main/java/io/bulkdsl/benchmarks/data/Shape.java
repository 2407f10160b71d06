// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Table;
import org.jooq.UpdatableRecord;

/** A table and the rows that go into it. */
public record Shape<R extends UpdatableRecord<R>, E>(
        Table<R> table, Class<E> element, RowMaker<E> rows, Column<R, E, Long> id, List<Column<R, E, ?>> others) {

    /** Makes a row; the function of the same name on the server makes the same. */
    public interface RowMaker<E> {
        E row(long id, long seed, int version);
    }

    /** As on the command line and in the figures. */
    public String name() {
        return table.getName();
    }

    /** The table in SQL. */
    public String sql() {
        return "bench." + name();
    }

    public List<Column<R, E, ?>> columns() {
        return Stream.concat(Stream.of(id), others.stream()).toList();
    }

    public static String names(List<? extends Column<?, ?, ?>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
