// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.micrometer;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.micrometer.Book.BOOK;
import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.contract.BulkCall.Extent;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.BulkListener;
import io.bulkdsl.contract.BulkResult;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Micrometer is told of bulk calls on a server. */
@PostgresTest(migrations = "classpath:db/migration")
class ObservationsTest {

    record Delivery(String isbn, int copies) {}

    // spotless:off
    private static final BulkUpsert<Book.Row, Delivery> STOCK = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.isbn).from(Delivery::isbn)
            .set(BOOK.stock).from(Delivery::copies);
    // spotless:on

    private final TestObservationRegistry registry = TestObservationRegistry.create();

    private final Queue<BulkObservationContext> ended = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void listen() {
        registry.observationConfig().observationHandler(new ObservationHandler<BulkObservationContext>() {
            @Override
            public boolean supportsContext(Observation.Context context) {
                return context instanceof BulkObservationContext;
            }

            @Override
            public void onStop(BulkObservationContext context) {
                ended.add(context);
            }
        });
    }

    @Test
    void aCallIsAnObservation(DSLContext ctx) {
        observe(ctx.configuration(), registry);
        STOCK.rows(deliveries(100)).execute(ctx);
        assertThat(registry)
                .hasNumberOfObservationsEqualTo(1)
                .hasObservationWithNameEqualTo("bulkdsl.call")
                .that()
                .hasContextualNameEqualTo("bulkUpsert book")
                .hasBeenStarted()
                .hasBeenStopped()
                .hasLowCardinalityKeyValue("bulkdsl.statement", "bulkUpsert")
                .hasLowCardinalityKeyValue("bulkdsl.table", "book")
                .hasLowCardinalityKeyValue("bulkdsl.source", "UNNEST")
                .hasLowCardinalityKeyValue("bulkdsl.sqlstate.class", "none")
                .hasHighCardinalityKeyValue("bulkdsl.rows", "100")
                .hasHighCardinalityKeyValue("bulkdsl.written", "100")
                .hasHighCardinalityKeyValue("bulkdsl.rejected", "0")
                .hasHighCardinalityKeyValue("bulkdsl.retries", "0")
                .hasHighCardinalityKeyValueWithKey("bulkdsl.sql")
                .doesNotHaveError();
    }

    @Test
    void batchesAreWithinIt(DSLContext ctx) {
        observe(ctx.configuration(), registry);
        List<Delivery> rows = new ArrayList<>(deliveries(24));
        rows.add(new Delivery("bad", -1));
        STOCK.rows(rows).batchSize(10).onReject(row -> {}).execute(ctx);
        assertThat(spans())
                .containsExactly(
                        "bulkUpsert book batch 1 in bulkdsl.call: 10 rows, 10 written, 0 rejected",
                        "bulkUpsert book batch 2 in bulkdsl.call: 10 rows, 10 written, 0 rejected",
                        "bulkUpsert book batch 3 in bulkdsl.call: 5 rows, 4 written, 1 rejected",
                        "bulkUpsert book in nothing: 25 rows, 24 written, 1 rejected");
    }

    @Test
    void portionsOfOtherThreadsToo(DSLContext ctx) {
        observe(ctx.configuration(), registry);
        STOCK.rows(deliveries(30)).parallel(3).execute(ctx);
        assertThat(spans())
                .containsExactlyInAnyOrder(
                        "bulkUpsert book portion 1 in bulkdsl.call: 10 rows, 10 written, 0 rejected",
                        "bulkUpsert book portion 2 in bulkdsl.call: 10 rows, 10 written, 0 rejected",
                        "bulkUpsert book portion 3 in bulkdsl.call: 10 rows, 10 written, 0 rejected",
                        "bulkUpsert book in nothing: 30 rows, 30 written, 0 rejected");
    }

    /** So that what observes jOOQ's queries, or JDBC, finds its parent. */
    @Test
    void queriesAreWithinIt(DSLContext ctx) {
        observe(ctx.configuration(), registry);
        List<String> parents = new ArrayList<>();
        DSLContext listened = ctx.configuration()
                .deriveAppending(ExecuteListener.onExecuteStart(query -> parents.add(String.valueOf(
                        registry.getCurrentObservation().getContext().getName()))))
                .dsl();
        STOCK.rows(deliveries(3)).explain(ctx); // asks once what is equal in this database
        STOCK.rows(deliveries(3)).execute(listened);
        STOCK.rows(deliveries(3)).batchSize(3).execute(listened);
        assertThat(parents).containsExactly("bulkdsl.call", "bulkdsl.batch");
        assertThat(registry.getCurrentObservation()).isNull();
    }

    @Test
    void errors(DSLContext ctx) {
        observe(ctx.configuration(), registry);
        assertThatThrownBy(() -> STOCK.rows(new Delivery("bad", -1)).execute(ctx))
                .isInstanceOf(BulkException.class);
        assertThat(registry)
                .hasObservationWithNameEqualTo("bulkdsl.call")
                .that()
                .hasLowCardinalityKeyValue("bulkdsl.sqlstate.class", "23")
                .hasHighCardinalityKeyValue("bulkdsl.sqlstate", "23514")
                .hasError();
    }

    @Test
    void timersAndCounters(DSLContext ctx) {
        MeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry observations = ObservationRegistry.create();
        observations
                .observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters))
                .observationHandler(BulkMeters.of(meters));
        observe(ctx.configuration(), observations);
        STOCK.rows(deliveries(3)).execute(ctx);
        STOCK.onlyChanged().rows(deliveries(5)).batchSize(2).execute(ctx);
        assertThat(meters.get("bulkdsl.call")
                        .tag("bulkdsl.source", "VALUES")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("bulkdsl.batch")
                        .tag("bulkdsl.table", "book")
                        .timer()
                        .count())
                .isEqualTo(3);
        assertThat(meters.get("bulkdsl.rows")
                        .tag("bulkdsl.table", "book")
                        .summary()
                        .totalAmount())
                .isEqualTo(8);
        assertThat(meters.get("bulkdsl.rows.written").counter().count()).isEqualTo(5);
        assertThat(meters.get("bulkdsl.rows.rejected").counter().count()).isZero();
        assertThat(meters.get("bulkdsl.retries").counter().count()).isZero();
    }

    @Test
    void otherNamesAndKeyValues(DSLContext ctx) {
        registry.observationConfig().observationConvention(new BulkObservationConvention(Extent.WHOLE) {
            @Override
            public String getName() {
                return "shop.bulk";
            }

            @Override
            public KeyValues getLowCardinalityKeyValues(BulkObservationContext context) {
                return super.getLowCardinalityKeyValues(context).and(KeyValue.of("tenant", "acme"));
            }
        });
        observe(ctx.configuration(), registry);
        STOCK.rows(deliveries(2)).via(RowSource.COPY).batchSize(1).execute(ctx);
        assertThat(registry)
                .hasObservationWithNameEqualTo("shop.bulk")
                .that()
                .hasLowCardinalityKeyValue("bulkdsl.source", "COPY")
                .hasLowCardinalityKeyValue("tenant", "acme");
        assertThat(registry).hasNumberOfObservationsWithNameEqualTo("bulkdsl.batch", 2);
    }

    @Test
    void aRegistryThatDoesNothing(DSLContext ctx) {
        observe(ctx.configuration(), ObservationRegistry.NOOP);
        assertThat(STOCK.rows(deliveries(3)).batchSize(2).execute(ctx).written())
                .isEqualTo(3);
    }

    private List<String> spans() {
        return ended.stream().map(ObservationsTest::text).toList();
    }

    private static String text(BulkObservationContext context) {
        ObservationView parent = context.getParentObservation();
        BulkResult result = context.result().orElseThrow();
        return "%s in %s: %d rows, %d written, %d rejected"
                .formatted(
                        context.getContextualName(),
                        parent == null ? "nothing" : parent.getContextView().getName(),
                        result.rows(),
                        result.written(),
                        result.rejected());
    }

    private static void observe(Configuration configuration, ObservationRegistry registry) {
        configuration.data(BulkListener.class, BulkObservations.of(registry));
    }

    private static List<Delivery> deliveries(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> new Delivery("isbn-" + i, i))
                .toList();
    }
}
