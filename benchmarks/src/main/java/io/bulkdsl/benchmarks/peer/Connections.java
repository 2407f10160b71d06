// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Opens connections; a candidate has one of its own for all its rounds, as from a pool. */
public interface Connections {

    /** With these properties of the driver. */
    Connection open(Map<String, String> properties) throws SQLException;

    default Connection open() throws SQLException {
        return open(Map.of());
    }

    /** With batched inserts as inserts of many rows, which is what the driver's documentation advises. */
    default Connection rewriting() throws SQLException {
        return open(Map.of("reWriteBatchedInserts", "true"));
    }
}
