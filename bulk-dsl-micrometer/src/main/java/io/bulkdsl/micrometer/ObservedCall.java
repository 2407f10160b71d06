// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.micrometer;

import io.bulkdsl.contract.BulkCall;
import io.bulkdsl.contract.BulkListener.Watch;
import io.bulkdsl.contract.BulkResult;
import io.micrometer.observation.Observation;

/** A call under way: what its thread does meanwhile, jOOQ's queries for one, is within it. */
record ObservedCall(Observation observation, Observation.Scope scope, BulkObservations observations) implements Watch {

    static Watch start(Observation observation, BulkObservations observations) {
        return new ObservedCall(observation.start(), observation.openScope(), observations);
    }

    @Override
    public Watch startPart(BulkCall part) {
        return observations.startPart(part, observation);
    }

    @Override
    public void end(BulkResult result) {
        scope.close();
        if (observation.getContext() instanceof BulkObservationContext context) {
            context.end(result);
        }
        if (result.error() != null) {
            observation.error(result.error());
        }
        observation.stop();
    }
}
