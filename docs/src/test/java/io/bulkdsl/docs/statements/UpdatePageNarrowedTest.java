// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.contract.Status.STALE;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.docs.db.Tables.ARTICLE;
import static io.bulkdsl.docs.db.Tables.BOOK;
import static io.bulkdsl.docs.statements.Books.TWO_PRICES;
import static io.bulkdsl.docs.statements.Books.book;
import static io.bulkdsl.docs.statements.Books.price;
import static io.bulkdsl.docs.statements.Books.priceOf;
import static io.bulkdsl.docs.statements.Books.stock;
import static io.bulkdsl.docs.statements.Books.title;
import static io.bulkdsl.docs.statements.Updates.CHANGED_AND_STAMPED_PRICES;
import static io.bulkdsl.docs.statements.Updates.CHANGED_PRICES;
import static io.bulkdsl.docs.statements.Updates.EDIT;
import static io.bulkdsl.docs.statements.Updates.PRICES;
import static io.bulkdsl.docs.statements.Updates.PRICES_IN_STOCK;
import static io.bulkdsl.docs.statements.Updates.PRICES_OF_RECORDS;
import static io.bulkdsl.docs.statements.Updates.STAMPED_PRICES;
import static io.bulkdsl.docs.statements.Updates.TOUCHED;
import static io.bulkdsl.docs.statements.Updates.WHERE_THE_PRICE_CHANGES;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.Outcome;
import io.bulkdsl.docs.db.tables.records.BookRecord;
import io.bulkdsl.docs.statements.Updates.Edit;
import io.bulkdsl.docs.statements.Updates.Price;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.RowCountQuery;
import org.jooq.exception.DataChangedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/statements/update.md says of rows and columns that are not written. */
@PostgresTest(migrations = "classpath:db/migration")
class UpdatePageNarrowedTest {

    @BeforeEach
    void books(DSLContext ctx) {
        Books.insert(ctx);
    }

    @Test
    void where(DSLContext ctx) {
        List<Price> prices = List.of(price("emma", "8.00"), price("ulysses", "8.00"));
        assertThatSql(PRICES_IN_STOCK.rows(prices)).rendersSql("""
                update "public"."book"
                set "price" = "incoming"."price"
                from (values (?, ?), (?, ?)) as "incoming" ("isbn", "price")
                where ("public"."book"."isbn" = "incoming"."isbn" and "public"."book"."stock" > ?)
                """);

        assertThat(PRICES_IN_STOCK.rows(prices).execute(ctx)).isEqualTo(1);

        assertThat(priceOf(ctx, "emma")).isEqualTo("8.00");
        assertThat(priceOf(ctx, "ulysses")).isEqualTo("9.00");
    }

    @Test
    void onlyChanged(DSLContext ctx) {
        assertThatSql(CHANGED_PRICES.rows(TWO_PRICES)).rendersSql("""
                update "public"."book"
                set "price" = "incoming"."price"
                from (values (?, ?), (?, ?)) as "incoming" ("isbn", "price")
                where (
                  "public"."book"."isbn" = "incoming"."isbn"
                  and "public"."book"."price" is distinct from cast("incoming"."price" as numeric(10, 2))
                )
                """);
        String emma = placeOf(ctx, "emma");
        String ulysses = placeOf(ctx, "ulysses");

        assertThat(CHANGED_PRICES.rows(TWO_PRICES).execute(ctx)).isEqualTo(1);

        assertThat(placeOf(ctx, "emma")).isNotEqualTo(emma);
        assertThat(placeOf(ctx, "ulysses")).isEqualTo(ulysses);
        assertThat(PRICES.rows(TWO_PRICES).execute(ctx)).isEqualTo(2);
        assertThat(placeOf(ctx, "ulysses")).isNotEqualTo(ulysses);
    }

    @Test
    void onlyChangedSomeColumns(DSLContext ctx) {
        List<BookRecord> books = List.of(book("emma", "Emma!", "7.50"), book("ulysses", "Ulysses!", "8.00"));
        assertThatSql(WHERE_THE_PRICE_CHANGES.rows(books)).rendersSql("""
                update "public"."book"
                set "title" = "incoming"."title", "price" = "incoming"."price"
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("isbn", "title", "price")
                where (
                  "public"."book"."isbn" = "incoming"."isbn"
                  and "public"."book"."price" is distinct from cast("incoming"."price" as numeric(10, 2))
                )
                """);

        assertThat(WHERE_THE_PRICE_CHANGES.rows(books).execute(ctx)).isEqualTo(1);

        assertThat(title(ctx, "emma")).isEqualTo("Emma");
        assertThat(title(ctx, "ulysses")).isEqualTo("Ulysses!");
    }

