// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.db.Tables.BOOK;
import static com.example.shop.db.Tables.PRICE;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Operators.lt;

import com.example.shop.db.tables.records.BookRecord;
import com.example.shop.db.tables.records.PriceRecord;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import java.util.List;
import org.jooq.Condition;

/** What the shop writes in bulk. */
final class Statements {

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK, incr()).from(Delivery::copies)
            .set(BOOK.RESTOCKED_AT, now());

    static final BulkUpsert<PriceRecord, Quote> QUOTE = bulkUpsert(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.AMOUNT).from(Quote::amount)
            .setOnInsert(PRICE.FIRST_SEEN, now())
            .onlyChanged();

    /** The books of which there are fewer copies than somebody wants. */
    static Condition missing(List<Delivery> wanted) {
        return pdnf(Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .key(BOOK.STOCK, lt()).from(Delivery::copies)
                .rows(wanted);
    }

    private Statements() {}
}
