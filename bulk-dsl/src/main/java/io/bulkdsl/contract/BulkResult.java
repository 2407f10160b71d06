// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call, a batch or a portion. It has no values of rows.
 *
 * @param sources how rows travelled; none if none did, several if some went one way and some another
 * @param rows how many rows of the input were read, or of a batch or portion, dealt with; 0 where it failed before that was
 *     known
 * @param written how many rows of the table were written, and not undone: of a call that failed, those of batches and
 *     portions that were committed all the same
 * @param rejected how many rows of the input were left out, being refused
 * @param retries how often a transaction was tried again
 * @param elapsed from its beginning to its end
 * @param sql the beginning of the first SQL that writes, without values; empty if it didn't come to that
 * @param error why it failed; null if it didn't
 * @since 0.1
 */
@Experimental
public record BulkResult(
        Set<RowSource> sources,
        long rows,
        long written,
        long rejected,
        long retries,
        Duration elapsed,
        String sql,
        @Nullable Throwable error) {

    private static final String NONE = "00000";

    /** Keeps a copy of the sources. */
    public BulkResult {
        sources = Set.copyOf(sources);
    }

    /** Why the server refused it; empty if it didn't. */
    public Optional<String> sqlState() {
        return Optional.ofNullable(error instanceof DataAccessException e ? e.sqlState() : null)
                .filter(state -> !state.equals(NONE));
    }
}
