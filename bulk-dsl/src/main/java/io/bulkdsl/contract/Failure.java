// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a statement that failed.
 *
 * @param statement its kind and table: {@code bulkUpdate of book}
 * @param table the table's name, as the database has it
 * @param source how the rows travelled; empty where several ways were taken, or none yet
 * @param rowNumbers the rows concerned, counted from 1 in the input, as far as they are known
 * @param keys their keys, in the order of the key columns; empty where the statement has no key. They may be personal
 * @param sql the beginning of the SQL, without values; empty if the error came otherwise
 * @param error what the server said
 * @since 0.1
 */
public record Failure(
        String statement,
        String table,
        Optional<RowSource> source,
        List<Integer> rowNumbers,
        List<List<@Nullable Object>> keys,
        String sql,
        ServerError error) {

    /** Without the keys. */
    @Override
    public String toString() {
        return statement + ", rows " + rowNumbers + ": " + error;
    }
}
