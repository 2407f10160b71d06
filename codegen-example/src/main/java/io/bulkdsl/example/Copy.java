// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

/** A text whose content was counted already. */
record Copy(String sha256, String name) {

    static Copy of(ReadText text) {
        return new Copy(text.sha256(), text.name());
    }

    String[] names() {
        return new String[] {name};
    }
}
