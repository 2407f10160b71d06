// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.db.Tables.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.contract.RowSource;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Boot puts Spring's exceptions in the place of jOOQ's, by a listener; a bulk statement throws its own all the same. */
@ShopTest
class ErrorTest {

    private static final List<Movement> SOLD = List.of(new Movement("a", 1), new Movement("b", 11));

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
    void aStatementOfJooqThrowsSprings() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> ctx.update(STOCK).set(STOCK.COPIES, -1).execute());
    }

    @ParameterizedTest
    @EnumSource(RowSource.class)
    void aBulkStatementTellsTheRow(RowSource source) {
        var e = catchThrowableOfType(
                BulkException.class, () -> Stock.SELL.rows(SOLD).via(source).execute(ctx));

        assertThat(e.failure().rowNumbers()).containsExactly(2);
        assertThat(e.failure().error().constraint()).contains("stock_copies_not_negative");
        assertThat(e).hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(ctx.fetch(STOCK).getValues(STOCK.COPIES)).containsOnly(10);
    }

    @ParameterizedTest
    @EnumSource(RowSource.class)
    void badRowsAreHandedOver(RowSource source) {
        List<Rejected<Movement>> rejected = new ArrayList<>();

        Stock.SELL.rows(SOLD).via(source).batchSize(1_000).onReject(rejected::add).execute(ctx);

        assertThat(rejected).extracting(Rejected::element).containsExactly(new Movement("b", 11));
        assertThat(ctx.fetch(STOCK).intoMap(STOCK.SKU, STOCK.COPIES)).containsEntry("a", 9).containsEntry("b", 10);
    }
}
