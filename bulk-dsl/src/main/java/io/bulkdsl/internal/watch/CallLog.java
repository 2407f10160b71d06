// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.watch;

import static java.util.stream.Collectors.joining;

import io.bulkdsl.contract.BulkCall;
import io.bulkdsl.contract.BulkCall.Extent;
import io.bulkdsl.contract.BulkResult;
import io.bulkdsl.contract.RowSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The log, of which no line has a value of a row: one for each call on DEBUG, and a warning where a transaction is tried
 * again. The SQL in full is for jOOQ to log.
 */
final class CallLog {

    private static final Logger LOG = System.getLogger("io.bulkdsl");

    static boolean isOn() {
        return LOG.isLoggable(Level.DEBUG);
    }

    static void ended(BulkCall call, BulkResult result) {
        if (call.extent() == Extent.WHOLE && isOn()) {
            LOG.log(Level.DEBUG, line(call, result));
        }
    }

    static void again(String description, String sqlState, int attempt, int most) {
        LOG.log(
                Level.WARNING,
                "%s: given up by the server (SQLSTATE %s), tried again: %d of %d times"
                        .formatted(description, sqlState, attempt, most));
    }

    static void listenerFailed(RuntimeException e) {
        LOG.log(Level.WARNING, "a BulkListener failed, which changes nothing of the call", e);
    }

    /** Of an error the class: its message may have more than one wants to log. */
    private static String line(BulkCall call, BulkResult result) {
        Throwable error = result.error();
        return "%s %s: %,d rows%s, %,d written%s%s, %,d ms%s%s"
                .formatted(
                        call.statement(),
                        call.table(),
                        result.rows(),
                        result.sources().stream()
                                .map(RowSource::name)
                                .collect(joining(", ", result.sources().isEmpty() ? "" : " by ", "")),
                        result.written(),
                        result.rejected() == 0 ? "" : ", rejected: " + result.rejected(),
                        result.retries() == 0 ? "" : ", tried again: " + result.retries(),
                        result.elapsed().toMillis(),
                        error == null
                                ? ""
                                : "; failed: " + error.getClass().getSimpleName()
                                        + result.sqlState()
                                                .map(state -> " " + state)
                                                .orElse(""),
                        result.sql().isEmpty() ? "" : "; SQL: " + result.sql());
    }

    private CallLog() {}
}
