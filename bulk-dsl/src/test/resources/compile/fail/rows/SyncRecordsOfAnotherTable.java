import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkSync;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import java.util.List;

class SyncRecordsOfAnotherTable {
    static final BulkSync<OfferRecord, OfferRecord> FEED = bulkSync(bulkUpsert(OFFER).keys(OFFER.SKU).set(OFFER.PRICE))
            .scope(OFFER.SUPPLIER.eq("acme"))
            .deleteMissing();

    Object sync(List<PriceRecord> prices) {
        return FEED.rows(prices); // error: cant.apply.symbols
    }
}
