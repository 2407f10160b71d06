// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.docs.db.Tables.ARTICLE;
import static io.bulkdsl.docs.db.Tables.BOOK;
import static io.bulkdsl.docs.statements.Articles.INK_AND_PEN;
import static io.bulkdsl.docs.statements.Articles.articles;
import static io.bulkdsl.docs.statements.Articles.product;
import static io.bulkdsl.docs.statements.Upserts.BOOKS;
import static io.bulkdsl.docs.statements.Upserts.CHANGED_PRODUCTS;
import static io.bulkdsl.docs.statements.Upserts.PRODUCTS;
import static io.bulkdsl.docs.statements.Upserts.TOUCHED;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.docs.db.tables.records.BookRecord;
import io.bulkdsl.docs.statements.Upserts.Product;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/statements/upsert.md says of elements and records, and of what became of each. */
@PostgresTest(migrations = "classpath:db/migration")
class UpsertPageRowsTest {

    @BeforeEach
    void ink(DSLContext ctx) {
        Articles.insertInk(ctx);
    }

    @Test
    void elements(DSLContext ctx) {
        List<Product> feed = INK_AND_PEN;
        assertThatSql(PRODUCTS.rows(feed)).rendersSql("""
                insert into "public"."article" ("sku", "name", "price")
                select "incoming"."sku", "incoming"."name", "incoming"."price"
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("sku", "name", "price")
                order by "incoming"."sku"
                on conflict ("sku") do update
                set "name" = excluded."name", "price" = excluded."price"
                """);

        int written = PRODUCTS.rows(feed).execute(ctx);

        assertThat(written).isEqualTo(2);
        assertThat(articles(ctx)).containsExactly("ink, Black ink, 2.00 GBP", "pen, Pen, 9.00 EUR");
    }

    @Test
    void records(DSLContext ctx) {
        ctx.insertInto(BOOK, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK)
                .values("emma", "Emma", 5)
                .execute();
        List<BookRecord> books = List.of(book("emma", "Emma, revised"), book("ulysses", "Ulysses"));
        assertThatSql(BOOKS.rows(books)).rendersSql("""
                insert into "public"."book" ("isbn", "title", "price")
                select "incoming"."isbn", "incoming"."title", "incoming"."price"
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("isbn", "title", "price")
                order by "incoming"."isbn"
                on conflict ("isbn") do update
                set "title" = excluded."title", "price" = excluded."price"
                """);

        assertThat(BOOKS.rows(books).execute(ctx)).isEqualTo(2);

        assertThat(books(ctx)).containsExactly("emma, Emma, revised, null, 5", "ulysses, Ulysses, null, 0");
    }

    @Test
    void touchedOnly(DSLContext ctx) {
        ctx.insertInto(BOOK, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK)
                .values("emma", "Emma", 5)
                .execute();
        BookRecord emma = book("emma", "Emma, revised");
        BookRecord ulysses = book("ulysses", "Ulysses");
        ulysses.setStock(3);

        assertThatThrownBy(() -> BOOKS.set(BOOK.STOCK).rows(emma).execute(ctx)).hasMessageContaining("23502");
        assertThat(TOUCHED.rows(emma, ulysses, book("dubliners", "Dubliners")).execute(ctx))
                .isEqualTo(3);

        assertThat(books(ctx))
                .containsExactly(
                        "dubliners, Dubliners, null, 0", "emma, Emma, revised, null, 5", "ulysses, Ulysses, null, 3");
    }

    @Test
    void outcomes(DSLContext ctx) {
        List<Product> products = List.of(
                product("pen", "Pen", "9.00", null),
                product("ink", "Ink", "1.50", null),
                product("nib", "Nib", "0.10", null));

        Outcomes<Product, Record1<Integer>> outcomes =
                CHANGED_PRODUCTS.rows(products).returning(ARTICLE.VERSION).fetchOutcomes(ctx);

        assertThat(outcomes)
                .extracting(outcome -> outcome.element().sku(), Outcome::status, outcome -> outcome.record()
                        .orElseThrow()
                        .value1())
                .containsExactly(tuple("pen", INSERTED, 1), tuple("ink", UNCHANGED, 3), tuple("nib", INSERTED, 1));
        assertThat(outcomes.totals().inserted()).isEqualTo(2);
    }

    /** A record that touched no more than the title. */
    private static BookRecord book(String isbn, String title) {
        BookRecord book = new BookRecord();
        book.setIsbn(isbn);
        book.setTitle(title);
        return book;
    }

    private static List<String> books(DSLContext ctx) {
        return ctx.selectFrom(BOOK).orderBy(BOOK.ISBN).fetch(b -> "%s, %s, %s, %s"
                .formatted(b.getIsbn(), b.getTitle(), b.getPrice(), b.getStock()));
    }
}
