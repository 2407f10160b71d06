// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.contract.Duplicates.FIRST;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.Status.NOT_FOUND;
import static io.bulkdsl.contract.Status.STALE;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.docs.db.Tables.ARTICLE;
import static io.bulkdsl.docs.db.Tables.BOOK;
import static io.bulkdsl.docs.db.Tables.HIT;
import static io.bulkdsl.docs.statements.Updates.CHANGED_AND_STAMPED_PRICES;
import static io.bulkdsl.docs.statements.Updates.CHANGED_PRICES;
import static io.bulkdsl.docs.statements.Updates.CLEARANCE;
import static io.bulkdsl.docs.statements.Updates.CORRECTION;
import static io.bulkdsl.docs.statements.Updates.EDIT;
import static io.bulkdsl.docs.statements.Updates.LAST_PRICES;
import static io.bulkdsl.docs.statements.Updates.PRICES;
import static io.bulkdsl.docs.statements.Updates.PRICES_IN_STOCK;
import static io.bulkdsl.docs.statements.Updates.PRICES_OF_RECORDS;
import static io.bulkdsl.docs.statements.Updates.RESTOCK;
import static io.bulkdsl.docs.statements.Updates.RESTOCK_BY_PARCELS;
import static io.bulkdsl.docs.statements.Updates.STAMPED_PRICES;
import static io.bulkdsl.docs.statements.Updates.TOUCHED;
import static io.bulkdsl.docs.statements.Updates.WHERE_THE_PRICE_CHANGES;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.Returned;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.docs.db.tables.records.BookRecord;
import io.bulkdsl.docs.statements.Updates.Clearance;
import io.bulkdsl.docs.statements.Updates.DailyHits;
import io.bulkdsl.docs.statements.Updates.Delivery;
import io.bulkdsl.docs.statements.Updates.Edit;
import io.bulkdsl.docs.statements.Updates.Price;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.RowCountQuery;
import org.jooq.exception.DataChangedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/statements/update.md says. */
@PostgresTest(migrations = "classpath:db/migration")
class UpdatePageTest {

    /** The first has a new price, the second the one it had. */
    private static final List<Price> TWO_PRICES = List.of(price("emma", "8.00"), price("ulysses", "9.00"));

