// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.STALE;
import static io.bulkdsl.docs.db.Tables.ARTICLE;
import static io.bulkdsl.docs.statements.Articles.INK_AND_PEN;
import static io.bulkdsl.docs.statements.Articles.articles;
import static io.bulkdsl.docs.statements.Articles.product;
import static io.bulkdsl.docs.statements.Upserts.CHANGED_PRODUCTS;
import static io.bulkdsl.docs.statements.Upserts.DEARER_PRODUCTS;
import static io.bulkdsl.docs.statements.Upserts.EDIT;
import static io.bulkdsl.docs.statements.Upserts.NEW_PRODUCTS;
import static io.bulkdsl.docs.statements.Upserts.PRODUCTS;
import static io.bulkdsl.docs.statements.Upserts.PRODUCTS_IN_EUROS;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.Outcome;
import io.bulkdsl.docs.db.tables.Article;
import io.bulkdsl.docs.statements.Upserts.Edit;
import io.bulkdsl.docs.statements.Upserts.Product;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataChangedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/statements/upsert.md says of existing rows that stay as they are. */
@PostgresTest(migrations = "classpath:db/migration")
class UpsertPageExistingRowsTest {

    @BeforeEach
    void ink(DSLContext ctx) {
        Articles.insertInk(ctx);
    }

    @Test
    void doNothing(DSLContext ctx) {
        assertThatSql(NEW_PRODUCTS.rows(INK_AND_PEN)).rendersSql("""
                insert into "public"."article" ("sku", "name", "price")
                select "incoming"."sku", "incoming"."name", "incoming"."price"
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("sku", "name", "price")
                order by "incoming"."sku"
                on conflict ("sku") do nothing
                """);

        assertThat(NEW_PRODUCTS.rows(INK_AND_PEN).execute(ctx)).isEqualTo(1);

        assertThat(articles(ctx)).containsExactly("ink, Ink, 1.50 GBP", "pen, Pen, 9.00 EUR");
    }

    @Test
    void onlyChanged(DSLContext ctx) {
        assertThatSql(CHANGED_PRODUCTS.rows(INK_AND_PEN)).rendersSql("""
                insert into "public"."article" ("sku", "name", "price")
                select "incoming"."sku", "incoming"."name", "incoming"."price"
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("sku", "name", "price")
                where (not exists (
                  select 1
                  from "public"."article"
                  where (
                    "public"."article"."sku" = "incoming"."sku"
                    and not (
                      "public"."article"."name" is distinct from "incoming"."name"
                      or "public"."article"."price" is distinct from cast("incoming"."price" as numeric(10, 2))
                    )
                  )
                ))
                order by "incoming"."sku"
                on conflict ("sku") do update
                set "name" = excluded."name", "price" = excluded."price"
                where ("public"."article"."name" is distinct from excluded."name" or "public"."article"."price" is distinct from excluded."price")
                """);
        Product asItIs = product("ink", "Ink", "1.50", null);
        String before = placeOf(ctx);

        assertThat(CHANGED_PRODUCTS.rows(asItIs).execute(ctx)).isZero();
        assertThat(placeOf(ctx)).isEqualTo(before);
        assertThat(PRODUCTS.rows(asItIs).execute(ctx)).isEqualTo(1);
        assertThat(placeOf(ctx)).isNotEqualTo(before);
        assertThat(CHANGED_PRODUCTS.rows(INK_AND_PEN).execute(ctx)).isEqualTo(2);
    }

    @Test
    void where(DSLContext ctx) {
        assertThatSql(PRODUCTS_IN_EUROS.rows(INK_AND_PEN)).rendersSql("""
                insert into "public"."article" ("sku", "name", "price")
                select "incoming"."sku", "incoming"."name", "incoming"."price"
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("sku", "name", "price")
                order by "incoming"."sku"
                on conflict ("sku") do update
                set "name" = excluded."name", "price" = excluded."price"
                where "public"."article"."currency" = ?
                """);

        assertThat(PRODUCTS_IN_EUROS.rows(INK_AND_PEN).execute(ctx)).isEqualTo(1);

        assertThat(articles(ctx)).containsExactly("ink, Ink, 1.50 GBP", "pen, Pen, 9.00 EUR");
    }

    @Test
    void whereAsksForWhatCame(DSLContext ctx) {
        assertThatSql(DEARER_PRODUCTS.rows(INK_AND_PEN)).rendersSql("""
                insert into "public"."article" ("sku", "name", "price")
                select "incoming"."sku", "incoming"."name", "incoming"."price"
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("sku", "name", "price")
                order by "incoming"."sku"
                on conflict ("sku") do update
                set "name" = excluded."name", "price" = excluded."price"
                where "public"."article"."price" < excluded."price"
                """);

        assertThat(DEARER_PRODUCTS.rows(product("ink", "Ink", "1.40", null)).execute(ctx))
                .isZero();
        assertThat(articles(ctx)).containsExactly("ink, Ink, 1.50 GBP");
        assertThat(DEARER_PRODUCTS.rows(INK_AND_PEN).execute(ctx)).isEqualTo(2);
        assertThat(articles(ctx)).containsExactly("ink, Black ink, 2.00 GBP", "pen, Pen, 9.00 EUR");
    }

