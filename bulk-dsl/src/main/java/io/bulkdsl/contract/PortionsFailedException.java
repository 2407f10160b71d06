// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/**
 * Some portions of a parallel statement failed; nothing of those was written, but the others are committed. The cause is
 * the first error, further ones are suppressed exceptions; of a portion that failed with an {@link UncertainCommitException} nobody
 * knows whether it is written.
 *
 * @since 0.1
 */
@Experimental
public final class PortionsFailedException extends BulkException {

    private static final long serialVersionUID = 1;

    private final int failed;
    private final int committed;

    /** For the library: how many portions have failed and how many are committed. */
    public PortionsFailedException(String message, Failure failure, int failed, int committed, Throwable cause) {
        super(message, failure, cause);
        this.failed = failed;
        this.committed = committed;
    }

    /** How many portions have failed. */
    public int failed() {
        return failed;
    }

    /** How many portions are committed. */
    public int committed() {
        return committed;
    }
}
