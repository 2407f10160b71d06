// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static io.bulkdsl.testdb.public_.Tables.PRICE;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.LogEntryRecord;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

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

    static final BulkInsert<LogEntryRecord, Delivery> LOG = bulkInsert(LOG_ENTRY, Delivery.class)
            .set(LOG_ENTRY.MESSAGE).from(Delivery::isbn)
            .set(LOG_ENTRY.SEEN).from(Delivery::copies);
    // spotless:on

    /** So many copies of each book as {@link Books} has of it. */
    static List<Delivery> deliveries(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> new Delivery("isbn-" + i, i))
                .toList();
    }

    private Deliveries() {}
}
