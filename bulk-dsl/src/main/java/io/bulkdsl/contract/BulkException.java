// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import org.jooq.exception.DataAccessException;

/**
 * The server refused a statement, or was lost: the one exception for all that goes wrong there. Nothing of the statement is
 * written, unless this is one of the subclasses, each of which says what is. {@link #sqlState()} tells one error from another;
 * the cause is jOOQ's exception, for example {@link org.jooq.exception.IntegrityConstraintViolationException}, or what an
 * {@link org.jooq.ExecuteListener} has put in its place, and the driver's below that.
 *
 * <p>The message has no values of rows, as they may be personal; the causes' messages may. The driver leaves the server's details
 * out of its messages with {@code logServerErrorDetail=false}.
 *
 * @since 0.1
 */
public sealed class BulkException extends DataAccessException
        permits BatchFailedException, PortionsFailedException, UncertainCommitException {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /** For the library, which throws it. */
    public BulkException(String message, Failure failure, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    /** Statement, table, rows, SQLSTATE, constraint, and more. */
    public final Failure failure() {
        return failure;
    }
}
