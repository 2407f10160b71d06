import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkSync;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcomes;
import io.bulkdsl.Totals;
import io.bulkdsl.contract.SyncRefusedException;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;

class TotalsOfASync {
    record Quote(String sku, BigDecimal price) {}

    static final BulkUpsert<OfferRecord, Quote> OFFERS = bulkUpsert(OFFER, Quote.class)
            .key(OFFER.SKU).from(Quote::sku)
            .set(OFFER.PRICE).from(Quote::price);

    static final BulkSync<OfferRecord, Quote> FEED = bulkSync(OFFERS)
            .scope(OFFER.SUPPLIER.eq("acme"))
            .deleteMissing()
            .refuseToRemoveMoreThanPercent(10);

    int sync(List<Quote> quotes, DSLContext ctx) {
        Totals foreseen = FEED.rows(quotes).dryRun(ctx);
        if (foreseen.deleted() > 1000) {
            return 0;
        }
        try {
            Outcomes<Quote, Record1<String>> outcomes =
                    FEED.rows(quotes).returning(OFFER.SKU).fetchOutcomes(ctx);
            for (Record1<String> removed : outcomes.removed()) {
                System.out.println(removed.value1());
            }
            return outcomes.totals().written();
        } catch (SyncRefusedException e) {
            return e.toRemove() - e.inScope();
        }
    }
}
