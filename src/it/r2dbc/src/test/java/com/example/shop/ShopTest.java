// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.Statements.RESTOCK;
import static com.example.shop.db.Tables.BOOK;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a PostgreSQL server; each test has a database of its own. */
@PostgresTest(migrations = "classpath:db/migration")
class ShopTest {

    private final DSLContext jdbc;
    private final DSLContext ctx;
    private final Shop shop;

    ShopTest(TestDatabase database) {
        jdbc = database.dsl();
        ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(database.url().replace("jdbc:", "r2dbc:"))
                .mutate()
                .option(ConnectionFactoryOptions.USER, database.user())
                .option(ConnectionFactoryOptions.PASSWORD, database.password())
                .build();
        ctx = DSL.using(ConnectionFactories.get(options), SQLDialect.POSTGRES);
        shop = new Shop(ctx);
    }

    @BeforeEach
    void books() {
        jdbc.insertInto(BOOK, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK)
                .values("978-0", "Emma", 1)
                .values("978-1", "Dubliners", 2)
                .execute();
    }

    @Test
    void aDeliveryAddsCopies() {
        assertEquals(2, shop.restock(List.of(new Delivery("978-0", 10), new Delivery("978-1", 20))).block());
        assertEquals(Map.of("978-0", 11, "978-1", 22), stock());
    }

    /** More than 50 rows go as arrays. */
    @Test
    void aLargeDeliveryIsOneStatementToo() {
        List<Delivery> deliveries = IntStream.range(0, 20_000).mapToObj(i -> new Delivery("978-" + i, 10)).toList();
        assertEquals(2, shop.restock(deliveries).block());
        assertEquals(Map.of("978-0", 11, "978-1", 12), stock());
    }

    @Test
    void quotesTellWhatBecameOfThem() {
        Quote same = new Quote("pen", new BigDecimal("1.50"));
        Quote ink = new Quote("ink", new BigDecimal("7.00"));
        assertEquals(List.of(INSERTED, INSERTED), shop.quote(List.of(same, ink)).block());

        Quote dearer = new Quote("ink", new BigDecimal("8.00"));
        Quote nib = new Quote("nib", BigDecimal.ONE);
        assertEquals(List.of(UNCHANGED, UPDATED, INSERTED), shop.quote(List.of(same, dearer, nib)).block());
    }

    @Test
    void aTransactionIsAllOrNothing() {
        List<Delivery> deliveries = List.of(new Delivery("978-0", 10));
        assertEquals(2, shop.deliver(deliveries, List.of(new Quote("978-0", BigDecimal.TEN))).block());
        assertEquals(Map.of("978-0", 11, "978-1", 2), stock());

        var free = shop.deliver(deliveries, List.of(new Quote("978-0", BigDecimal.ZERO)));
        assertThrows(IntegrityConstraintViolationException.class, free::block);
        assertEquals(Map.of("978-0", 11, "978-1", 2), stock());
    }

    @Test
    void whatNeedsJdbcSaysSo() {
        var delivery = RESTOCK.rows(new Delivery("978-0", 10));

        var executed = assertThrows(IllegalStateException.class, () -> delivery.execute(ctx));
        assertEquals(
                "bulkUpdate of book: executing needs a JDBC connection, and the context has R2DBC alone;"
                        + " attach query() to the context and subscribe to it",
                executed.getMessage());

        var copied = assertThrows(IllegalStateException.class, () -> delivery.via(RowSource.COPY).query());
        assertEquals(
                "bulkUpdate of book: COPY can't be used: COPY isn't part of a query; it can be executed only",
                copied.getMessage());
    }

    private Map<String, Integer> stock() {
        return jdbc.selectFrom(BOOK).fetchMap(BOOK.ISBN, BOOK.STOCK);
    }
}
