// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

/** The job cannot run; the message says why and what to do, and is all the user gets to see. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
