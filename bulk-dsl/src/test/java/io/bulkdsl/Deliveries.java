// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.PRICE;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import java.math.BigDecimal;

/** What the tests do with deliveries, however their rows travel. */
final class Deliveries {

    // spotless:off
    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK, incr()).from(Delivery::copies);

    static final BulkUpdate<BookRecord, Delivery> STOCKTAKING = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    static final BulkUpsert<PriceRecord, Delivery> QUOTE = bulkUpsert(PRICE, Delivery.class)
            .key(PRICE.SKU).from(Delivery::isbn)
            .set(PRICE.AMOUNT).from(delivery -> BigDecimal.valueOf(delivery.copies()));
    // spotless:on

    private Deliveries() {}
}
