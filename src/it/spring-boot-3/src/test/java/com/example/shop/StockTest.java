// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.db.Tables.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.contract.RowSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class StockTest {

    @Autowired
    DSLContext ctx;

    @Autowired
    Stock stock;

    @BeforeEach
    void tenOfEach() {
        ctx.truncate(STOCK).execute();
        stock.receive(List.of(new Movement("a", 10), new Movement("b", 10)));
    }

    @Test
    void sells() {
        assertThat(stock.sell(List.of(new Movement("a", 3), new Movement("unknown", 1)))).isEqualTo(1);

        assertThat(copies()).isEqualTo(Map.of("a", 7, "b", 10));
    }

    /** jOOQ 3.19.35 and 3.21.5 double such an increment where the source of the rows is named as the table (jOOQ#20032). */
    @ParameterizedTest
    @EnumSource(RowSource.class)
    void receivingAddsToWhatIsThere(RowSource source) {
        List<Movement> received = List.of(new Movement("a", 3), new Movement("c", 4));

        Stock.RECEIVE.rows(received).via(source).execute(ctx);
        Stock.RECEIVE.rows(received).via(source).fetchOutcomes(ctx);

        assertThat(copies()).isEqualTo(Map.of("a", 16, "b", 10, "c", 8));
    }

    private Map<String, Integer> copies() {
        return ctx.fetch(STOCK).intoMap(STOCK.SKU, STOCK.COPIES);
    }
}
