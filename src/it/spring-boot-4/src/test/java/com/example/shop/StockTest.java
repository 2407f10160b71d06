// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.db.Tables.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.RowSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
@Import(TestPostgres.class)
class StockTest {

    private static final List<Movement> MANY =
            IntStream.range(0, 20_000).mapToObj(i -> new Movement("sku " + i, 1)).toList();

    @Autowired
    DSLContext ctx;

    @Autowired
    Stock stock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MeterRegistry registry;

    @BeforeEach
    void tenOfA() {
        ctx.truncate(STOCK).execute();
        stock.receive(List.of(new Movement("a", 10)));
    }

    @Test
    void answersForEachMovement() {
        assertThat(mvc.post().uri("/stock/received").contentType(MediaType.APPLICATION_JSON).content("""
                        [{"sku": "b", "copies": 5}, {"sku": "a", "copies": 5}]"""))
                .hasStatus(207)
                .bodyJson()
                .isLenientlyEqualTo("""
                        [{"sku": "b", "status": 201}, {"sku": "a", "status": 200}]""");
        assertThat(copies()).isEqualTo(Map.of("a", 15, "b", 5));
    }

    /** jOOQ 3.19.35 and 3.21.5 double such an increment where the source of the rows is named as the table (jOOQ#20032). */
    @ParameterizedTest
    @EnumSource(RowSource.class)
    void receivingAddsToWhatIsThere(RowSource source) {
        Stock.RECEIVE.rows(List.of(new Movement("a", 3), new Movement("b", 4))).via(source).execute(ctx);

        assertThat(copies()).isEqualTo(Map.of("a", 13, "b", 4));
    }

    @Test
    void whatWasCopiedIsUndone() {
        assertThat(Stock.RECEIVE.rows(MANY).explain(ctx)).startsWith("COPY: ");

        var e = catchThrowableOfType(
                BulkException.class, () -> stock.move(MANY, List.of(new Movement("a", 11))));

        assertThat(e).hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(copies()).isEqualTo(Map.of("a", 10));
    }

    @ParameterizedTest
    @EnumSource(RowSource.class)
    void anErrorTellsTheRow(RowSource source) {
        var statement = Stock.SELL.rows(List.of(new Movement("unknown", 1), new Movement("a", 11))).via(source);

        var e = catchThrowableOfType(BulkException.class, () -> statement.execute(ctx));

        assertThat(e.failure().rowNumbers()).containsExactly(2);
        assertThat(e.failure().error().constraint()).contains("stock_copies_not_negative");
    }

    @Test
    void theConnectionsOfThePoolAreCounted() {
        long before = registry.get("hikaricp.connections.usage").timer().count();

        stock.move(List.of(new Movement("b", 1)), List.of(new Movement("a", 1)));

        assertThat(registry.get("hikaricp.connections.usage").timer().count()).isEqualTo(before + 1);
    }

    private Map<String, Integer> copies() {
        return ctx.fetch(STOCK).intoMap(STOCK.SKU, STOCK.COPIES);
    }
}
