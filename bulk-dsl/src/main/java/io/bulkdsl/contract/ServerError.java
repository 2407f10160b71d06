// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import java.util.Optional;

/**
 * What the server said when it refused, without values of rows: they may be personal. Those are in the cause of a {@link
 * BulkException}, as the driver words them.
 *
 * @param sqlState five characters, for example 23505
 * @param message in the server's language; where it quotes a value, that is left out
 * @param constraint the constraint that is violated
 * @param column the column concerned, where the server names it
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL: Error Codes</a>
 * @since 0.1
 */
public record ServerError(String sqlState, String message, Optional<String> constraint, Optional<String> column) {

    /** Whether it is about the data: a value that can't be (22…), a constraint that is violated (23…). */
    public boolean isAboutData() {
        return sqlState.startsWith("22") || sqlState.startsWith("23");
    }

    /** Whether the connection was lost (08…), or the server is going down (57P01, 57P02, 57P03). */
    public boolean isAboutConnection() {
        return sqlState.startsWith("08") || sqlState.startsWith("57P");
    }
}