    @Test
    void setWhenChanged(DSLContext ctx) {
        assertThatSql(STAMPED_PRICES.rows(TWO_PRICES)).rendersSql("""
                update "public"."book"
                set
                  "price" = "incoming"."price",
                  "changed_at" = case
                    when "public"."book"."price" is distinct from cast("incoming"."price" as numeric(10, 2)) then now()
                    else "public"."book"."changed_at"
                  end
                from (values (?, ?), (?, ?)) as "incoming" ("isbn", "price")
                where "public"."book"."isbn" = "incoming"."isbn"
                """);
        assertThatSql(CHANGED_AND_STAMPED_PRICES.rows(TWO_PRICES)).rendersSql("""
                update "public"."book"
                set "price" = "incoming"."price", "changed_at" = now()
                from (values (?, ?), (?, ?)) as "incoming" ("isbn", "price")
                where (
                  "public"."book"."isbn" = "incoming"."isbn"
                  and "public"."book"."price" is distinct from cast("incoming"."price" as numeric(10, 2))
                )
                """);

        assertThat(STAMPED_PRICES.rows(TWO_PRICES).execute(ctx)).isEqualTo(2);
        assertThat(stamped(ctx)).containsExactly("emma");

        ctx.update(BOOK)
                .setNull(BOOK.CHANGED_AT)
                .set(BOOK.PRICE, new BigDecimal("9.00"))
                .execute();
        assertThat(CHANGED_AND_STAMPED_PRICES.rows(TWO_PRICES).execute(ctx)).isEqualTo(1);
        assertThat(stamped(ctx)).containsExactly("emma");
    }

    @Test
    void touchedOnly(DSLContext ctx) {
        BookRecord emma = ctx.fetchSingle(BOOK, BOOK.ISBN.eq("emma"));
        BookRecord ulysses = ctx.fetchSingle(BOOK, BOOK.ISBN.eq("ulysses"));
        ctx.update(BOOK).set(BOOK.STOCK, 3).execute();

        emma.setTitle("Emma, revised");
        ulysses.setPrice(new BigDecimal("8.00"));
        TOUCHED.rows(emma, ulysses).execute(ctx);

        List<RowCountQuery> queries = TOUCHED.rows(emma, ulysses).queries();
        assertThat(queries).hasSize(2);
        assertThatSql(queries.get(0)).rendersSql("""
                update "public"."book"
                set "title" = "incoming"."title"
                from (values (?, ?)) as "incoming" ("isbn", "title")
                where "public"."book"."isbn" = "incoming"."isbn"
                """);
        assertThatSql(queries.get(1)).rendersSql("""
                update "public"."book"
                set "price" = "incoming"."price"
                from (values (?, ?)) as "incoming" ("isbn", "price")
                where "public"."book"."isbn" = "incoming"."isbn"
                """);
        assertThat(title(ctx, "emma")).isEqualTo("Emma, revised");
        assertThat(priceOf(ctx, "emma")).isEqualTo("7.50");
        assertThat(title(ctx, "ulysses")).isEqualTo("Ulysses");
        assertThat(priceOf(ctx, "ulysses")).isEqualTo("8.00");
        assertThat(stock(ctx, "emma")).isEqualTo(3);

        PRICES_OF_RECORDS.set(BOOK.STOCK).rows(emma).execute(ctx);
        assertThat(stock(ctx, "emma")).isEqualTo(5);
    }

    @Test
    void version(DSLContext ctx) {
        ctx.insertInto(ARTICLE, ARTICLE.SKU, ARTICLE.NAME, ARTICLE.VERSION)
                .values("ink", "Ink", 3)
                .values("pen", "Pen", 3)
                .execute();
        List<Edit> edits = List.of(new Edit("ink", "Black ink", 3), new Edit("pen", "Red pen", 2));
        assertThatSql(EDIT.rows(edits)).rendersSql("""
                update "public"."article"
                set "name" = "incoming"."name", "version" = (coalesce("public"."article"."version", 0) + 1)
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("sku", "version", "name")
                where ("public"."article"."sku" = "incoming"."sku" and "public"."article"."version" is not distinct from "incoming"."version")
                """);

        assertThatThrownBy(() -> EDIT.rows(edits).execute(ctx)).isInstanceOf(DataChangedException.class);
        assertThat(names(ctx)).containsExactly("Ink 3", "Pen 3");

        assertThat(EDIT.rows(edits).fetchOutcomes(ctx))
                .extracting(Outcome::status)
                .containsExactly(UPDATED, STALE);
        assertThat(names(ctx)).containsExactly("Black ink 4", "Pen 3");
    }

    private static List<String> stamped(DSLContext ctx) {
        return ctx.fetchValues(ctx.select(BOOK.ISBN).from(BOOK).where(BOOK.CHANGED_AT.isNotNull()));
    }

    /** Names and versions of all articles. */
    private static List<String> names(DSLContext ctx) {
        return ctx.selectFrom(ARTICLE)
                .orderBy(ARTICLE.SKU)
                .fetch(article -> article.getName() + " " + article.getVersion());
    }

    /** Where the row is: another place whenever PostgreSQL writes it, whatever it writes. */
    private static String placeOf(DSLContext ctx, String isbn) {
        return ctx.fetchSingle("select cast(ctid as text) from book where isbn = {0}", inline(isbn))
                .get(0, String.class);
    }
}
