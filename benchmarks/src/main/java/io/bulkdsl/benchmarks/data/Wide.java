// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.data;

import static io.bulkdsl.benchmarks.db.Tables.WIDE;

import io.bulkdsl.benchmarks.db.tables.records.WideRecord;
import java.util.List;
import org.jooq.JSONB;

/** Thirty columns of mixed types. */
final class Wide {

    static final Shape<WideRecord, WideRow> SHAPE = new Shape<>(
            WIDE,
            WideRow.class,
            WideRow::new,
            new Column<>(WIDE.ID, row -> row.id),
            List.of(
                    new Column<>(WIDE.SKU, row -> row.sku),
                    new Column<>(WIDE.TITLE, row -> row.title),
                    new Column<>(WIDE.DESCRIPTION, row -> row.description),
                    new Column<>(WIDE.CATEGORY, row -> row.category),
                    new Column<>(WIDE.BRAND, row -> row.brand),
                    new Column<>(WIDE.NOTE, row -> row.note),
                    new Column<>(WIDE.PRICE, row -> row.price),
                    new Column<>(WIDE.COST, row -> row.cost),
                    new Column<>(WIDE.TAX, row -> row.tax),
                    new Column<>(WIDE.WEIGHT, row -> row.weight),
                    new Column<>(WIDE.WIDTH, row -> row.width),
                    new Column<>(WIDE.HEIGHT, row -> row.height),
                    new Column<>(WIDE.RATING, row -> row.rating),
                    new Column<>(WIDE.PAGES, row -> row.pages),
                    new Column<>(WIDE.STOCK, row -> row.stock),
                    new Column<>(WIDE.RESERVED, row -> row.reserved),
                    new Column<>(WIDE.ORDERED, row -> row.ordered),
                    new Column<>(WIDE.MINIMUM, row -> row.minimum),
                    new Column<>(WIDE.SOLD, row -> row.sold),
                    new Column<>(WIDE.VIEWS, row -> row.views),
                    new Column<>(WIDE.ACTIVE, row -> row.active),
                    new Column<>(WIDE.VISIBLE, row -> row.visible),
                    new Column<>(WIDE.FRAGILE, row -> row.fragile),
                    new Column<>(WIDE.RELEASED, row -> row.released),
                    new Column<>(WIDE.DISCONTINUED, row -> row.discontinued),
                    new Column<>(WIDE.SEEN, row -> row.seen),
                    new Column<>(WIDE.CREATED, row -> row.created),
                    new Column<>(WIDE.REFERENCE, row -> row.reference),
                    new Column<>(WIDE.ATTRIBUTES, row -> JSONB.valueOf(row.attributes))));

    private Wide() {}
}
