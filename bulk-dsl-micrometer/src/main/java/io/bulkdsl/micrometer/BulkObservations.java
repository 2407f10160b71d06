// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.micrometer;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.BulkCall;
import io.bulkdsl.contract.BulkListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * Makes each bulk call an observation, and each batch or portion an observation within: a timer, a span, whatever the
 * registry's handlers make of it.
 *
 * <pre>{@code
 * configuration.data(BulkListener.class, BulkObservations.of(registry));
 * }</pre>
 *
 * <p>What they are called, and which key values they have, {@link BulkObservationConvention} says.
 *
 * @since 0.1
 */
public final class BulkObservations implements BulkListener {

    private final ObservationRegistry registry;

    private BulkObservations(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** Tells a registry of all calls. */
    public static BulkObservations of(ObservationRegistry registry) {
        return new BulkObservations(requireNonNull(registry, "registry"));
    }

    @Override
    public Watch start(BulkCall call) {
        return ObservedCall.start(observation(call), this);
    }

    /** A portion is in another thread, where nobody knows its parent. */
    Watch startPart(BulkCall part, Observation parent) {
        return ObservedCall.start(observation(part).parentObservation(parent), this);
    }

    private Observation observation(BulkCall call) {
        return Observation.createNotStarted(
                null, new BulkObservationConvention(call.extent()), () -> new BulkObservationContext(call), registry);
    }
}
