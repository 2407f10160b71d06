// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.docs.db.Tables.ARTICLE;
import static io.bulkdsl.docs.db.Tables.BOOK;
import static io.bulkdsl.docs.db.Tables.HIT;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.docs.db.tables.records.ArticleRecord;
import io.bulkdsl.docs.db.tables.records.BookRecord;
import io.bulkdsl.docs.db.tables.records.HitRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The updates of docs/statements/update.md. */
final class Updates {

    record Delivery(String isbn, int copies) {}

    record Price(String isbn, @Nullable BigDecimal amount) {}

    record DailyHits(String path, LocalDate day, long hits) {}

    record Clearance(int copies, BigDecimal price) {}

    record Edit(String sku, String name, int versionRead) {}

    // spotless:off
    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK, incr()).from(Delivery::copies)
            .set(BOOK.CHANGED_AT, now());

    static final BulkUpdateOfRecords<BookRecord> PRICES_OF_RECORDS = bulkUpdate(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.TITLE, BOOK.PRICE);

    static final BulkUpdate<BookRecord, Price> PRICES = bulkUpdate(BOOK, Price.class)
            .key(BOOK.ISBN).from(Price::isbn)
            .set(BOOK.PRICE).from(Price::amount);

    static final BulkUpdate<HitRecord, DailyHits> CORRECTION = bulkUpdate(HIT, DailyHits.class)
            .key(HIT.PATH).from(DailyHits::path)
            .key(HIT.DAY).from(DailyHits::day)
            .set(HIT.HITS).from(DailyHits::hits);

    static final BulkUpdate<BookRecord, Clearance> CLEARANCE = bulkUpdate(BOOK, Clearance.class)
            .key(BOOK.STOCK, ge()).from(Clearance::copies)
            .set(BOOK.PRICE).from(Clearance::price);

    static final BulkUpdate<BookRecord, Price> PRICES_IN_STOCK = PRICES.where(BOOK.STOCK.gt(0));

    static final BulkUpdate<BookRecord, Price> CHANGED_PRICES = PRICES.onlyChanged();

    static final BulkUpdate<BookRecord, Price> STAMPED_PRICES = PRICES
            .setWhenChanged(BOOK.CHANGED_AT, now());

    static final BulkUpdate<BookRecord, Price> CHANGED_AND_STAMPED_PRICES = PRICES
            .setWhenChanged(BOOK.CHANGED_AT, now())
            .onlyChanged();

    static final BulkUpdateOfRecords<BookRecord> WHERE_THE_PRICE_CHANGES = bulkUpdate(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.TITLE, BOOK.PRICE)
            .onlyChanged(BOOK.PRICE);

    static final BulkUpdateOfRecords<BookRecord> TOUCHED = bulkUpdate(BOOK)
            .keys(BOOK.ISBN)
            .touchedOnly();

    static final BulkUpdate<ArticleRecord, Edit> EDIT = bulkUpdate(ARTICLE, Edit.class)
            .key(ARTICLE.SKU).from(Edit::sku)
            .set(ARTICLE.NAME).from(Edit::name)
            .version(ARTICLE.VERSION).from(Edit::versionRead);

    static final BulkUpdate<BookRecord, Delivery> RESTOCK_BY_PARCELS = RESTOCK.duplicates(FOLD);

    static final BulkUpdate<BookRecord, Price> LAST_PRICES = PRICES.duplicates(LAST);
    // spotless:on

    private Updates() {}
}
