// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.micrometer;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.BulkCall;
import io.bulkdsl.contract.BulkCall.Extent;
import io.bulkdsl.contract.BulkResult;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Counts rows: how many calls have ({@code bulkdsl.rows}), how many were written and rejected ({@code
 * bulkdsl.rows.written}, {@code bulkdsl.rows.rejected}), how often a transaction was tried again ({@code bulkdsl.retries}).
 * Timers come from Micrometer's own {@code DefaultMeterObservationHandler}.
 *
 * <pre>{@code
 * registry.observationConfig().observationHandler(BulkMeters.of(meterRegistry));
 * }</pre>
 *
 * @since 0.1
 */
public final class BulkMeters implements ObservationHandler<BulkObservationContext> {

    private final MeterRegistry registry;

    private BulkMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts in a registry. */
    public static BulkMeters of(MeterRegistry registry) {
        return new BulkMeters(requireNonNull(registry, "registry"));
    }

    /** Of whole calls alone, so that nothing is counted twice. */
    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof BulkObservationContext bulk && bulk.call().extent() == Extent.WHOLE;
    }

    @Override
    public void onStop(BulkObservationContext context) {
        context.result().ifPresent(result -> count(context.call(), result));
    }

    private void count(BulkCall call, BulkResult result) {
        Tags tags = Tags.of("bulkdsl.statement", call.statement(), "bulkdsl.table", call.table());
        DistributionSummary.builder("bulkdsl.rows")
                .description("Rows of the input of a bulk call")
                .baseUnit("rows")
                .tags(tags)
                .register(registry)
                .record((double) result.rows());
        registry.counter("bulkdsl.rows.written", tags).increment((double) result.written());
        registry.counter("bulkdsl.rows.rejected", tags).increment((double) result.rejected());
        registry.counter("bulkdsl.retries", tags).increment((double) result.retries());
    }
}
