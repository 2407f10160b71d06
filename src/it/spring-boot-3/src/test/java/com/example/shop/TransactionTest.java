// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.db.Tables.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.RowSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Of the pool's two connections one is taken: a statement that wanted another than its transaction's would wait in vain. */
@ShopTest
class TransactionTest {

    private static final List<Movement> MANY =
            IntStream.range(0, 20_000).mapToObj(i -> new Movement("sku " + i, 1)).toList();

    private static final List<Movement> TOO_MANY_OF_A = List.of(new Movement("a", 11));

    @Autowired
    DSLContext ctx;

    @Autowired
    Stock stock;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DataSource dataSource;

    private Connection other;

    @BeforeEach
    void tenOfA() throws SQLException {
        other = dataSource.getConnection();
        ctx.truncate(STOCK).execute();
        stock.receive(List.of(new Movement("a", 10)));
    }

    @AfterEach
    void giveBack() throws SQLException {
        other.close();
    }

    @Test
    void whatWasCopiedIsUndone() {
        assertThat(Stock.RECEIVE.rows(MANY).explain(ctx)).startsWith("COPY: ");

        assertThatExceptionOfType(BulkException.class).isThrownBy(() -> stock.move(MANY, TOO_MANY_OF_A));
        assertThat(ctx.fetchCount(STOCK)).isEqualTo(1);

        stock.move(MANY, List.of(new Movement("a", 10)));
        assertThat(ctx.fetchCount(STOCK)).isEqualTo(20_001);
    }

    @ParameterizedTest
    @EnumSource(RowSource.class)
    void aStatementIsPartOfTheTransaction(RowSource source) {
        transactions.executeWithoutResult(transaction -> {
            ctx.insertInto(STOCK, STOCK.SKU, STOCK.COPIES).values("b", 10).execute();
            List<Movement> sold = List.of(new Movement("a", 1), new Movement("b", 1));

            assertThat(Stock.SELL.rows(sold).via(source).execute(ctx)).isEqualTo(2);

            transaction.setRollbackOnly();
        });

        assertThat(ctx.fetch(STOCK).intoMap(STOCK.SKU, STOCK.COPIES)).containsOnly(entry("a", 10));
    }

    @Test
    void batchesAreUndoneTogether() {
        transactions.executeWithoutResult(transaction -> {
            assertThat(Stock.RECEIVE.rows(MANY).batchSize(1_000).execute(ctx).batches())
                    .isEqualTo(20);
            assertThat(ctx.fetchCount(STOCK)).isEqualTo(20_001);

            transaction.setRollbackOnly();
        });

        assertThat(ctx.fetchCount(STOCK)).isEqualTo(1);
    }

    /** It would break the transaction's promise; outside of one it is what it says. */
    @Test
    void batchesCannotBeCommittedOneByOneWithinATransaction() {
        var batches = Stock.RECEIVE.rows(MANY).batchSize(1_000).commitEachBatch();

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.execute(transaction -> batches.execute(ctx)))
                .withMessageContaining("commitEachBatch() can't be, since the context is in a transaction");
        assertThat(ctx.fetchCount(STOCK)).isEqualTo(1);

        batches.execute(ctx);
        assertThat(ctx.fetchCount(STOCK)).isEqualTo(20_001);
    }

    @ParameterizedTest
    @EnumSource(RowSource.class)
    void afterAnErrorTheConnectionIsGoodForTheNext(RowSource source) {
        var tooMany = Stock.SELL.rows(TOO_MANY_OF_A).via(source);

        assertThatExceptionOfType(BulkException.class)
                .isThrownBy(() -> transactions.execute(transaction -> tooMany.execute(ctx)));

        assertThat(Stock.SELL.rows(List.of(new Movement("a", 10))).via(source).execute(ctx))
                .isEqualTo(1);
    }
}
