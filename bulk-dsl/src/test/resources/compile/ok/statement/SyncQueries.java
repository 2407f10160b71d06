import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkSync;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.SyncStatement;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.RowCountQuery;

class SyncQueries {
    record Quote(String sku, BigDecimal price) {}

    static final BulkUpsert<OfferRecord, Quote> OFFERS = bulkUpsert(OFFER, Quote.class)
            .key(OFFER.SKU).from(Quote::sku)
            .set(OFFER.PRICE).from(Quote::price);

    static final BulkSync<OfferRecord, Quote> FEED =
            bulkSync(OFFERS).scope(OFFER.SUPPLIER.eq("acme")).deleteMissing();

    int[] inABatch(List<Quote> quotes, DSLContext ctx) {
        List<RowCountQuery> queries = FEED.rows(quotes).queries();
        return ctx.batch(queries).execute();
    }

    BulkStatement<Quote> asAnyStatement(List<Quote> quotes) {
        SyncStatement<Quote> sync = FEED.rows(quotes);
        return sync;
    }
}
