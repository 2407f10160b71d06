// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.STALE;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.docs.db.Tables.ARTICLE;
import static io.bulkdsl.docs.db.Tables.BOOK;
import static io.bulkdsl.docs.db.Tables.HIT;
import static io.bulkdsl.docs.db.Tables.LOAN;
import static io.bulkdsl.docs.db.Tables.READER;
import static io.bulkdsl.docs.db.Tables.SHELF;
import static io.bulkdsl.docs.db.Tables.TRANSLATION;
import static io.bulkdsl.docs.statements.Upserts.ACTIVE_READERS;
import static io.bulkdsl.docs.statements.Upserts.BOOKS;
import static io.bulkdsl.docs.statements.Upserts.CHANGED_PRODUCTS;
import static io.bulkdsl.docs.statements.Upserts.COUNT;
import static io.bulkdsl.docs.statements.Upserts.CURRENCY;
import static io.bulkdsl.docs.statements.Upserts.CURRENCY_OR_DEFAULT;
import static io.bulkdsl.docs.statements.Upserts.CURRENCY_WHERE_IT_EXISTS;
import static io.bulkdsl.docs.statements.Upserts.DEARER_PRODUCTS;
import static io.bulkdsl.docs.statements.Upserts.EDIT;
import static io.bulkdsl.docs.statements.Upserts.FIRST_SEEN;
import static io.bulkdsl.docs.statements.Upserts.LOANS;
import static io.bulkdsl.docs.statements.Upserts.LOGINS;
import static io.bulkdsl.docs.statements.Upserts.NEW_PRODUCTS;
import static io.bulkdsl.docs.statements.Upserts.NO_KEY;
import static io.bulkdsl.docs.statements.Upserts.PLACES;
import static io.bulkdsl.docs.statements.Upserts.PRODUCTS;
import static io.bulkdsl.docs.statements.Upserts.PRODUCTS_IN_EUROS;
import static io.bulkdsl.docs.statements.Upserts.STAMPED_PRODUCTS;
import static io.bulkdsl.docs.statements.Upserts.TITLES;
import static io.bulkdsl.docs.statements.Upserts.TOUCHED;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.docs.db.tables.Article;
import io.bulkdsl.docs.db.tables.records.BookRecord;
import io.bulkdsl.docs.statements.Upserts.Borrowed;
import io.bulkdsl.docs.statements.Upserts.Edit;
import io.bulkdsl.docs.statements.Upserts.Place;
import io.bulkdsl.docs.statements.Upserts.Product;
import io.bulkdsl.docs.statements.Upserts.Subscriber;
import io.bulkdsl.docs.statements.Upserts.Title;
import io.bulkdsl.docs.statements.Upserts.Visit;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.RowCountQuery;
import org.jooq.exception.DataChangedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/statements/upsert.md says. */
@PostgresTest(migrations = "classpath:db/migration")
class UpsertPageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

    /** The first exists, the second is new. */
    private static final List<Product> INK_AND_PEN =
            List.of(product("ink", "Black ink", "2.00", "USD"), product("pen", "Pen", "9.00", null));

    @BeforeEach
    void ink(DSLContext ctx) {
        ctx.insertInto(ARTICLE, ARTICLE.SKU, ARTICLE.NAME, ARTICLE.PRICE, ARTICLE.CURRENCY, ARTICLE.VERSION)
                .values("ink", "Ink", new BigDecimal("1.50"), "GBP", 3)
                .execute();
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
    void setFunctions(DSLContext ctx) {
        ctx.insertInto(HIT, HIT.PATH, HIT.DAY, HIT.HITS).values("/", DAY, 5L).execute();
        List<Visit> visits = List.of(new Visit("/", DAY), new Visit("/cart", DAY), new Visit("/", DAY));
        assertThatSql(COUNT.rows(visits)).rendersSql("""
                insert into "public"."hit" ("path", "day", "hits")
                select "incoming"."path", "incoming"."day", "incoming"."hits"
                from (values (?, cast(? as date), ?), (?, cast(? as date), ?)) as "incoming" ("path", "day", "hits")
                order by "incoming"."path", "incoming"."day"
                on conflict ("path", "day") do update
                set "hits" = coalesce(("public"."hit"."hits" + excluded."hits"), excluded."hits", "public"."hit"."hits")
                """).withBinds("/", DAY, 2L, "/cart", DAY, 1L);

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
                      cast(('bulk-dsl: a trigger changed the key of a new row' || cast("inserted"."k1" as varchar)) as int)
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
                      cast(('bulk-dsl: a trigger changed the key of a new row' || cast("inserted"."k1" as varchar)) as int)
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

    @Test
    void onConstraint(DSLContext ctx) {
        List<Place> places = List.of(new Place("hall", 1, "emma"), new Place("attic", 7, "ulysses"));
        assertThatSql(PLACES.rows(places)).rendersSql("""
                insert into "public"."shelf" ("room", "place", "isbn")
                select "incoming"."room", "incoming"."place", "incoming"."isbn"
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("room", "place", "isbn")
                order by "incoming"."room", "incoming"."place"
                on conflict on constraint "shelf_place" do update
                set "isbn" = excluded."isbn"
                """);

        assertThat(PLACES.rows(places).execute(ctx)).isEqualTo(2);
        assertThat(PLACES.rows(new Place("hall", 1, "dubliners")).execute(ctx)).isEqualTo(1);

        assertThat(ctx.selectFrom(SHELF).fetchMap(SHELF.LABEL, SHELF.ISBN))
                .containsEntry("hall 1", "dubliners")
                .containsEntry("attic 7", "ulysses")
                .hasSize(2);
    }

    @Test
    void indexWhere(DSLContext ctx) {
        ctx.insertInto(READER, READER.EMAIL, READER.NAME, READER.LEFT_ON)
                .values("jane@example.com", "Jane", DAY)
                .values("james@example.com", "James", null)
                .execute();
        List<Subscriber> readers =
                List.of(new Subscriber("jane@example.com", "Jane A."), new Subscriber("james@example.com", "James J."));
        assertThatSql(ACTIVE_READERS.rows(readers)).rendersSql("""
                insert into "public"."reader" ("email", "name")
                select "incoming"."email", "incoming"."name"
                from (values (?, ?), (?, ?)) as "incoming" ("email", "name")
                order by "incoming"."email"
                on conflict ("email") where "left_on" is null do update
                set "name" = excluded."name"
                """);

        assertThat(ACTIVE_READERS.rows(readers).fetchOutcomes(ctx))
                .extracting(Outcome::status)
                .containsExactly(INSERTED, UPDATED);

        assertThat(ctx.selectFrom(READER).orderBy(READER.ID).fetch(READER.NAME))
                .containsExactly("Jane", "James J.", "Jane A.");
    }

    @Test
    void eqBy(DSLContext ctx) {
        ctx.insertInto(READER, READER.LOGIN, READER.NAME).values("Jane", "Jane").execute();
        assertThatSql(LOGINS.rows(new Subscriber("JANE", "Jane A."))).rendersSql("""
                insert into "public"."reader" ("login", "name")
                select "incoming"."login", "incoming"."name"
                from (values (?, ?)) as "incoming" ("login", "name")
                order by lower("incoming"."login")
                on conflict (lower("login")) do update
                set "name" = excluded."name"
                """);

        assertThat(LOGINS.rows(new Subscriber("JANE", "Jane A.")).execute(ctx)).isEqualTo(1);

        assertThat(ctx.selectFrom(READER).fetch(reader -> reader.getLogin() + ", " + reader.getName()))
                .containsExactly("Jane, Jane A.");
    }

    @Test
    void notDistinct(DSLContext ctx) {
        ctx.execute("create unique index on translation (isbn, language) nulls not distinct");
        assertThatSql(TITLES.rows(new Title("emma", null, "Emma"))).rendersSql("""
                insert into "public"."translation" ("isbn", "language", "title")
                select "incoming"."isbn", "incoming"."language", "incoming"."title"
                from (values (?, ?, ?)) as "incoming" ("isbn", "language", "title")
                order by "incoming"."isbn", "incoming"."language"
                on conflict ("isbn", "language") do update
                set "title" = excluded."title"
                """);

        TITLES.rows(new Title("emma", null, "Emma"), new Title("emma", "de", "Emma auf Deutsch"))
                .execute(ctx);
        TITLES.rows(new Title("emma", null, "Emma: A Novel")).execute(ctx);

        assertThat(ctx.selectFrom(TRANSLATION).fetch(TRANSLATION.TITLE))
                .containsExactlyInAnyOrder("Emma: A Novel", "Emma auf Deutsch");
    }

    @Test
    void notDistinctOverAnIndexWithDistinctNulls(DSLContext ctx) {
        ctx.execute("create unique index on translation (isbn, language)");
        Title original = new Title("emma", null, "Emma");

        TITLES.rows(original).execute(ctx);
        TITLES.rows(original).execute(ctx);

        assertThat(ctx.fetchCount(TRANSLATION)).isEqualTo(2);
    }

    @Test
    void keyNotUnique(DSLContext ctx) {
        ctx.insertInto(LOAN, LOAN.ISBN, LOAN.READER, LOAN.TIMES)
                .values("emma", "jane", 1)
                .values("emma", "jane", 4)
                .execute();
        List<Borrowed> borrowed = List.of(new Borrowed("emma", "jane"), new Borrowed("emma", "james"));

        assertThat(LOANS.rows(borrowed).execute(ctx)).isEqualTo(3);

        assertThat(ctx.selectFrom(LOAN).fetch(loan -> loan.getReader() + " " + loan.getTimes()))
                .containsExactlyInAnyOrder("jane 2", "jane 5", "james 1");
    }

    @Test
    void keysThatAreNoUniqueKey(DSLContext ctx) {
        assertThatThrownBy(() -> NO_KEY.rows(new Borrowed("emma", "jane")).execute(ctx))
                .isInstanceOf(BulkException.class)
                .hasMessageContaining("the keys (isbn, reader) are no unique key or index of the table")
                .hasMessageContaining("there is keyNotUnique()");
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

    private static Product product(String sku, String name, @Nullable String price, @Nullable String currency) {
        return new Product(sku, name, price == null ? null : new BigDecimal(price), currency);
    }

    /** A record that touched no more than the title. */
    private static BookRecord book(String isbn, String title) {
        BookRecord book = new BookRecord();
        book.setIsbn(isbn);
        book.setTitle(title);
        return book;
    }

    private static List<String> articles(DSLContext ctx) {
        return ctx.selectFrom(ARTICLE).orderBy(ARTICLE.SKU).fetch(a -> "%s, %s, %s %s"
                .formatted(a.getSku(), a.getName(), a.getPrice(), a.getCurrency()));
    }

    private static List<String> books(DSLContext ctx) {
        return ctx.selectFrom(BOOK).orderBy(BOOK.ISBN).fetch(b -> "%s, %s, %s, %s"
                .formatted(b.getIsbn(), b.getTitle(), b.getPrice(), b.getStock()));
    }

    /** Where the row is: another place whenever PostgreSQL writes it, whatever it writes. */
    private static String placeOf(DSLContext ctx) {
        return ctx.fetchSingle("select cast(ctid as text) from article where sku = 'ink'")
                .get(0, String.class);
    }
}
