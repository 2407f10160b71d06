// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.feed;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.docs.db.Tables.SUPPLIER_PRICE;

import io.bulkdsl.BulkSync;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Totals;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.docs.db.tables.records.SupplierPriceRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** The prices of a supplier, brought into line with the file that comes each night. */
final class Feed {

    // spotless:off
    static final BulkUpsert<SupplierPriceRecord, Price> PRICES = bulkUpsert(SUPPLIER_PRICE, Price.class)
            .key(SUPPLIER_PRICE.SUPPLIER).from(price -> "acme")
            .key(SUPPLIER_PRICE.SKU).from(Price::sku)
            .set(SUPPLIER_PRICE.AMOUNT).from(Price::amount)
            .setWhenChanged(SUPPLIER_PRICE.CHANGED_AT, now())
            .onlyChanged();

    static final BulkSync<SupplierPriceRecord, Price> ACME = bulkSync(PRICES)
            .scope(SUPPLIER_PRICE.SUPPLIER.eq("acme"))
            .deleteMissing()
            .refuseToRemoveMoreThanPercent(10);
    // spotless:on

    /** What the file would do; writes nothing. */
    static Totals preview(List<Price> file, DSLContext ctx) {
        return ACME.rows(file).dryRun(ctx);
    }

    /** All of the file, or nothing. */
    static Totals load(List<Price> file, DSLContext ctx) {
        return ACME.rows(file).fetchOutcomes(ctx).totals();
    }

    /** Of a file with broken lines what is good, and which are broken; removes nothing. */
    static List<Rejected<Price>> loadGood(List<Price> file, DSLContext ctx) {
        List<Rejected<Price>> bad = new ArrayList<>();
        PRICES.rows(file).batchSize(10_000).onReject(bad::add).execute(ctx);
        return bad;
    }

    private Feed() {}
}
