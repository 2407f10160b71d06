import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkSync;
import io.bulkdsl.Outcomes;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

class DryRunAsOutcomes {
    record Quote(String sku, BigDecimal price) {}

    static final BulkSync<OfferRecord, Quote> FEED = bulkSync(bulkUpsert(OFFER, Quote.class)
                    .key(OFFER.SKU).from(Quote::sku)
                    .set(OFFER.PRICE).from(Quote::price))
            .scope(OFFER.SUPPLIER.eq("acme"))
            .deleteMissing();

    Outcomes<Quote, Record> dryRun(List<Quote> quotes, DSLContext ctx) {
        return FEED.rows(quotes).dryRun(ctx); // error: prob.found.req
    }
}
