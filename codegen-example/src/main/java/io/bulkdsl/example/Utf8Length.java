// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.util.List;

/** UTF-8 writes the code points from {@code from} up to, but not including, {@code until} in so many bytes. */
record Utf8Length(int from, int until, int bytes) {
    static final List<Utf8Length> ALL = List.of(
            new Utf8Length(0, 0x80, 1),
            new Utf8Length(0x80, 0x800, 2),
            new Utf8Length(0x800, 0x1_0000, 3),
            new Utf8Length(0x1_0000, 0x11_0000, 4));
}
