// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import io.bulkdsl.contract.BulkListener;
import io.bulkdsl.micrometer.BulkObservations;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.jooq.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Observed {

    /** Each bulk call as an observation, which Boot makes a timer, and a span where there is a tracer. */
    @Bean
    DefaultConfigurationCustomizer bulkObservations(ObservationRegistry registry) {
        return configuration -> configuration.data(BulkListener.class, BulkObservations.of(registry));
    }
}
