// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Offers.ACME;
import static io.bulkdsl.Offers.FEED;
import static io.bulkdsl.Offers.SYNC;
import static io.bulkdsl.Offers.UPSERT;
import static io.bulkdsl.Offers.contents;
import static io.bulkdsl.Offers.feed;
import static io.bulkdsl.Offers.offers;
import static io.bulkdsl.contract.Status.DUPLICATE;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.OUT_OF_SCOPE;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.testdb.public_.Tables.OFFER;
import static io.bulkdsl.testdb.public_.Tables.TICKET;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.Test;

/** The sync: part of a table is brought into line with the rows given, and the rest of it left alone. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkSyncTest {

    @Test
    void bringsTheScopeIntoLine(DSLContext ctx) {
        offers(ctx);
        var queries = SYNC.rows(FEED.get(0), FEED.get(1)).queries();
        assertThat(queries).hasSize(2);
        assertThatSql(queries.get(0)).rendersSql("""
                        delete from "public"."offer"
                        where (
                          "public"."offer"."supplier" = ?
                          and (not exists (
                            select 1
                            from (values (?), (?)) as "incoming" ("sku")
                            where "public"."offer"."sku" = cast("incoming"."sku" as varchar(20)))))
                        """).withBinds("acme", "d", "a");
        assertThatSql(queries.get(1)).rendersSql("""
                        insert into "public"."offer" ("sku", "price", "position", "supplier")
                        select "incoming"."sku", "incoming"."price", "incoming"."position", "incoming"."supplier"
                        from (values (?, ?, ?, ?), (?, ?, ?, ?)) as "incoming" ("sku", "price", "position", "supplier")
                        where (not exists (
                          select 1
                          from "public"."offer"
                          where (
                            "public"."offer"."sku" = "incoming"."sku"
                            and not (
                              "public"."offer"."price" is distinct from cast("incoming"."price" as numeric(10, 2))
                              or "public"."offer"."position" is distinct from "incoming"."position"))))
                        order by "incoming"."sku"
                        on conflict ("sku") do update
                        set "price" = excluded."price", "position" = excluded."position"
                        where (
                          "public"."offer"."supplier" = ?
                          and (
                            "public"."offer"."price" is distinct from excluded."price"
                            or "public"."offer"."position" is distinct from excluded."position"))
                        """);
        assertThat(SYNC.rows(FEED).execute(ctx)).isEqualTo(3);
        assertThat(contents(ctx))
                .containsExactly(
                        "a acme 1.00 1 false", "b acme 2.50 2 false", "d acme 4.00 4 false", "x other 9.00 9 false");
        assertThat(SYNC.rows(FEED).execute(ctx)).isZero();
    }

    @Test
    void tellsWhatBecameOfEachRow(DSLContext ctx) {
        offers(ctx);
        var outcomes = SYNC.rows(feed("d", "4", 4), feed("a", "1", 1), feed("x", "7", 7), feed("b", "2.50", 2))
                .returning(OFFER.SKU, OFFER.PRICE)
                .fetchOutcomesWithOld(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(INSERTED, UNCHANGED, OUT_OF_SCOPE, UPDATED);
        assertThat(outcomes.stream().map(outcome -> outcome.element().sku())).containsExactly("d", "a", "x", "b");
        assertThat(outcomes.stream()
                        .map(outcome -> outcome.record().orElseThrow().value2().toString()))
                .containsExactly("4.00", "1.00", "9.00", "2.50");
        assertThat(outcomes.stream().map(outcome -> outcome.oldRecord()
                        .map(record -> record.value2().toString())
                        .orElse("")))
                .containsExactly("", "1.00", "9.00", "2.00");
        assertThat(outcomes.removed())
                .extracting(record -> record.value1() + " " + record.value2())
                .containsExactly("c 3.00");
        assertThat(outcomes.totals()).isEqualTo(new Totals(1, 1, 1, 1, 0, 0, 0, 1, 0));
        assertThat(outcomes.totals().written()).isEqualTo(3);
    }

    @Test
    void handsBackWhatItWroteAndRemoved(DSLContext ctx) {
        offers(ctx);
        assertThat(SYNC.rows(FEED).returning(OFFER.SKU).fetch(ctx).getValues(OFFER.SKU))
                .containsExactlyInAnyOrder("b", "c", "d");
        assertThat(SYNC.rows(FEED.get(0)).returning(OFFER.SKU).fetchRows(ctx)).isEmpty();
        assertThatThrownBy(() -> SYNC.rows(FEED).query())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bulkSync of offer is 2 statements for these rows; execute it, or see queries()");
        assertThatThrownBy(() -> SYNC.rows(FEED).returning(OFFER.SKU).query())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bulkSync of offer is several statements");
    }

    @Test
    void keepsWhatIsMissing(DSLContext ctx) {
        offers(ctx);
        var keeping = ACME.keepMissing();
        assertThat(keeping.rows(FEED).queries()).hasSize(1);
        assertThat(keeping.rows(FEED).fetchOutcomes(ctx).totals()).isEqualTo(new Totals(1, 1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(contents(ctx)).hasSize(5).contains("c acme 3.00 3 false");
        assertThat(keeping.rows().execute(ctx)).isZero();
    }

    @Test
    void aRemovedRowLeavesItsPlaceToANewOne(DSLContext ctx) {
        offers(ctx);
        var outcomes = SYNC.rows(feed("a", "1", 1), feed("b", "2", 3), feed("d", "4", 2))
                .fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UNCHANGED, UPDATED, INSERTED);
        assertThat(contents(ctx))
                .containsExactly(
                        "a acme 1.00 1 false", "b acme 2.00 3 false", "d acme 4.00 2 false", "x other 9.00 9 false");
    }

    @Test
    void tellsOfDuplicates(DSLContext ctx) {
        offers(ctx);
        var sync = bulkSync(UPSERT.duplicates(Duplicates.FIRST))
                .scope(OFFER.SUPPLIER.eq("acme"))
                .deleteMissing();
        var outcomes = sync.rows(feed("a", "5", 1), feed("a", "6", 1)).fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UPDATED, DUPLICATE);
        assertThat(outcomes.totals().deleted()).isEqualTo(2);
    }

    @Test
    void syncsRecords(DSLContext ctx) {
        offers(ctx);
        // spotless:off
        var sync = bulkSync(bulkUpsert(OFFER)
                        .keys(OFFER.SKU)
                        .set(OFFER.PRICE, OFFER.SUPPLIER)
                        .onlyChanged())
                .scope(OFFER.SUPPLIER.eq("acme"))
                .deleteMissing();
        // spotless:on
        var same = new OfferRecord().setSku("a").setPrice(BigDecimal.ONE).setSupplier("acme");
        var fresh = new OfferRecord().setSku("n").setSupplier("acme");
        Outcomes<OfferRecord, Record> outcomes = sync.rows(same, fresh).fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UNCHANGED, INSERTED);
        assertThat(outcomes.rows().get(1).element()).isSameAs(fresh);
        assertThat(contents(ctx))
                .containsExactly("a acme 1.00 1 false", "n acme null null false", "x other 9.00 9 false");
    }

    record Booking(String seat, String holder) {}

    /** Without a unique key the same one may be inside the scope, several times, and outside. */
    @Test
    void syncsWithoutAUniqueKey(DSLContext ctx) {
        // spotless:off
        var sync = bulkSync(bulkUpsert(TICKET, Booking.class)
                        .key(TICKET.SEAT).from(Booking::seat)
                        .set(TICKET.HOLDER).from(Booking::holder)
                        .setOnInsert(TICKET.CANCELLED).from(booking -> true)
                        .onlyChanged()
                        .keyNotUnique())
                .scope(TICKET.CANCELLED.isTrue())
                .deleteMissing();
        // spotless:on
        ctx.insertInto(TICKET, TICKET.SEAT, TICKET.HOLDER, TICKET.CANCELLED)
                .values("1A", "old", true)
                .values("1A", "new", true)
                .values("1A", "old", false)
                .values("2A", "new", true)
                .values("3A", "old", true)
                .values("4A", "old", false)
                .execute();
        var statement = sync.rows(
                new Booking("1A", "new"), new Booking("2A", "new"), new Booking("4A", "new"), new Booking("5A", "new"));
        Totals totals = new Totals(1, 1, 2, 1, 0, 0, 0, 2, 0);
        assertThat(statement.dryRun(ctx)).isEqualTo(totals);
        var outcomes = statement.returning(TICKET.ID).fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(UPDATED, UNCHANGED, OUT_OF_SCOPE, INSERTED);
        assertThat(outcomes.rows().get(0).records()).hasSize(1);
        assertThat(outcomes.totals()).isEqualTo(totals);
        assertThat(ctx.selectFrom(TICKET)
                        .orderBy(TICKET.SEAT, TICKET.ID)
                        .fetch(ticket -> ticket.getSeat() + " " + ticket.getHolder() + " " + ticket.getCancelled()))
                .containsExactly(
                        "1A new true", "1A new true", "1A old false", "2A new true", "4A old false", "5A new true");
    }
}
