// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.contract.RowSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.db.MetricsDSLContext;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ShopTest
class MetricsTest {

    @Autowired
    DSLContext ctx;

    @Autowired
    MeterRegistry registry;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Stock stock;

    @Test
    void theConnectionsOfThePoolAreCounted() {
        long before = registry.get("hikaricp.connections.usage").timer().count();

        stock.receive(List.of(new Movement("a", 1)));

        assertThat(registry.get("hikaricp.connections.usage").timer().count()).isGreaterThan(before);
        assertThat(mvc.get().uri("/actuator/metrics/hikaricp.connections.usage")).hasStatusOk();
    }

    @Test
    void bulkCallsAreTimed() {
        stock.receive(List.of(new Movement("a", 1)));

        assertThat(registry.get("bulkdsl.call").tag("bulkdsl.table", "stock").timer().count())
                .isPositive();
        assertThat(mvc.get().uri("/actuator/metrics/bulkdsl.call")).hasStatusOk();
    }

    /** Micrometer's context times the one query that comes next, by the name given; a COPY is several. */
    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST"})
    void aNamedStatementIsTimed(RowSource source) {
        MetricsDSLContext metered = MetricsDSLContext.withMetrics(ctx, registry, Tags.empty());
        String name = "receive by " + source;

        Stock.RECEIVE.rows(List.of(new Movement("a", 1))).via(source).execute(metered.tag("name", name));

        assertThat(registry.get("jooq.query").tags("name", name, "type", "write").timer().count())
                .isEqualTo(1);
    }
}
