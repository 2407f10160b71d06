// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.data;

/** A row of {@code pair}, which is found by a and b. */
public record PairRow(long id, int a, int b, String note) {

    static PairRow of(long id, long seed, int version) {
        return new PairRow(id, (int) (seed / 97), (int) (seed % 97), "note " + (seed * 31 + version * 17L));
    }
}
