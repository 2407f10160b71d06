// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.testdb.public_.Tables.BOOK;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;

/** Two deliveries, and a definition that notes when they came. */
final class DatedDeliveries {

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN)
            .from(Delivery::isbn)
            .set(BOOK.STOCK, incr())
            .from(Delivery::copies)
            .set(BOOK.RESTOCKED_AT, now());

    static final List<Delivery> DELIVERIES = List.of(new Delivery("isbn-1", 10), new Delivery("isbn-3", 30));

    private DatedDeliveries() {}
}
