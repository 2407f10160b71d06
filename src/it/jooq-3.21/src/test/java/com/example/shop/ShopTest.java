// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.Shop.QUOTE;
import static com.example.shop.Shop.RESTOCK;
import static com.example.shop.db.Tables.BOOK;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.shop.Shop.Delivery;
import com.example.shop.Shop.Quote;
import io.bulkdsl.Outcome;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@PostgresTest(migrations = "classpath:db/migration")
class ShopTest {

    @ParameterizedTest
    @EnumSource
    void updates(RowSource source, DSLContext ctx) {
        ctx.insertInto(BOOK, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK)
                .values("978-0", "Emma", 1)
                .values("978-1", "Dubliners", 2)
                .execute();

        RESTOCK.rows(new Delivery("978-0", 10), new Delivery("978-1", 20)).via(source).execute(ctx);

        assertEquals(Map.of("978-0", 11, "978-1", 22), ctx.selectFrom(BOOK).fetchMap(BOOK.ISBN, BOOK.STOCK));
    }

    @ParameterizedTest
    @EnumSource
    void upserts(RowSource source, DSLContext ctx) {
        Quote same = new Quote("pen", new BigDecimal("1.50"));
        QUOTE.rows(same, new Quote("ink", new BigDecimal("7.00"))).execute(ctx);

        var outcomes = QUOTE.rows(same, new Quote("ink", new BigDecimal("8.00")), new Quote("nib", BigDecimal.ONE))
                .via(source)
                .fetchOutcomes(ctx);

        assertEquals(
                List.of(UNCHANGED, UPDATED, INSERTED),
                outcomes.stream().map(Outcome::status).toList());
    }
}
