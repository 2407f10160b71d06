// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.io.IOException;
import java.io.InputStream;

/** A text that can be read: what the user calls it, and where its bytes come from. */
record TextSource(String name, Opening opening) {

    interface Opening {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return opening.open();
    }
}
