// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.io.IOException;

/** Bytes that are no UTF-8, and where. */
final class NotUtf8 extends IOException {
    private static final long serialVersionUID = 1L;

    private final long offset;
    private final String bytes;

    NotUtf8(long offset, String bytes) {
        this.offset = offset;
        this.bytes = bytes;
    }

    @Override
    public String getMessage() {
        return "not UTF-8: bad sequence %s at byte offset %d; convert it to UTF-8 first".formatted(bytes, offset);
    }
}
