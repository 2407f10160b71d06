import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.BulkSync;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

class SyncForm {
    record Quote(String sku, BigDecimal price) {}

    static final BulkUpsert<OfferRecord, Quote> OFFERS = bulkUpsert(OFFER, Quote.class)
            .key(OFFER.SKU).from(Quote::sku)
            .set(OFFER.PRICE).from(Quote::price);

    static final BulkSync<OfferRecord, Quote> DELETING = bulkSync(OFFERS)
            .scope(OFFER.SUPPLIER.eq("acme"))
            .deleteMissing()
            .refuseToRemoveMoreThan(100)
            .refuseToRemoveMoreThanPercent(12.5);

    static final BulkSync<OfferRecord, Quote> MARKING = bulkSync(OFFERS.onlyChanged())
            .scope(OFFER.SUPPLIER.eq("acme").and(OFFER.POSITION.isNotNull()))
            .softDeleteMissing(OFFER.REMOVED_AT, now())
            .setMissing(OFFER.REMOVED_BY, expr(by -> inline("feed")))
            .setMissing(OFFER.POSITION, position -> DSL.inline((Integer) null))
            .refuseToRemoveMoreThanPercent(10);

    static final BulkSync<OfferRecord, Quote> KEEPING =
            bulkSync(OFFERS).scope(trueCondition()).keepMissing();

    int sync(List<Quote> quotes, DSLContext ctx) {
        return DELETING.rows(quotes).execute(ctx)
                + MARKING.rows(quotes.stream()).execute(ctx)
                + KEEPING.rows(quotes.iterator()).execute(ctx);
    }
}
