import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;

class SoftDeleteNowThenRows {
    record Quote(String sku, BigDecimal price) {}

    static final BulkUpsert<OfferRecord, Quote> OFFERS = bulkUpsert(OFFER, Quote.class)
            .key(OFFER.SKU).from(Quote::sku)
            .set(OFFER.PRICE).from(Quote::price);

    int sync(List<Quote> quotes, DSLContext ctx) {
        return bulkSync(OFFERS)
                .scope(OFFER.SUPPLIER.eq("acme"))
                .softDeleteMissing(OFFER.REMOVED_BY, now())
                .rows(quotes) // error: cant.resolve.location.args
                .execute(ctx);
    }
}
