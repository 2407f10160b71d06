// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import java.util.concurrent.CancellationException;

/**
 * A statement in batches was told to stop, or its thread was interrupted (and still is). Nothing is written, but where each
 * batch is committed, those before. The connection is as it was.
 *
 * @since 0.1
 */
public final class CancelledException extends CancellationException {

    private static final long serialVersionUID = 1;

    private final transient Progress progress;

    /** For the library, which throws it. */
    public CancelledException(String message, Progress progress) {
        super(message);
        this.progress = progress;
    }

    /** How far it had come; those rows are written only where each batch is committed. */
    public Progress progress() {
        return progress;
    }
}
