import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkSync;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;

class SyncRecordsNoMissing {
    static final BulkSync<OfferRecord, OfferRecord> FEED = bulkSync(bulkUpsert(OFFER).keys(OFFER.SKU).set(OFFER.PRICE))
            .scope(OFFER.SUPPLIER.eq("acme")); // error: prob.found.req
}
