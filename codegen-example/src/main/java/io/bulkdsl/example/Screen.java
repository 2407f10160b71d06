// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import io.bulkdsl.progressbar.BulkProgressBar;
import java.io.PrintWriter;

/** What the user sees: results on one stream, troubles on the other. */
record Screen(PrintWriter out, PrintWriter err, boolean quiet, boolean watched) {

    /** What is nice to know, but left out with {@code --quiet}. */
    void tell(String text) {
        if (!quiet) {
            say(text);
        }
    }

    void say(String text) {
        out.println(harmless(text));
        out.flush();
    }

    void warn(String text) {
        err.println(harmless(text));
        err.flush();
    }

    BulkProgressBar progress(String task, String unit, long steps) {
        return BulkProgressBar.of(task, unit, steps, watched && !quiet);
    }

    /** Names of files and characters of texts could steer the terminal. */
    private static String harmless(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", "\uFFFD");
    }
}
