// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Operators.eqBy;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.docs.db.Tables.ARTICLE;
import static io.bulkdsl.docs.db.Tables.BOOK;
import static io.bulkdsl.docs.db.Tables.HIT;
import static io.bulkdsl.docs.db.Tables.LOAN;
import static io.bulkdsl.docs.db.Tables.READER;
import static io.bulkdsl.docs.db.Tables.SHELF;
import static io.bulkdsl.docs.db.Tables.TRANSLATION;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.lower;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.docs.db.Keys;
import io.bulkdsl.docs.db.tables.records.ArticleRecord;
import io.bulkdsl.docs.db.tables.records.BookRecord;
import io.bulkdsl.docs.db.tables.records.HitRecord;
import io.bulkdsl.docs.db.tables.records.LoanRecord;
import io.bulkdsl.docs.db.tables.records.ReaderRecord;
import io.bulkdsl.docs.db.tables.records.ShelfRecord;
import io.bulkdsl.docs.db.tables.records.TranslationRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The upserts of docs/statements/upsert.md. */
final class Upserts {

    record Visit(String path, LocalDate day) {}

    record Product(
            String sku,
            String name,
            @Nullable BigDecimal price,
            @Nullable String currency) {}

    record Edit(String sku, String name, int versionRead) {}

    record Subscriber(String email, String name) {}

    record Place(String room, int place, String isbn) {}

    record Title(String isbn, @Nullable String language, String title) {}

    record Borrowed(String isbn, String reader) {}

    // spotless:off
    static final BulkUpsert<HitRecord, Visit> COUNT = bulkUpsert(HIT, Visit.class)
            .key(HIT.PATH).from(Visit::path)
            .key(HIT.DAY).from(Visit::day)
            .set(HIT.HITS, incr()).from(visit -> 1L)
            .duplicates(FOLD);

    static final BulkUpsertOfRecords<BookRecord> BOOKS = bulkUpsert(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.TITLE, BOOK.PRICE);

    static final BulkUpsert<ArticleRecord, Product> PRODUCTS = bulkUpsert(ARTICLE, Product.class)
            .key(ARTICLE.SKU).from(Product::sku)
            .set(ARTICLE.NAME).from(Product::name)
            .set(ARTICLE.PRICE).from(Product::price);

    static final BulkUpsert<ArticleRecord, Product> FIRST_SEEN = bulkUpsert(ARTICLE, Product.class)
            .key(ARTICLE.SKU).from(Product::sku)
            .set(ARTICLE.PRICE).from(Product::price)
            .setOnInsert(ARTICLE.NAME).from(Product::name)
            .setOnInsert(ARTICLE.FIRST_SEEN, now());

    static final BulkUpsert<ArticleRecord, Product> CURRENCY_WHERE_IT_EXISTS = bulkUpsert(ARTICLE, Product.class)
            .key(ARTICLE.SKU).from(Product::sku)
            .set(ARTICLE.NAME).from(Product::name)
            .setOnUpdate(ARTICLE.CURRENCY).from(Product::currency);

    static final BulkUpsert<ArticleRecord, Product> CURRENCY = bulkUpsert(ARTICLE, Product.class)
            .key(ARTICLE.SKU).from(Product::sku)
            .set(ARTICLE.NAME).from(Product::name)
            .set(ARTICLE.CURRENCY).from(Product::currency);

    static final BulkUpsert<ArticleRecord, Product> CURRENCY_OR_DEFAULT = bulkUpsert(ARTICLE, Product.class)
            .key(ARTICLE.SKU).from(Product::sku)
            .set(ARTICLE.NAME).from(Product::name)
            .set(ARTICLE.CURRENCY).fromOrDefault(Product::currency);

    static final BulkUpsert<ArticleRecord, Product> NEW_PRODUCTS = PRODUCTS.doNothing();

    static final BulkUpsert<ArticleRecord, Product> CHANGED_PRODUCTS = PRODUCTS.onlyChanged();

    static final BulkUpsert<ArticleRecord, Product> STAMPED_PRODUCTS = PRODUCTS
            .setWhenChanged(ARTICLE.CHANGED_AT, now());

    static final BulkUpsert<ArticleRecord, Product> PRODUCTS_IN_EUROS = PRODUCTS.where(ARTICLE.CURRENCY.eq("EUR"));

    static final BulkUpsert<ArticleRecord, Product> DEARER_PRODUCTS = PRODUCTS
            .where(ARTICLE.PRICE.lt(excluded(ARTICLE.PRICE)));

    static final BulkUpsertOfRecords<BookRecord> TOUCHED = bulkUpsert(BOOK)
            .keys(BOOK.ISBN)
            .touchedOnly();

    static final BulkUpsert<ArticleRecord, Edit> EDIT = bulkUpsert(ARTICLE, Edit.class)
            .key(ARTICLE.SKU).from(Edit::sku)
            .set(ARTICLE.NAME).from(Edit::name)
            .version(ARTICLE.VERSION).from(Edit::versionRead);

    static final BulkUpsert<ShelfRecord, Place> PLACES = bulkUpsert(SHELF, Place.class)
            .key(SHELF.ROOM).from(Place::room)
            .key(SHELF.PLACE).from(Place::place)
            .set(SHELF.ISBN).from(Place::isbn)
            .onConstraint(Keys.SHELF_PLACE)
            .filledByDatabase(SHELF.LABEL);

    static final BulkUpsert<ReaderRecord, Subscriber> ACTIVE_READERS = bulkUpsert(READER, Subscriber.class)
            .key(READER.EMAIL).from(Subscriber::email)
            .set(READER.NAME).from(Subscriber::name)
            .indexWhere(READER.LEFT_ON.isNull());

    static final BulkUpsert<ReaderRecord, Subscriber> LOGINS = bulkUpsert(READER, Subscriber.class)
            .key(READER.LOGIN, eqBy(login -> lower(login))).from(Subscriber::email)
            .set(READER.NAME).from(Subscriber::name);

    static final BulkUpsert<TranslationRecord, Title> TITLES = bulkUpsert(TRANSLATION, Title.class)
            .key(TRANSLATION.ISBN).from(Title::isbn)
            .key(TRANSLATION.LANGUAGE, notDistinct()).from(Title::language)
            .set(TRANSLATION.TITLE).from(Title::title);

    static final BulkUpsert<LoanRecord, Borrowed> LOANS = bulkUpsert(LOAN, Borrowed.class)
            .key(LOAN.ISBN).from(Borrowed::isbn)
            .key(LOAN.READER).from(Borrowed::reader)
            .set(LOAN.TIMES, incr()).from(borrowed -> 1)
            .keyNotUnique();

    static final BulkUpsert<LoanRecord, Borrowed> NO_KEY = bulkUpsert(LOAN, Borrowed.class)
            .key(LOAN.ISBN).from(Borrowed::isbn)
            .key(LOAN.READER).from(Borrowed::reader)
            .set(LOAN.TIMES, incr()).from(borrowed -> 1);
    // spotless:on

    private Upserts() {}
}
