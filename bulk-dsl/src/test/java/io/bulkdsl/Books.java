// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.testdb.public_.Tables.BOOK;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What the tests find on the shelf: isbn-1 to isbn-n, with 1 to n in stock. */
final class Books {

    static void shelve(DSLContext ctx, int n) {
        for (int i = 1; i <= n; i++) {
            ctx.insertInto(BOOK)
                    .set(BOOK.ISBN, "isbn-" + i)
                    .set(BOOK.TITLE, "title " + i)
                    .set(BOOK.STOCK, i)
                    .execute();
        }
    }

    static Map<String, @Nullable Integer> stock(DSLContext ctx) {
        return ctx.select(BOOK.ISBN, BOOK.STOCK).from(BOOK).orderBy(BOOK.ID).fetchMap(BOOK.ISBN, BOOK.STOCK);
    }

    /** What is there still. */
    static List<String> left(DSLContext ctx) {
        return List.copyOf(stock(ctx).keySet());
    }

    private Books() {}
}