    @Test
    void excludedIsNotThereWhereRowsAreUpdatedFirst(DSLContext ctx) {
        assertThatThrownBy(() -> DEARER_PRODUCTS.keyNotUnique().rows(INK_AND_PEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("excluded(…) works with ON CONFLICT alone");

        var sync = bulkSync(DEARER_PRODUCTS).scope(trueCondition()).keepMissing();
        assertThat(sync.rows(INK_AND_PEN).execute(ctx)).isEqualTo(2);
        assertThatThrownBy(() -> sync.rows(INK_AND_PEN).dryRun(ctx)).hasMessageContaining("42P01");

        ctx.execute("create view article_view as select * from article");
        Article view = ARTICLE.rename("article_view");
        // spotless:off
        var ofView = bulkUpsert(view, Product.class)
                .key(view.SKU).from(Product::sku)
                .set(view.NAME).from(Product::name)
                .set(view.PRICE).from(Product::price)
                .where(view.PRICE.lt(excluded(view.PRICE)));
        // spotless:on
        assertThat(ofView.rows(INK_AND_PEN).execute(ctx)).isZero();
        assertThatThrownBy(() -> ofView.rows(INK_AND_PEN).fetchOutcomes(ctx)).hasMessageContaining("42P01");
    }

    @Test
    void version(DSLContext ctx) {
        List<Edit> edits = List.of(new Edit("ink", "Black ink", 2), new Edit("pen", "Pen", 0));
        assertThatSql(EDIT.rows(edits.get(0))).rendersSql("""
                with
                  "incoming" as (
                    select * from (values (?, ?, ?, ?)) as "incoming" ("row_number", "sku", "version", "name")
                  ),
                  "found" as (
                    select
                      "incoming"."row_number", "incoming"."sku", "incoming"."version", "incoming"."name", "public"."article"."sku" as "target_1",
                      (not ("public"."article"."version" is not distinct from "incoming"."version")) as "is_stale"
                    from "public"."article", "incoming"
                    where "public"."article"."sku" = cast("incoming"."sku" as text)
                    order by "incoming"."sku"
                    for no key update of "article"
                  ),
                  "updated" as (
                    update "public"."article"
                    set "name" = "found"."name", "version" = (coalesce("public"."article"."version", 0) + 1)
                    from "found"
                    where (
                      "public"."article"."sku" = "found"."target_1"
                      and "public"."article"."sku" = cast("found"."sku" as text)
                      and "public"."article"."version" is not distinct from "found"."version"
                    )
                    returning "found"."row_number", "found"."target_1"
                  ),
                  "inserted" as (
                    insert into "public"."article" ("sku", "name", "version")
                    select "incoming"."sku", "incoming"."name", (coalesce(cast(null as int), 0) + 1)
                    from "incoming"
                    where (not exists (select 1 from "found" where "found"."row_number" = "incoming"."row_number"))
                    order by "incoming"."sku"
                    on conflict ("sku") do nothing
                    returning "public"."article"."sku" as "k1"
                  )
                select * from (
                  select "updated"."row_number", 'UPDATED' from "updated"
                  union all
                  select "found"."row_number", case when "found"."is_stale" then 'STALE' else 'UNCHANGED' end
                  from "found"
                  where (not exists (
                    select 1
                    from "updated"
                    where ("updated"."target_1" = "found"."target_1" and "updated"."row_number" = "found"."row_number")
                  ))
                  union all
                  select
                    coalesce(
                      "incoming"."row_number",
                      cast(concat('bulk-dsl: a trigger changed the key of a new row', "inserted"."k1") as int)
                    ),
                    'INSERTED'
                  from "inserted" left outer join "incoming" on "inserted"."k1" = cast("incoming"."sku" as text)
                ) as "told" ("row_number", "status")
                """);

        assertThatThrownBy(() -> EDIT.rows(edits).execute(ctx)).isInstanceOf(DataChangedException.class);
        assertThat(ctx.fetchCount(ARTICLE)).isEqualTo(1);

        assertThat(EDIT.rows(edits).fetchOutcomes(ctx))
                .extracting(Outcome::status)
                .containsExactly(STALE, INSERTED);
        assertThat(EDIT.rows(new Edit("ink", "Red ink", 3)).execute(ctx)).isEqualTo(1);
        assertThat(ctx.selectFrom(ARTICLE).orderBy(ARTICLE.SKU).fetch(a -> a.getName() + " " + a.getVersion()))
                .containsExactly("Red ink 4", "Pen 1");
    }

    /** Where the row is: another place whenever PostgreSQL writes it, whatever it writes. */
    private static String placeOf(DSLContext ctx) {
        return ctx.fetchSingle("select cast(ctid as text) from article where sku = 'ink'")
                .get(0, String.class);
    }
}
