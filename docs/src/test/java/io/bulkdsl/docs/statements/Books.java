// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.docs.db.Tables.BOOK;

import io.bulkdsl.docs.db.tables.records.BookRecord;
import io.bulkdsl.docs.statements.Updates.Price;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The two books that are there before the updates of docs/statements/update.md, and what becomes of them. */
final class Books {

    /** The first has a new price, the second the one it had. */
    static final List<Price> TWO_PRICES = List.of(price("emma", "8.00"), price("ulysses", "9.00"));

    static void insert(DSLContext ctx) {
        ctx.insertInto(BOOK, BOOK.ISBN, BOOK.TITLE, BOOK.PRICE, BOOK.STOCK)
                .values("emma", "Emma", new BigDecimal("7.50"), 5)
                .values("ulysses", "Ulysses", new BigDecimal("9.00"), 0)
                .execute();
    }

    static Price price(@Nullable String isbn, String amount) {
        return new Price(isbn, new BigDecimal(amount));
    }

    static BookRecord book(String isbn, String title, @Nullable String price) {
        BookRecord book = new BookRecord();
        book.setIsbn(isbn);
        book.setTitle(title);
        book.setPrice(price == null ? null : new BigDecimal(price));
        return book;
    }

    static int stock(DSLContext ctx, String isbn) {
        return ctx.fetchValue(BOOK.STOCK, BOOK.ISBN.eq(isbn));
    }

    static String title(DSLContext ctx, String isbn) {
        return ctx.fetchValue(BOOK.TITLE, BOOK.ISBN.eq(isbn));
    }

    @Nullable
    static String priceOf(DSLContext ctx, String isbn) {
        BigDecimal price = ctx.fetchValue(BOOK.PRICE, BOOK.ISBN.eq(isbn));
        return price == null ? null : price.toString();
    }

    private Books() {}
}
