// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.contract.Duplicates.FIRST;
import static io.bulkdsl.docs.db.Tables.BOOK;
import static io.bulkdsl.docs.db.Tables.HIT;
import static io.bulkdsl.docs.statements.Books.book;
import static io.bulkdsl.docs.statements.Books.price;
import static io.bulkdsl.docs.statements.Books.priceOf;
import static io.bulkdsl.docs.statements.Books.stock;
import static io.bulkdsl.docs.statements.Books.title;
import static io.bulkdsl.docs.statements.Updates.CLEARANCE;
import static io.bulkdsl.docs.statements.Updates.CORRECTION;
import static io.bulkdsl.docs.statements.Updates.LAST_PRICES;
import static io.bulkdsl.docs.statements.Updates.PRICES;
import static io.bulkdsl.docs.statements.Updates.PRICES_OF_RECORDS;
import static io.bulkdsl.docs.statements.Updates.RESTOCK;
import static io.bulkdsl.docs.statements.Updates.RESTOCK_BY_PARCELS;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.docs.db.tables.records.BookRecord;
import io.bulkdsl.docs.statements.Updates.Clearance;
import io.bulkdsl.docs.statements.Updates.DailyHits;
import io.bulkdsl.docs.statements.Updates.Delivery;
import io.bulkdsl.docs.statements.Updates.Price;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/statements/update.md says of input rows and the rows that they belong to. */
@PostgresTest(migrations = "classpath:db/migration")
class UpdatePageRowsTest {

    @BeforeEach
    void books(DSLContext ctx) {
        Books.insert(ctx);
    }

    @Test
    void elements(DSLContext ctx) {
        List<Delivery> deliveries = List.of(new Delivery("emma", 10), new Delivery("ulysses", 20));
        assertThatSql(RESTOCK.rows(deliveries)).rendersSql("""
                update "public"."book"
                set
                  "stock" = coalesce(("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock"),
                  "changed_at" = now()
                from (values (?, ?), (?, ?)) as "incoming" ("isbn", "stock")
                where "public"."book"."isbn" = "incoming"."isbn"
                """).withBinds("emma", 10, "ulysses", 20);

        int updated = RESTOCK.rows(deliveries).execute(ctx);

        assertThat(updated).isEqualTo(2);
        assertThat(stock(ctx, "emma")).isEqualTo(15);
        assertThat(stock(ctx, "ulysses")).isEqualTo(20);
        assertThat(ctx.fetchCount(BOOK, BOOK.CHANGED_AT.isNotNull())).isEqualTo(2);
    }

    @Test
    void records(DSLContext ctx) {
        List<BookRecord> books = List.of(book("emma", "Emma, revised", "8.00"), book("ulysses", "Ulysses", null));
        assertThatSql(PRICES_OF_RECORDS.rows(books)).rendersSql("""
                update "public"."book"
                set "title" = "incoming"."title", "price" = "incoming"."price"
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("isbn", "title", "price")
                where "public"."book"."isbn" = "incoming"."isbn"
                """);

        assertThat(PRICES_OF_RECORDS.rows(books).execute(ctx)).isEqualTo(2);

        assertThat(title(ctx, "emma")).isEqualTo("Emma, revised");
        assertThat(priceOf(ctx, "emma")).isEqualTo("8.00");
        assertThat(priceOf(ctx, "ulysses")).isNull();
    }

    @Test
    void severalKeys(DSLContext ctx) {
        LocalDate friday = LocalDate.of(2026, 1, 2);
        ctx.insertInto(HIT, HIT.PATH, HIT.DAY, HIT.HITS)
                .values("/", friday, 5L)
                .values("/", friday.plusDays(1), 6L)
                .execute();
        List<DailyHits> corrections = List.of(new DailyHits("/", friday, 7), new DailyHits("/cart", friday, 1));
        assertThatSql(CORRECTION.rows(corrections)).rendersSql("""
                update "public"."hit"
                set "hits" = "incoming"."hits"
                from (values (?, cast(? as date), ?), (?, cast(? as date), ?)) as "incoming" ("path", "day", "hits")
                where ("public"."hit"."path" = "incoming"."path" and "public"."hit"."day" = "incoming"."day")
                """);

        assertThat(CORRECTION.rows(corrections).execute(ctx)).isEqualTo(1);

        assertThat(ctx.fetchValues(ctx.select(HIT.HITS).from(HIT).orderBy(HIT.DAY)))
                .containsExactly(7L, 6L);
    }

    @Test
    void operators(DSLContext ctx) {
        List<Clearance> clearances =
                List.of(new Clearance(50, new BigDecimal("1.00")), new Clearance(5, new BigDecimal("2.00")));

        assertThat(CLEARANCE.rows(clearances).execute(ctx)).isEqualTo(1);

        assertThat(priceOf(ctx, "emma")).isEqualTo("2.00");
        assertThat(priceOf(ctx, "ulysses")).isEqualTo("9.00");
    }

    @Test
    void duplicates(DSLContext ctx) {
        List<Delivery> parcels = List.of(new Delivery("emma", 1), new Delivery("emma", 2));
        assertThatThrownBy(() -> RESTOCK.rows(parcels).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("row 2, column book.isbn: the same key as in row 1");
        assertThat(stock(ctx, "emma")).isEqualTo(5);

        assertThat(RESTOCK_BY_PARCELS.rows(parcels).execute(ctx)).isEqualTo(1);
        assertThat(stock(ctx, "emma")).isEqualTo(5 + 1 + 2);

        List<Price> prices = List.of(price("emma", "1.00"), price("emma", "2.00"));
        assertThat(LAST_PRICES.rows(prices).execute(ctx)).isEqualTo(1);
        assertThat(priceOf(ctx, "emma")).isEqualTo("2.00");
        assertThat(PRICES.duplicates(FIRST).rows(prices).execute(ctx)).isEqualTo(1);
        assertThat(priceOf(ctx, "emma")).isEqualTo("1.00");
    }

    @Test
    void nullKeysAreRefused(DSLContext ctx) {
        assertThatThrownBy(() -> PRICES.rows(price(null, "1.00")).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("row 1, column book.isbn: the key is null");
    }
}
