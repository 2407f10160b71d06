// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.micrometer;

import io.bulkdsl.contract.BulkCall;
import io.bulkdsl.contract.BulkResult;
import io.bulkdsl.contract.Experimental;
import io.micrometer.observation.Observation;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a bulk call, a batch or a portion.
 *
 * @since 0.1
 */
@Experimental
public final class BulkObservationContext extends Observation.Context {

    private final BulkCall call;
    private final AtomicReference<@Nullable BulkResult> result = new AtomicReference<>();

    BulkObservationContext(BulkCall call) {
        this.call = call;
    }

    void end(BulkResult outcome) {
        result.set(outcome);
    }

    /** What is executed. */
    public BulkCall call() {
        return call;
    }

    /** What came of it; empty while it is under way. */
    public Optional<BulkResult> result() {
        return Optional.ofNullable(result.get());
    }
}
