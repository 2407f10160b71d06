// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.Progress;
import java.util.List;

/** Progress in a line: rows, written, batches. */
final class ProgressText {

    static String of(Progress progress) {
        return progress.rows() + " " + progress.written() + " " + progress.batches();
    }

    static List<String> of(List<Progress> all) {
        return all.stream().map(ProgressText::of).toList();
    }

    private ProgressText() {}
}
