// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.Status.NOT_FOUND;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.docs.db.Tables.BOOK;
import static io.bulkdsl.docs.statements.Books.TWO_PRICES;
import static io.bulkdsl.docs.statements.Books.price;
import static io.bulkdsl.docs.statements.Books.priceOf;
import static io.bulkdsl.docs.statements.Books.stock;
import static io.bulkdsl.docs.statements.Updates.CHANGED_PRICES;
import static io.bulkdsl.docs.statements.Updates.PRICES;
import static io.bulkdsl.docs.statements.Updates.RESTOCK;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.Returned;
import io.bulkdsl.docs.statements.Updates.Delivery;
import io.bulkdsl.docs.statements.Updates.Price;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.RowCountQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/statements/update.md says of how an update is executed, and what it answers. */
@PostgresTest(migrations = "classpath:db/migration")
class UpdatePageExecutionTest {

    @BeforeEach
    void books(DSLContext ctx) {
        Books.insert(ctx);
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
}
