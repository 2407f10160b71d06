// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.Statements.QUOTE;
import static com.example.shop.Statements.RESTOCK;
import static com.example.shop.db.Tables.PRICE;
import static org.jooq.impl.DSL.field;

import io.bulkdsl.contract.Status;
import java.util.List;
import java.util.Map;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record2;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shop's books and prices, by R2DBC. */
final class Shop {

    /** PostgreSQL's mark of a row that this statement has made; one that it has updated has another. */
    private static final Field<Boolean> IS_NEW = field("xmax = 0", Boolean.class);

    private final DSLContext ctx;

    Shop(DSLContext ctx) {
        this.ctx = ctx;
    }

    /** How many books there are more copies of. */
    Mono<Integer> restock(List<Delivery> deliveries) {
        return Mono.from(on(ctx.configuration(), RESTOCK.rows(deliveries).query()));
    }

    /** What became of each quote: those unchanged aren't returned. */
    Mono<List<Status>> quote(List<Quote> quotes) {
        var written = on(ctx.configuration(), QUOTE.rows(quotes).returning(PRICE.SKU, IS_NEW).query());
        return Flux.from(written)
                .collectMap(Record2::value1, Record2::value2)
                .map(isNew -> quotes.stream().map(quote -> status(isNew, quote.sku())).toList());
    }

    private static Status status(Map<String, Boolean> isNew, String sku) {
        if (!isNew.containsKey(sku)) {
            return Status.UNCHANGED;
        }
        return isNew.get(sku) ? Status.INSERTED : Status.UPDATED;
    }

    /** New books come with new prices: both or neither. jOOQ tells the sum before it commits, so it is waited for the end. */
    Mono<Integer> deliver(List<Delivery> deliveries, List<Quote> quotes) {
        return Flux.from(ctx.transactionPublisher(transaction ->
                        Flux.just(RESTOCK.rows(deliveries).query(), QUOTE.rows(quotes).query())
                                .concatMap(query -> on(transaction, query))
                                .reduce(0, Integer::sum)))
                .last();
    }

    /** The query on a connection of this configuration, when somebody subscribes to it. */
    private static <Q extends Query> Q on(Configuration configuration, Q query) {
        query.attach(configuration);
        return query;
    }
}
