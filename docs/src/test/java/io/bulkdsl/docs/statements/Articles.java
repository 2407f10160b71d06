// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.docs.db.Tables.ARTICLE;

import io.bulkdsl.docs.statements.Upserts.Product;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The article that is there before the upserts of docs/statements/upsert.md, and products to come. */
final class Articles {

    /** The first exists, the second is new. */
    static final List<Product> INK_AND_PEN =
            List.of(product("ink", "Black ink", "2.00", "USD"), product("pen", "Pen", "9.00", null));

    static void insertInk(DSLContext ctx) {
        ctx.insertInto(ARTICLE, ARTICLE.SKU, ARTICLE.NAME, ARTICLE.PRICE, ARTICLE.CURRENCY, ARTICLE.VERSION)
                .values("ink", "Ink", new BigDecimal("1.50"), "GBP", 3)
                .execute();
    }

    static Product product(String sku, String name, @Nullable String price, @Nullable String currency) {
        return new Product(sku, name, price == null ? null : new BigDecimal(price), currency);
    }

    static List<String> articles(DSLContext ctx) {
        return ctx.selectFrom(ARTICLE).orderBy(ARTICLE.SKU).fetch(a -> "%s, %s, %s %s"
                .formatted(a.getSku(), a.getName(), a.getPrice(), a.getCurrency()));
    }

    private Articles() {}
}