    @BeforeEach
    void books(DSLContext ctx) {
        ctx.insertInto(BOOK, BOOK.ISBN, BOOK.TITLE, BOOK.PRICE, BOOK.STOCK)
                .values("emma", "Emma", new BigDecimal("7.50"), 5)
                .values("ulysses", "Ulysses", new BigDecimal("9.00"), 0)
                .execute();
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
    void returning(DSLContext ctx) {
        List<Price> prices = List.of(price("ulysses", "8.00"), price("unknown", "1.00"), price("emma", "6.00"));
        assertThatSql(PRICES.rows(TWO_PRICES).returning(BOOK.TITLE)).rendersSql("""
                update "public"."book"
                set "price" = "incoming"."price"
                from (values (?, ?), (?, ?)) as "incoming" ("isbn", "price")
                where "public"."book"."isbn" = "incoming"."isbn"
                returning "public"."book"."title"
                """);

        Result<Record1<String>> titles =
                PRICES.rows(prices).returning(BOOK.TITLE).fetch(ctx);
        List<Returned<Price, Record1<String>>> rows =
                PRICES.rows(prices).returning(BOOK.TITLE).fetchRows(ctx);

        assertThat(titles.getValues(BOOK.TITLE)).containsExactlyInAnyOrder("Emma", "Ulysses");
        assertThat(rows)
                .extracting(Returned::rowNumber, Returned::element, row -> row.record()
                        .value1())
                .containsExactly(tuple(1, prices.get(0), "Ulysses"), tuple(3, prices.get(2), "Emma"));
    }

    @Test
    void outcomes(DSLContext ctx) {
        List<Price> prices = List.of(price("ulysses", "9.00"), price("unknown", "1.00"), price("emma", "6.00"));

        Outcomes<Price, Record1<BigDecimal>> outcomes =
                CHANGED_PRICES.rows(prices).returning(BOOK.PRICE).fetchOutcomesWithOld(ctx);

        assertThat(outcomes)
                .extracting(
                        outcome -> outcome.element().isbn(),
                        Outcome::status,
                        outcome -> outcome.oldRecord()
                                .map(old -> old.value1().toString())
                                .orElse("–"),
                        outcome -> outcome.record()
                                .map(now -> now.value1().toString())
                                .orElse("–"))
                .containsExactly(
                        tuple("ulysses", UNCHANGED, "9.00", "9.00"),
                        tuple("unknown", NOT_FOUND, "–", "–"),
                        tuple("emma", UPDATED, "7.50", "6.00"));
        assertThat(outcomes.totals().updated()).isEqualTo(1);
        assertThat(outcomes.totals().unchanged()).isEqualTo(1);
        assertThat(outcomes.totals().notFound()).isEqualTo(1);
    }

    @Test
    void rowSource(DSLContext ctx) {
        assertThatSql(PRICES.rows(TWO_PRICES).via(UNNEST)).rendersSql("""
                update "public"."book"
                set "price" = "incoming"."price"
                from unnest(cast(? as text[]), cast(? as numeric[])) as "incoming" ("isbn", "price")
                where "public"."book"."isbn" = "incoming"."isbn"
                """);

        assertThat(PRICES.rows(TWO_PRICES).via(UNNEST).execute(ctx)).isEqualTo(2);
        assertThat(PRICES.rows(TWO_PRICES).explain(ctx)).startsWith("VALUES: 2 rows");
        assertThat(priceOf(ctx, "emma")).isEqualTo("8.00");
    }

    @Test
    void locksInKeyOrder(DSLContext ctx) {
        assertThatSql(PRICES.rows(TWO_PRICES).lockInKeyOrder()).rendersSql("""
                with "found" as (
                  select "incoming"."row_number", "incoming"."isbn", "incoming"."price", "public"."book"."isbn" as "target_1"
                  from "public"."book", (values (?, ?, ?), (?, ?, ?)) as "incoming" ("row_number", "isbn", "price")
                  where "public"."book"."isbn" = "incoming"."isbn"
                  order by "incoming"."isbn"
                  for no key update of "book"
                )
                update "public"."book"
                set "price" = "found"."price"
                from "found"
                where ("public"."book"."isbn" = "found"."target_1" and "public"."book"."isbn" = "found"."isbn")
                """);

        assertThat(PRICES.rows(TWO_PRICES).lockInKeyOrder().execute(ctx)).isEqualTo(2);
        assertThat(priceOf(ctx, "emma")).isEqualTo("8.00");
    }

    @Test
    void theQueryAlone(DSLContext ctx) {
        RowCountQuery prices = PRICES.rows(TWO_PRICES).query();
        RowCountQuery restock = RESTOCK.rows(new Delivery("emma", 1)).query();
        int[] counts = ctx.batch(prices, restock).execute();

        assertThat(counts).containsExactly(2, 1);
        assertThat(PRICES.rows(TWO_PRICES).getSQL()).isEqualTo(prices.getSQL());
        assertThat(priceOf(ctx, "emma")).isEqualTo("8.00");
        assertThat(stock(ctx, "emma")).isEqualTo(6);
    }

    @Test
    void nullKeysAreRefused(DSLContext ctx) {
        assertThatThrownBy(() -> PRICES.rows(price(null, "1.00")).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("row 1, column book.isbn: the key is null");
    }

    private static Price price(@Nullable String isbn, String amount) {
        return new Price(isbn, new BigDecimal(amount));
    }

    private static BookRecord book(String isbn, String title, @Nullable String price) {
        BookRecord book = new BookRecord();
        book.setIsbn(isbn);
        book.setTitle(title);
        book.setPrice(price == null ? null : new BigDecimal(price));
        return book;
    }

    private static int stock(DSLContext ctx, String isbn) {
        return ctx.fetchValue(BOOK.STOCK, BOOK.ISBN.eq(isbn));
    }

    private static String title(DSLContext ctx, String isbn) {
        return ctx.fetchValue(BOOK.TITLE, BOOK.ISBN.eq(isbn));
    }

    @Nullable
    private static String priceOf(DSLContext ctx, String isbn) {
        BigDecimal price = ctx.fetchValue(BOOK.PRICE, BOOK.ISBN.eq(isbn));
        return price == null ? null : price.toString();
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
