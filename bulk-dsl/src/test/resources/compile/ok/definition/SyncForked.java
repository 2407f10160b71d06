import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkSync;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import java.math.BigDecimal;

class SyncForked {
    record Quote(String sku, BigDecimal price) {}

    static final BulkUpsert<OfferRecord, Quote> OFFERS = bulkUpsert(OFFER, Quote.class)
            .key(OFFER.SKU).from(Quote::sku)
            .set(OFFER.PRICE).from(Quote::price);

    static BulkSync<OfferRecord, Quote> of(String supplier) {
        BulkSync.MissingStep<OfferRecord, Quote> scoped = bulkSync(OFFERS).scope(OFFER.SUPPLIER.eq(supplier));
        return supplier.startsWith("old") ? scoped.keepMissing() : scoped.deleteMissing();
    }
}
