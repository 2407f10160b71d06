// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An input row that can't be sent: a null row, a null or duplicate key, a getter that failed, text that PostgreSQL
 * can't store. Nothing is written, and a transaction goes on as before: it is thrown before any SQL of the statement runs, or, of
 * rows that are copied while they are read, takes the copying back. Messages never contain values of rows.
 *
 * @since 0.1
 */
public final class InvalidRowException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int rowNumber;
    private final @Nullable String column;

    /** For the library: what is wrong with which row. */
    public InvalidRowException(int rowNumber, String column, String problem, @Nullable Throwable cause) {
        this(rowNumber, List.of(column), problem, cause);
    }

    /**
     * The same of several columns, or of none: of the row as a whole.
     *
     * @since 0.1
     */
    public InvalidRowException(int rowNumber, List<String> columns, String problem, @Nullable Throwable cause) {
        super("row " + rowNumber + named(columns) + ": " + problem, cause);
        this.rowNumber = rowNumber;
        this.column = columns.isEmpty() ? null : String.join(", ", columns);
    }

    private static String named(List<String> columns) {
        return columns.isEmpty() ? "" : (columns.size() == 1 ? ", column " : ", columns ") + String.join(", ", columns);
    }

    /** The row's number in the input, counted from 1. */
    public int rowNumber() {
        return rowNumber;
    }

    /**
     * The column concerned, as {@code table.column}; several of a key with commas between them; empty if the row as a whole
     * is.
     */
    public Optional<String> column() {
        return Optional.ofNullable(column);
    }
}
