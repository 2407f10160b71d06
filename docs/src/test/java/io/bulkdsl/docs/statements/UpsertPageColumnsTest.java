// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.docs.db.Tables.ARTICLE;
import static io.bulkdsl.docs.db.Tables.HIT;
import static io.bulkdsl.docs.statements.Articles.INK_AND_PEN;
import static io.bulkdsl.docs.statements.Articles.articles;
import static io.bulkdsl.docs.statements.Articles.product;
import static io.bulkdsl.docs.statements.Upserts.COUNT;
import static io.bulkdsl.docs.statements.Upserts.CURRENCY;
import static io.bulkdsl.docs.statements.Upserts.CURRENCY_OR_DEFAULT;
import static io.bulkdsl.docs.statements.Upserts.CURRENCY_WHERE_IT_EXISTS;
import static io.bulkdsl.docs.statements.Upserts.FIRST_SEEN;
import static io.bulkdsl.docs.statements.Upserts.STAMPED_PRODUCTS;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.docs.statements.Upserts.Visit;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.RowCountQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/statements/upsert.md says of the columns that are set, in new rows and in existing ones. */
@PostgresTest(migrations = "classpath:db/migration")
class UpsertPageColumnsTest {

    @BeforeEach
    void ink(DSLContext ctx) {
        Articles.insertInk(ctx);
    }

    @Test
    void setFunctions(DSLContext ctx) {
        LocalDate day = LocalDate.of(2026, 1, 2);
        ctx.insertInto(HIT, HIT.PATH, HIT.DAY, HIT.HITS).values("/", day, 5L).execute();
        List<Visit> visits = List.of(new Visit("/", day), new Visit("/cart", day), new Visit("/", day));
        assertThatSql(COUNT.rows(visits)).rendersSql("""
                insert into "public"."hit" ("path", "day", "hits")
                select "incoming"."path", "incoming"."day", "incoming"."hits"
                from (values (?, cast(? as date), ?), (?, cast(? as date), ?)) as "incoming" ("path", "day", "hits")
                order by "incoming"."path", "incoming"."day"
                on conflict ("path", "day") do update
                set "hits" = coalesce(("public"."hit"."hits" + excluded."hits"), excluded."hits", "public"."hit"."hits")
                """).withBinds("/", day, 2L, "/cart", day, 1L);

        assertThat(COUNT.rows(visits).execute(ctx)).isEqualTo(2);

        assertThat(ctx.selectFrom(HIT).fetchMap(HIT.PATH, HIT.HITS))
                .containsEntry("/", 7L)
                .containsEntry("/cart", 1L);
    }

    @Test
    void setOnInsert(DSLContext ctx) {
        assertThatSql(FIRST_SEEN.rows(INK_AND_PEN)).rendersSql("""
                insert into "public"."article" ("sku", "price", "name", "first_seen")
                select "incoming"."sku", "incoming"."price", "incoming"."name", now()
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("sku", "price", "name")
                order by "incoming"."sku"
                on conflict ("sku") do update
                set "price" = excluded."price"
                """);

        assertThat(FIRST_SEEN.rows(INK_AND_PEN).execute(ctx)).isEqualTo(2);

        assertThat(articles(ctx)).containsExactly("ink, Ink, 2.00 GBP", "pen, Pen, 9.00 EUR");
        assertThat(ctx.fetchValues(ctx.select(ARTICLE.SKU).from(ARTICLE).where(ARTICLE.FIRST_SEEN.isNotNull())))
                .containsExactly("pen");
    }

