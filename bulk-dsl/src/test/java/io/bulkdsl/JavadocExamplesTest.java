// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.contract.Status.NOT_FOUND;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.OFFER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.contract.BulkListener;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What the API's documentation shows, so that it runs; the JavadocTest of the docs compares. */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "other tests do the same by each")
class JavadocExamplesTest {

    record Title(String isbn, String name) {}

    record Offer(String sku, BigDecimal price) {}

    // spotless:off
    static final BulkSync<OfferRecord, Offer> FEED = bulkSync(bulkUpsert(OFFER, Offer.class)
                    .key(OFFER.SKU).from(Offer::sku)
                    .set(OFFER.PRICE).from(Offer::price)
                    .set(OFFER.SUPPLIER, expr(supplier -> inline("acme")))
                    .onlyChanged())
            .scope(OFFER.SUPPLIER.eq("acme"))
            .deleteMissing()
            .refuseToRemoveMoreThanPercent(10);
    // spotless:on

    private final List<Delivery> deliveries = List.of(new Delivery("isbn-1", 10), new Delivery("isbn-9", 20));

    private final List<BookRecord> books =
            List.of(new BookRecord().setIsbn("isbn-1").setTitle("Emma").setStock(5));

    @Test
    void updateOfRecords(DSLContext ctx) {
        Books.shelve(ctx, 2);
        int updated = bulkUpdate(BOOK)
                .keys(BOOK.ISBN)
                .set(BOOK.TITLE)
                .set(BOOK.STOCK, incr())
                .rows(books)
                .execute(ctx);
        assertThat(updated).isEqualTo(1);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 6);
    }

    @Test
    void upsertOfRecords(DSLContext ctx) {
        List<PriceRecord> prices = List.of(new PriceRecord().setSku("a").setAmount(BigDecimal.ONE));
        int written = bulkUpsert(PRICE)
                .keys(PRICE.SKU)
                .set(PRICE.AMOUNT)
                .setOnInsert(PRICE.FIRST_SEEN, now())
                .onlyChanged()
                .rows(prices)
                .execute(ctx);
        assertThat(written).isEqualTo(1);
        assertThat(ctx.fetchCount(PRICE, PRICE.FIRST_SEEN.isNotNull())).isEqualTo(1);
    }

    @Test
    void insertAndItsKeys(DSLContext ctx) {
        List<Title> titles = List.of(new Title("isbn-7", "Dune"));
        // spotless:off
        List<Returned<Title, Record1<Long>>> created = bulkInsert(BOOK, Title.class)
                .set(BOOK.ISBN).from(Title::isbn)
                .set(BOOK.TITLE).from(Title::name)
                .rows(titles)
                .returning(BOOK.ID)
                .fetchRows(ctx);
        // spotless:on
        assertThat(created.get(0).record().value1()).isEqualTo(1);
        List<Returned<BookRecord, Record1<Long>>> more =
                bulkInsert(BOOK).touched().rows(books).returning(BOOK.ID).fetchRows(ctx);
        assertThat(more.get(0).record().value1()).isEqualTo(2);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 5);
    }

    @Test
    void deleteOfRecords(DSLContext ctx) {
        Books.shelve(ctx, 2);
        int deleted = bulkDelete(BOOK).keys(BOOK.ISBN).rows(books).execute(ctx);
        assertThat(deleted).isEqualTo(1);
        assertThat(Books.stock(ctx)).containsOnlyKeys("isbn-2");
    }

    @Test
    void getOrCreateOfNames(DSLContext ctx) {
        ctx.insertInto(MEMBER).set(MEMBER.NAME, "Dune").execute();
        Map<String, Long> ids = new HashMap<>();
        // spotless:off
        var members = getOrCreate(MEMBER, String.class)
                .key(MEMBER.NAME).from(name -> name)
                .set(MEMBER.POINTS).from(name -> 0)
                .rows("Emma", "Dune")
                .returning(MEMBER.ID)
                .fetchOutcomes(ctx);
        members.forEach(member -> ids.put(member.element(), member.record().orElseThrow().value1()));
        // spotless:on
        assertThat(ids).containsOnlyKeys("Emma", "Dune").containsEntry("Dune", 1L);
        assertThat(members.totals().inserted()).isEqualTo(1);
    }

    @Test
    void syncOfAFeed(DSLContext ctx) {
        assertThat(FEED.rows(new Offer("a", BigDecimal.ONE)).execute(ctx)).isEqualTo(1);
        assertThat(ctx.fetchValues(OFFER.SUPPLIER)).containsExactly("acme");
    }

    @Test
    void outcomesOfAnUpdate(DSLContext ctx) {
        Books.shelve(ctx, 2);
        List<String> unknown = new ArrayList<>();
        Outcomes<Delivery, Record> outcomes = RESTOCK.rows(deliveries).fetchOutcomes(ctx);
        outcomes.stream()
                .filter(outcome -> outcome.status() == NOT_FOUND)
                .forEach(outcome -> unknown.add(outcome.element().isbn()));
        assertThat(unknown).containsExactly("isbn-9");
        assertThat(outcomes.totals().updated()).isEqualTo(1);
    }

    @Test
    void batchesAndPortions(DataSource dataSource) {
        DSLContext ctx = DSL.using(dataSource, SQLDialect.POSTGRES);
        Books.shelve(ctx, 2);
        JobTable.DEFAULT.create(ctx);
        List<Progress> told = new ArrayList<>();
        Progress done = RESTOCK.rows(deliveries)
                .batchSize(10_000)
                .commitEachBatch()
                .jobId("deliveries of 2026-11-21")
                .onProgress(told::add)
                .execute(ctx);
        assertThat(told).containsExactly(done);
        int updated = RESTOCK.rows(deliveries).parallel(4).execute(ctx);
        assertThat(updated).isEqualTo(1);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 21);
    }

    @Test
    void whatAConfigurationCarries(DSLContext ctx) {
        Configuration configuration = ctx.configuration().derive();
        List<String> calls = new ArrayList<>();
        BulkListener listener = call -> {
            calls.add(call.statement());
            return result -> {};
        };
        configuration.data(BulkListener.class, listener);
        configuration.data(RowSource.class, RowSource.UNNEST);
        RESTOCK.rows(deliveries).execute(configuration.dsl());
        assertThat(calls).containsExactly("bulkUpdate");
    }
}
