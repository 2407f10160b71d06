import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkSync;
import io.bulkdsl.SyncStatement;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import java.util.List;

class SyncRecords {
    static final BulkSync<OfferRecord, OfferRecord> FEED = bulkSync(bulkUpsert(OFFER)
                    .keys(OFFER.SKU)
                    .set(OFFER.PRICE, OFFER.POSITION)
                    .set(OFFER.SUPPLIER))
            .scope(OFFER.SUPPLIER.eq("acme"))
            .softDeleteMissing(OFFER.REMOVED_AT, now());

    SyncStatement<OfferRecord> statement(List<OfferRecord> offers) {
        return FEED.rows(offers);
    }
}
