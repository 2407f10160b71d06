// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;

/** What calls said they did to each counter. In the end that is what the table says. */
final class Ledger {

    private final AtomicLongArray rows;
    private final AtomicLongArray hits;

    Ledger(int counters) {
        rows = new AtomicLongArray(counters);
        hits = new AtomicLongArray(counters);
    }

    void created(long id, long itsHits) {
        rows.incrementAndGet((int) id);
        hit(id, itsHits);
    }

    void hit(long id, long more) {
        hits.addAndGet((int) id, more);
    }

    void deleted(long id, long itsHits) {
        rows.decrementAndGet((int) id);
        hit(id, -itsHits);
    }

    /** The hits of each counter there should be. A counter created twice, or whose creation or deletion was not told, shows. */
    Map<Long, Long> balance() {
        Map<Long, Long> balance = new TreeMap<>();
        for (int id = 0; id < rows.length(); id++) {
            assertThat(rows.get(id)).as("rows of counter %d", id).isBetween(0L, 1L);
            if (rows.get(id) == 1) {
                balance.put((long) id, hits.get(id));
            } else {
                assertThat(hits.get(id))
                        .as("hits of counter %d, which is gone", id)
                        .isZero();
            }
        }
        return balance;
    }
}
