// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.compile;

import java.util.Comparator;

/** What javac says of a line, without its words, which differ between versions. */
record CompileError(String file, long line, String code) implements Comparable<CompileError> {

    @Override
    public int compareTo(CompileError other) {
        return Comparator.comparing(CompileError::file)
                .thenComparing(CompileError::line)
                .thenComparing(CompileError::code)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + " " + code;
    }
}
