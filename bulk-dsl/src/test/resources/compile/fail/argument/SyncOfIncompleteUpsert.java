import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.math.BigDecimal;

class SyncOfIncompleteUpsert {
    record Quote(String sku, BigDecimal price) {}

    Object sync = bulkSync(bulkUpsert(OFFER, Quote.class) // error: cant.apply.symbols
            .key(OFFER.SKU).from(Quote::sku));
}
