// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/**
 * A batch could not be written, and those before it are committed, since each is ({@code commitEachBatch()}). Of this one and
 * of what would have come after it nothing is written, unless the cause is an {@link UncertainCommitException}: then nobody knows of
 * this one. The cause says why.
 *
 * @since 0.1
 */
public final class BatchFailedException extends BulkException {

    private static final long serialVersionUID = 1;

    private final transient Progress progress;

    /** For the library, which throws it. */
    public BatchFailedException(String message, Failure failure, Progress progress, Throwable cause) {
        super(message, failure, cause);
        this.progress = progress;
    }

    /** What is committed. */
    public Progress progress() {
        return progress;
    }
}
