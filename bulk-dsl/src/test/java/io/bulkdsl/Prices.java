// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.testdb.public_.Tables.PRICE;

import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What is quoted for which article, and the upsert that the tests write it by. */
final class Prices {

    // spotless:off
    record Quote(@Nullable String sku, @Nullable BigDecimal amount) {}

    static final BulkUpsert<PriceRecord, Quote> QUOTE = bulkUpsert(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.AMOUNT).from(Quote::amount)
            .set(PRICE.SEEN, incr()).from(quote -> 1)
            .setOnInsert(PRICE.FIRST_SEEN, now());
    // spotless:on

    static final List<Quote> QUOTES = List.of(quote("b", "2.00"), quote("a", "1.00"));

    static List<String> prices(DSLContext ctx) {
        return ctx.selectFrom(PRICE)
                .orderBy(PRICE.SKU)
                .fetch(p -> p.getSku() + " " + p.getAmount() + " " + p.getSeen() + " " + p.getSource());
    }

    static Quote quote(String sku, @Nullable String amount) {
        return new Quote(sku, amount == null ? null : new BigDecimal(amount));
    }

    private Prices() {}
}
