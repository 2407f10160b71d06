// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

/** A column that a definition sets. */
record Setting(When when, String column, KnownFunction function) {

    enum When {
        ALWAYS,
        ON_INSERT,
        ON_UPDATE,
        /** {@code w}, which counts how often a row has changed. */
        WHEN_CHANGED,
        /** In an insert: null stands for the default. */
        OR_DEFAULT
    }

    boolean isOfNewRows() {
        return when != When.ON_UPDATE;
    }

    boolean isOfExistingRows() {
        return when == When.ALWAYS || when == When.ON_UPDATE;
    }

    @Override
    public String toString() {
        return when + " " + column + " " + function;
    }
}
