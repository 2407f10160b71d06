// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.lookup;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.docs.db.Tables.GADGET;
import static io.bulkdsl.docs.db.Tables.MAKER;
import static java.util.stream.Collectors.toMap;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.GetOrCreate;
import io.bulkdsl.Returned;
import io.bulkdsl.docs.db.tables.records.GadgetRecord;
import io.bulkdsl.docs.db.tables.records.MakerRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;

/** Gadgets and their makers, who are created when they are first named. */
final class Gadgets {

    // spotless:off
    static final GetOrCreate<MakerRecord, String> MAKERS = getOrCreate(MAKER, String.class)
            .key(MAKER.NAME).from(name -> name);

    static BulkInsert<GadgetRecord, Item> gadgets(Map<String, Long> makers) {
        return bulkInsert(GADGET, Item.class)
                .set(GADGET.SKU).from(Item::sku)
                .set(GADGET.TITLE).from(Item::title)
                .set(GADGET.MAKER_ID).from(item -> makers.get(item.maker()));
    }
    // spotless:on

    /** The id of each maker, whoever creates it. */
    static Map<String, Long> makers(List<Item> items, DSLContext ctx) {
        List<String> names = items.stream()
                .map(Item::maker)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return MAKERS.rows(names).returning(MAKER.ID).fetchRows(ctx).stream()
                .collect(toMap(Returned::element, row -> row.record().value1()));
    }

    /** Makers and gadgets, or neither. */
    static void load(List<Item> items, DSLContext ctx) {
        ctx.transaction(trx -> gadgets(makers(items, trx.dsl())).rows(items).execute(trx.dsl()));
    }

    private Gadgets() {}
}
