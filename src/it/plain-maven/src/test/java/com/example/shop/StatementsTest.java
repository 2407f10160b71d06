// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.Statements.QUOTE;
import static com.example.shop.Statements.RESTOCK;
import static com.example.shop.db.Tables.BOOK;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bulkdsl.Outcome;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** On a PostgreSQL server; each test has a database of its own. */
@PostgresTest(migrations = "classpath:db/migration")
class StatementsTest {

    @Test
    void aDeliveryAddsCopies(DSLContext ctx) {
        ctx.insertInto(BOOK, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK)
                .values("978-0", "Emma", 1)
                .values("978-1", "Dubliners", 2)
                .execute();

        int updated = RESTOCK.rows(new Delivery("978-0", 10), new Delivery("978-1", 20)).execute(ctx);

        assertEquals(2, updated);
        assertEquals(Map.of("978-0", 11, "978-1", 22), ctx.selectFrom(BOOK).fetchMap(BOOK.ISBN, BOOK.STOCK));
    }

    @Test
    void anUpsertTellsWhatBecameOfEachRow(DSLContext ctx) {
        Quote same = new Quote("pen", new BigDecimal("1.50"));
        QUOTE.rows(same, new Quote("ink", new BigDecimal("7.00"))).execute(ctx);

        var outcomes = QUOTE.rows(same, new Quote("ink", new BigDecimal("8.00")), new Quote("nib", BigDecimal.ONE))
                .fetchOutcomes(ctx);
        assertEquals(List.of(UNCHANGED, UPDATED, INSERTED), outcomes.stream().map(Outcome::status).toList());
    }
}
