import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkSync;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import java.math.BigDecimal;

class SyncGuardBeforeMissing {
    record Quote(String sku, BigDecimal price) {}

    static final BulkUpsert<OfferRecord, Quote> OFFERS = bulkUpsert(OFFER, Quote.class)
            .key(OFFER.SKU).from(Quote::sku)
            .set(OFFER.PRICE).from(Quote::price);

    static final BulkSync<OfferRecord, Quote> FEED = bulkSync(OFFERS)
            .scope(OFFER.SUPPLIER.eq("acme"))
            .refuseToRemoveMoreThan(10) // error: cant.resolve.location.args
            .deleteMissing();
}
