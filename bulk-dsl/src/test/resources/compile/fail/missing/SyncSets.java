import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkSync;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import java.math.BigDecimal;

class SyncSets {
    record Quote(String sku, BigDecimal price) {}

    static final BulkSync<OfferRecord, Quote> FEED = bulkSync(bulkUpsert(OFFER, Quote.class)
                    .key(OFFER.SKU).from(Quote::sku)
                    .set(OFFER.PRICE).from(Quote::price))
            .scope(OFFER.SUPPLIER.eq("acme"))
            .deleteMissing();

    static final Object LATER = FEED.set(OFFER.POSITION); // error: cant.resolve.location.args
}
