// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.db.Tables.STOCK;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.decr;
import static io.bulkdsl.Functions.incr;

import com.example.shop.db.tables.records.StockRecord;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcomes;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class Stock {

    static final BulkUpsert<StockRecord, Movement> RECEIVE = bulkUpsert(STOCK, Movement.class)
            .key(STOCK.SKU).from(Movement::sku)
            .set(STOCK.COPIES, incr()).from(Movement::copies);

    static final BulkUpdate<StockRecord, Movement> SELL = bulkUpdate(STOCK, Movement.class)
            .key(STOCK.SKU).from(Movement::sku)
            .set(STOCK.COPIES, decr()).from(Movement::copies);

    private final DSLContext ctx;

    Stock(DSLContext ctx) {
        this.ctx = ctx;
    }

    Outcomes<Movement, Record> receive(List<Movement> received) {
        return RECEIVE.rows(received).fetchOutcomes(ctx);
    }

    /** Both or neither. */
    @Transactional
    public void move(List<Movement> received, List<Movement> sold) {
        RECEIVE.rows(received).execute(ctx);
        SELL.rows(sold).execute(ctx);
    }
}
