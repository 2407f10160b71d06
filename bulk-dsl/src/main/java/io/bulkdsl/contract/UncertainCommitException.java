// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/**
 * The connection was lost while a transaction was committed: the server may have done so without being able to say it. Whether
 * the statement (or, where each batch is committed, the batch) is written must be looked up. A statement in batches with a {@code
 * jobId} looks by itself when it is started again.
 *
 * @since 0.1
 */
public final class UncertainCommitException extends BulkException {

    private static final long serialVersionUID = 1;

    /** For the library, which throws it. */
    public UncertainCommitException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }
}