    @Test
    void setOnUpdate(DSLContext ctx) {
        assertThatSql(CURRENCY_WHERE_IT_EXISTS.rows(INK_AND_PEN)).rendersSql("""
                with
                  "incoming" as (
                    select * from (values (?, ?, ?, ?), (?, ?, ?, ?)) as "incoming" ("row_number", "sku", "name", "currency")
                  ),
                  "found" as (
                    select "incoming"."row_number", "incoming"."sku", "incoming"."name", "incoming"."currency", "public"."article"."sku" as "target_1"
                    from "public"."article", "incoming"
                    where "public"."article"."sku" = cast("incoming"."sku" as text)
                    order by "incoming"."sku"
                    for no key update of "article"
                  ),
                  "updated" as (
                    update "public"."article"
                    set "name" = "found"."name", "currency" = "found"."currency"
                    from "found"
                    where ("public"."article"."sku" = "found"."target_1" and "public"."article"."sku" = cast("found"."sku" as text))
                    returning "found"."row_number", "found"."target_1"
                  ),
                  "inserted" as (
                    insert into "public"."article" ("sku", "name")
                    select "incoming"."sku", "incoming"."name"
                    from "incoming"
                    where (not exists (select 1 from "found" where "found"."row_number" = "incoming"."row_number"))
                    order by "incoming"."sku"
                    on conflict ("sku") do nothing
                    returning "public"."article"."sku" as "k1"
                  )
                select * from (
                  select "updated"."row_number", 'UPDATED' from "updated"
                  union all
                  select "found"."row_number", 'UNCHANGED'
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

        assertThat(CURRENCY_WHERE_IT_EXISTS.rows(INK_AND_PEN).execute(ctx)).isEqualTo(2);

        assertThat(articles(ctx)).containsExactly("ink, Black ink, 1.50 USD", "pen, Pen, null EUR");
    }

    @Test
    void fromOrDefault(DSLContext ctx) {
        assertThatThrownBy(() -> CURRENCY.rows(INK_AND_PEN).execute(ctx)).hasMessageContaining("23502");
        assertThat(articles(ctx)).containsExactly("ink, Ink, 1.50 GBP");

        List<RowCountQuery> queries = CURRENCY_OR_DEFAULT.rows(INK_AND_PEN).queries();
        assertThat(queries).hasSize(2);
        assertThatSql(queries.get(0)).rendersSql("""
                insert into "public"."article" ("sku", "name", "currency")
                select "incoming"."sku", "incoming"."name", "incoming"."currency"
                from (values (?, ?, ?)) as "incoming" ("sku", "name", "currency")
                order by "incoming"."sku"
                on conflict ("sku") do update
                set "name" = excluded."name", "currency" = excluded."currency"
                """);
        assertThatSql(queries.get(1)).rendersSql("""
                insert into "public"."article" ("sku", "name")
                select "incoming"."sku", "incoming"."name"
                from (values (?, ?)) as "incoming" ("sku", "name")
                order by "incoming"."sku"
                on conflict ("sku") do update
                set "name" = excluded."name", "currency" = excluded."currency"
                """);

        assertThat(CURRENCY_OR_DEFAULT.rows(INK_AND_PEN).execute(ctx)).isEqualTo(2);
        assertThat(articles(ctx)).containsExactly("ink, Black ink, 1.50 USD", "pen, Pen, null EUR");

        CURRENCY_OR_DEFAULT.rows(product("ink", "Ink", null, null)).execute(ctx);
        assertThat(articles(ctx)).containsExactly("ink, Ink, 1.50 EUR", "pen, Pen, null EUR");
    }

    @Test
    void setWhenChanged(DSLContext ctx) {
        assertThatSql(STAMPED_PRODUCTS.rows(INK_AND_PEN)).rendersSql("""
                insert into "public"."article" ("sku", "name", "price", "changed_at")
                select "incoming"."sku", "incoming"."name", "incoming"."price", now()
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("sku", "name", "price")
                order by "incoming"."sku"
                on conflict ("sku") do update
                set
                  "name" = excluded."name",
                  "price" = excluded."price",
                  "changed_at" = case
                    when (
                      "public"."article"."name" is distinct from excluded."name"
                      or "public"."article"."price" is distinct from excluded."price"
                    ) then now()
                    else "public"."article"."changed_at"
                  end
                """);

        STAMPED_PRODUCTS
                .rows(product("ink", "Ink", "1.50", null), product("pen", "Pen", "9.00", null))
                .execute(ctx);

        assertThat(ctx.fetchValues(ctx.select(ARTICLE.SKU).from(ARTICLE).where(ARTICLE.CHANGED_AT.isNotNull())))
                .containsExactly("pen");
    }
}
