// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import org.jooq.exception.DataAccessException;

/**
 * A Flyway migration could not be applied.
 *
 * <p>The message names the migration file, the line where the failed statement starts (if Flyway knows it), the
 * SQLSTATE and what the server said. {@link #sqlState()} gives the SQLSTATE alone.
 *
 * @since 0.1
 */
public final class MigrationFailedException extends DataAccessException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception with its whole message.
     *
     * @param message what went wrong, where, and what can be done
     * @param cause Flyway's exception
     */
    public MigrationFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
