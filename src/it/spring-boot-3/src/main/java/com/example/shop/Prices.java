// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.db.Tables.PRICE;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.now;

import com.example.shop.db.tables.records.PriceRecord;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcomes;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

@Repository
class Prices {

    static final BulkUpsert<PriceRecord, Quote> QUOTE = bulkUpsert(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.AMOUNT).from(Quote::amount)
            .setOnInsert(PRICE.FIRST_SEEN, now())
            .onlyChanged();

    private final DSLContext ctx;

    Prices(DSLContext ctx) {
        this.ctx = ctx;
    }

    Outcomes<Quote, Record> put(List<Quote> quotes) {
        return QUOTE.rows(quotes).fetchOutcomes(ctx);
    }
}
