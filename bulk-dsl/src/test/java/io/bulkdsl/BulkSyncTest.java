// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.contract.Status.DUPLICATE;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.OUT_OF_SCOPE;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.OFFER;
import static io.bulkdsl.testdb.public_.Tables.TICKET;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.SyncRefusedException;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sync: part of a table is brought into line with the rows given, and the rest of it left alone. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkSyncTest {

    // spotless:off
    record Feed(String sku, @Nullable BigDecimal price, @Nullable Integer position, String supplier) {}

    static final BulkUpsert<OfferRecord, Feed> UPSERT = bulkUpsert(OFFER, Feed.class)
            .key(OFFER.SKU).from(Feed::sku)
            .set(OFFER.PRICE).from(Feed::price)
            .set(OFFER.POSITION).from(Feed::position)
            .setOnInsert(OFFER.SUPPLIER).from(Feed::supplier)
            .onlyChanged();

    static final BulkSync.MissingStep<OfferRecord, Feed> ACME = bulkSync(UPSERT).scope(OFFER.SUPPLIER.eq("acme"));

    static final BulkSync<OfferRecord, Feed> SYNC = ACME.deleteMissing();

    static final BulkSync<OfferRecord, Feed> MARKING = ACME
            .softDeleteMissing(OFFER.REMOVED_AT, now())
            .setMissing(OFFER.REMOVED_BY, expr(by -> inline("sync")));
    // spotless:on

    /** Of those that {@link #offers} puts there, "a" is the same, "b" has another price, "c" is missing, "d" is new. */
    static final List<Feed> FEED = List.of(feed("d", "4.00", 4), feed("a", "1.0", 1), feed("b", "2.50", 2));

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
    void marksWhatIsMissing(DSLContext ctx) {
        offers(ctx);
        assertThatSql(MARKING.rows(FEED.get(0)).queries().get(0)).rendersSql("""
                        update "public"."offer"
                        set "removed_at" = now(), "removed_by" = 'sync'
                        where (
                          "public"."offer"."supplier" = ?
                          and "public"."offer"."removed_at" is null
                          and (not exists (
                            select 1
                            from (values (?)) as "incoming" ("sku")
                            where "public"."offer"."sku" = cast("incoming"."sku" as varchar(20)))))
                        """);
        var outcomes = MARKING.rows(FEED).returning(OFFER.SKU, OFFER.REMOVED_BY).fetchOutcomes(ctx);
        assertThat(outcomes.totals()).isEqualTo(new Totals(1, 1, 1, 1, 0, 0, 0, 0, 0));
        assertThat(outcomes.removed())
                .extracting(record -> record.value1() + " " + record.value2())
                .containsExactly("c sync");
        assertThat(contents(ctx)).contains("c acme 3.00 3 true");
        Object marked = version(ctx, "c");
        assertThat(MARKING.rows(FEED).execute(ctx)).isZero();
        assertThat(version(ctx, "c")).isEqualTo(marked);
    }

    @Test
    void takesTheMarkOffARowThatComesBack(DSLContext ctx) {
        // spotless:off
        var byPrice = bulkSync(bulkUpsert(OFFER, Feed.class)
                        .key(OFFER.SKU).from(Feed::sku)
                        .set(OFFER.PRICE).from(Feed::price)
                        .setOnInsert(OFFER.SUPPLIER).from(Feed::supplier)
                        .onlyChanged(OFFER.PRICE))
                .scope(OFFER.SUPPLIER.eq("acme"))
                .softDeleteMissing(OFFER.REMOVED_AT, now());
        // spotless:on
        for (var sync : List.of(MARKING, byPrice)) {
            ctx.deleteFrom(OFFER).execute();
            offers(ctx);
            sync.rows(FEED.get(1)).execute(ctx);
            assertThat(contents(ctx)).contains("b acme 2.00 2 true", "c acme 3.00 3 true");
            var back = sync.rows(FEED.get(1), feed("c", "3.00", 3)).fetchOutcomes(ctx);
            assertThat(back.stream().map(Outcome::status)).containsExactly(UNCHANGED, UPDATED);
            assertThat(contents(ctx)).contains("b acme 2.00 2 true", "c acme 3.00 3 false");
        }
    }

    @Test
    void marksByABoolean(DSLContext ctx) {
        Books.shelve(ctx, 3);
        // spotless:off
        var sync = bulkSync(bulkUpsert(BOOK, String.class)
                        .key(BOOK.ISBN).from(isbn -> isbn)
                        .doNothing())
                .scope(trueCondition())
                .softDeleteMissing(BOOK.DISCONTINUED, expr(mark -> inline(true)));
        var nullable = bulkSync(bulkUpsert(WIDE, String.class)
                        .key(WIDE.CODE).from(code -> code)
                        .set(WIDE.NN).from(code -> "nn")
                        .onlyChanged())
                .scope(trueCondition())
                .softDeleteMissing(WIDE.BO, expr(mark -> inline(true)));
        // spotless:on
        assertThat(sync.rows("isbn-1").execute(ctx)).isEqualTo(2);
        assertThat(sync.rows("isbn-1").execute(ctx)).isZero();
        assertThat(ctx.fetchValues(BOOK.DISCONTINUED)).containsExactlyInAnyOrder(false, true, true);

        nullable.rows("a", "b").execute(ctx);
        assertThat(nullable.rows("a", "b").execute(ctx)).isZero();
        assertThat(nullable.rows("a", "b").dryRun(ctx).unchanged()).isEqualTo(2);
        assertThat(ctx.fetchValues(WIDE.BO)).containsOnlyNulls();
        assertThat(nullable.rows("a").fetchOutcomes(ctx).totals().deleted()).isEqualTo(1);
        assertThat(ctx.fetchValue(WIDE.BO, WIDE.CODE.eq("b"))).isTrue();
        assertThat(nullable.rows("a", "b").fetchOutcomes(ctx).rows().get(1).status())
                .isEqualTo(UPDATED);
        assertThat(ctx.fetchValue(WIDE.BO, WIDE.CODE.eq("b"))).isFalse();
        assertThat(nullable.rows("a", "b").execute(ctx)).isZero();
        assertThat(ctx.fetchValue(WIDE.BO, WIDE.CODE.eq("a"))).isNull();
    }

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);

    /** Null and false are both no mark, and one doesn't become the other. */
    @Test
    void aFlagThatIsNullIsNoMark(DSLContext ctx) {
        // spotless:off
        var sync = bulkSync(bulkUpsert(WIDE, String.class)
                        .key(WIDE.CODE).from(code -> code)
                        .set(WIDE.NN).from(code -> "nn")
                        .setWhenChanged(WIDE.DT, now()))
                .scope(trueCondition())
                .softDeleteMissing(WIDE.BO, expr(mark -> inline(true)));
        // spotless:on
        assertThatSql(sync.rows("a").queries().get(1)).rendersSql("""
                        insert into "public"."wide" ("code", "nn", "dt")
                        select "incoming"."code", "incoming"."nn", now()
                        from (values (?, ?)) as "incoming" ("code", "nn")
                        order by "incoming"."code"
                        on conflict ("code") do update
                        set
                          "nn" = excluded."nn",
                          "bo" = case
                            when "public"."wide"."bo" = true then false
                            else "public"."wide"."bo"
                          end,
                          "dt" = case
                            when (
                              "public"."wide"."nn" is distinct from excluded."nn"
                              or "public"."wide"."bo" is distinct from case
                                when "public"."wide"."bo" = true then false
                                else "public"."wide"."bo"
                              end
                            ) then now()
                            else "public"."wide"."dt"
                          end
                        where true
                        """);
        sync.rows("a", "b").execute(ctx);
        ctx.update(WIDE).set(WIDE.DT, LONG_AGO).execute();
        sync.rows("a", "b").execute(ctx);
        assertThat(ctx.fetchValues(WIDE.BO)).containsOnlyNulls();
        assertThat(ctx.fetchCount(WIDE, WIDE.DT.eq(LONG_AGO))).isEqualTo(2);
        sync.rows("a").execute(ctx);
        sync.rows("a", "b").execute(ctx);
        assertThat(ctx.fetchCount(WIDE, WIDE.DT.eq(LONG_AGO))).isEqualTo(1);
        assertThat(ctx.selectFrom(WIDE).fetchMap(WIDE.CODE, WIDE.BO))
                .containsEntry("a", null)
                .containsEntry("b", false);
    }

    @Test
    void refusesMarksThatCantBe(DSLContext ctx) {
        assertThatThrownBy(() -> SYNC.setMissing(OFFER.REMOVED_BY, expr(by -> inline("sync"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("softDeleteMissing");
        assertThatThrownBy(() -> MARKING.setMissing(OFFER.REMOVED_AT, now()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("removed_at");
        assertThatThrownBy(() -> ACME.softDeleteMissing(OFFER.PRICE, expr(price -> inline(BigDecimal.ZERO))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("price");
        assertThatThrownBy(() -> SYNC.refuseToRemoveMoreThan(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SYNC.refuseToRemoveMoreThanPercent(100.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SYNC.refuseToRemoveMoreThanPercent(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void guardsAgainstRemovingTooMuch(DSLContext ctx) {
        offers(ctx);
        var before = contents(ctx);
        for (var missing : List.of(SYNC, MARKING)) {
            var byRows = refusal(ctx, missing.refuseToRemoveMoreThan(1), FEED.subList(0, 2));
            assertThat(byRows)
                    .hasMessage("bulkSync of offer: 2 rows would be removed, and at most 1 may be;"
                            + " see refuseToRemoveMoreThan. Nothing was written");
            assertThat(byRows.toRemove()).isEqualTo(2);
            assertThat(refusal(ctx, missing.refuseToRemoveMoreThan(0), FEED))
                    .hasMessageStartingWith("bulkSync of offer: 1 row would be removed, and at most 0 may be;");
            assertThat(refusal(ctx, missing.refuseToRemoveMoreThanPercent(10), FEED))
                    .hasMessageContaining("1 row would be removed, of 3 in the scope, and at most 10 percent may be");
            assertThat(byRows.inScope()).isEqualTo(3);
            var byPercent = refusal(ctx, missing.refuseToRemoveMoreThanPercent(66.6), FEED.subList(0, 2));
            assertThat(byPercent)
                    .hasMessageContaining(
                            "2 rows would be removed, of 3 in the scope, and at most 66.6 percent may be");
            assertThat(byPercent.toRemove()).isEqualTo(2);
            assertThat(byPercent.inScope()).isEqualTo(3);
            assertThat(contents(ctx)).isEqualTo(before);
        }
        var guarded = SYNC.refuseToRemoveMoreThan(2).refuseToRemoveMoreThanPercent(66.7);
        assertThat(guarded.rows(FEED.subList(0, 2)).execute(ctx)).isEqualTo(3);
    }

    @Test
    void rowsMarkedBeforeDontCountForTheGuard(DSLContext ctx) {
        offers(ctx);
        var guarded = MARKING.refuseToRemoveMoreThanPercent(50);
        assertThat(guarded.rows(feed("a", "1", 1), feed("b", "2", 2)).execute(ctx))
                .isEqualTo(1);
        assertThat(guarded.rows(feed("a", "1", 1)).execute(ctx)).isEqualTo(1);
        assertThat(refusal(ctx, guarded, List.of()).inScope()).isEqualTo(1);
    }

    @Test
    void noRowsNeedAGuard(DSLContext ctx) {
        offers(ctx);
        var before = contents(ctx);
        for (var missing : List.of(SYNC, MARKING)) {
            var refusal = refusal(ctx, missing, List.of());
            assertThat(refusal)
                    .hasMessage(
                            "bulkSync of offer: 3 rows would be removed, since no rows were given at all; if that is"
                                    + " meant, say so with refuseToRemoveMoreThanPercent(100). Nothing was written");
            assertThat(refusal.inScope()).isEqualTo(3);
            assertThat(contents(ctx)).isEqualTo(before);
        }
        assertThat(SYNC.refuseToRemoveMoreThanPercent(100).rows().execute(ctx)).isEqualTo(3);
        assertThat(contents(ctx)).containsExactly("x other 9.00 9 false");
        assertThat(SYNC.rows().execute(ctx)).isZero();
    }

    @Test
    void aTransactionGoesOnAfterARefusal(DSLContext ctx) {
        offers(ctx);
        ctx.transaction(trx -> {
            trx.dsl()
                    .update(OFFER)
                    .set(OFFER.PRICE, new BigDecimal("8.00"))
                    .where(OFFER.SKU.eq("a"))
                    .execute();
            refusal(trx.dsl(), SYNC.refuseToRemoveMoreThan(0), FEED);
            trx.dsl()
                    .update(OFFER)
                    .set(OFFER.POSITION, 8)
                    .where(OFFER.SKU.eq("a"))
                    .execute();
        });
        assertThat(contents(ctx))
                .containsExactly(
                        "a acme 8.00 8 false", "b acme 2.00 2 false", "c acme 3.00 3 false", "x other 9.00 9 false");
    }

    @Test
    void refusesARowCreatedOrMovedOutsideTheScope(DSLContext ctx) {
        offers(ctx);
        var before = contents(ctx);
        for (var sync : List.of(SYNC, MARKING, ACME.keepMissing())) {
            refusesOutside(ctx, sync, new Feed("e", BigDecimal.ONE, 5, "somebody"));
            assertThat(contents(ctx)).isEqualTo(before);
        }
        // spotless:off
        var moving = bulkSync(bulkUpsert(OFFER, Feed.class)
                        .key(OFFER.SKU).from(Feed::sku)
                        .set(OFFER.SUPPLIER).from(Feed::supplier))
                .scope(OFFER.SUPPLIER.eq("acme"))
                .deleteMissing();
        // spotless:on
        refusesOutside(ctx, moving, new Feed("b", BigDecimal.ONE, 5, "somebody"));
        assertThat(contents(ctx)).isEqualTo(before);
    }

    private static void refusesOutside(DSLContext ctx, BulkSync<OfferRecord, Feed> sync, Feed outside) {
        assertThatThrownBy(() -> sync.rows(FEED.get(0), outside).execute(ctx))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "bulkSync of offer: row 2 would be outside the scope after this, so the next sync wouldn't find it;"
                                + " set the columns that the scope is about");
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

    /** The new row wants the position of a row outside the scope, after another has been removed. */
    @Test
    void allOrNothingByItself(DSLContext ctx) {
        offers(ctx);
        var before = contents(ctx);
        assertThatThrownBy(() -> SYNC.rows(feed("a", "1", 1), feed("d", "4", 9)).execute(ctx))
                .isInstanceOf(BulkException.class)
                .satisfies(e -> assertThat(((DataAccessException) e).sqlState()).isEqualTo("23505"))
                .hasMessageContaining("offer_position_key");
        assertThat(contents(ctx)).isEqualTo(before);
    }

    @Test
    void allOrNothingInATransaction(DSLContext ctx) {
        offers(ctx);
        ctx.transaction(trx -> {
            trx.dsl()
                    .update(OFFER)
                    .set(OFFER.POSITION, 8)
                    .where(OFFER.SKU.eq("x"))
                    .execute();
            assertThatThrownBy(() ->
                            SYNC.rows(feed("a", "1", 1), feed("d", "4", 8)).execute(trx.dsl()))
                    .isInstanceOf(BulkException.class);
            assertThat(trx.dsl().fetchCount(OFFER)).isEqualTo(4);
            assertThat(SYNC.rows(feed("a", "1", 1), feed("b", "2", 2)).execute(trx.dsl()))
                    .isEqualTo(1);
        });
        assertThat(contents(ctx)).containsExactly("a acme 1.00 1 false", "b acme 2.00 2 false", "x other 9.00 8 false");
    }

    @Test
    void theCallersTransactionIsTheCallers(DSLContext ctx, DataSource database) throws Exception {
        offers(ctx);
        var before = contents(ctx);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            DSLContext own = SourceUnderTest.on(DSL.using(connection, SQLDialect.POSTGRES));
            assertThat(SYNC.rows(FEED).execute(own)).isEqualTo(3);
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(contents(ctx)).isEqualTo(before);
            connection.rollback();
            assertThat(contents(own)).isEqualTo(before);

            own.update(OFFER)
                    .set(OFFER.PRICE, new BigDecimal("8.00"))
                    .where(OFFER.SKU.eq("x"))
                    .execute();
            assertThatThrownBy(() ->
                            SYNC.rows(feed("a", "1", 1), feed("d", "4", 9)).execute(own))
                    .isInstanceOf(BulkException.class);
            refusal(own, SYNC.refuseToRemoveMoreThan(0), FEED);
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(contents(own)).hasSize(4).contains("x other 8.00 9 false");
            assertThat(contents(ctx)).isEqualTo(before);
            connection.commit();
            assertThat(contents(ctx)).contains("x other 8.00 9 false");
        }
    }

    @Test
    void aConnectionStaysAsItWas(DSLContext ctx, DataSource database) throws Exception {
        offers(ctx);
        try (Connection connection = database.getConnection()) {
            DSLContext own = SourceUnderTest.on(DSL.using(connection, SQLDialect.POSTGRES));
            assertThatThrownBy(() ->
                            SYNC.rows(feed("a", "1", 1), feed("d", "4", 9)).execute(own))
                    .isInstanceOf(BulkException.class);
            assertThat(connection.getAutoCommit()).isTrue();
            refusal(own, SYNC.refuseToRemoveMoreThan(0), FEED);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(SYNC.rows(FEED).execute(own)).isEqualTo(3);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(contents(ctx)).contains("d acme 4.00 4 false");
        }
    }

    record Foreseen(BulkSync<OfferRecord, Feed> sync, List<Feed> rows, Totals totals) {}

    /** What a dry run says is what happens. */
    @Test
    void aDryRunForesees(DSLContext ctx) {
        Map<String, Foreseen> cases = foreseen();
        cases.forEach((name, expected) -> {
            ctx.deleteFrom(OFFER).execute();
            offers(ctx);
            var before = contents(ctx);
            var statement = expected.sync.rows(expected.rows);
            Totals foreseen = ctx.transactionResult(trx -> {
                trx.dsl().execute("set transaction read only");
                return statement.dryRun(trx.dsl());
            });
            assertThat(contents(ctx)).as(name).isEqualTo(before);
            assertThat(foreseen).as(name + ", foreseen").isEqualTo(expected.totals);
            assertThat(statement.fetchOutcomes(ctx).totals())
                    .as(name + ", done")
                    .isEqualTo(expected.totals);
        });
    }

    // spotless:off
    private static Map<String, Foreseen> foreseen() {
        var always = bulkUpsert(OFFER, Feed.class)
                .key(OFFER.SKU).from(Feed::sku)
                .set(OFFER.PRICE).from(Feed::price)
                .setOnInsert(OFFER.SUPPLIER).from(Feed::supplier);
        var adding = bulkUpsert(OFFER, Feed.class)
                .key(OFFER.SKU).from(Feed::sku)
                .set(OFFER.PRICE, incr()).from(Feed::price)
                .setOnInsert(OFFER.SUPPLIER).from(Feed::supplier)
                .onlyChanged();
        var orDefault = bulkUpsert(OFFER, Feed.class)
                .key(OFFER.SKU).from(Feed::sku)
                .set(OFFER.PRICE).fromOrDefault(Feed::price)
                .setOnInsert(OFFER.SUPPLIER).from(Feed::supplier)
                .onlyChanged();
        var versioned = always.version(OFFER.POSITION).from(Feed::position);
        var only = OFFER.SUPPLIER.eq("acme");

        Map<String, Foreseen> cases = new LinkedHashMap<>();
        cases.put("insert, update, delete", new Foreseen(SYNC, FEED, new Totals(1, 1, 1, 1, 0, 0, 0, 0, 0)));
        cases.put("mark", new Foreseen(MARKING, FEED, new Totals(1, 1, 1, 1, 0, 0, 0, 0, 0)));
        cases.put("keep", new Foreseen(ACME.keepMissing(), FEED, new Totals(1, 1, 1, 0, 0, 0, 0, 0, 0)));
        cases.put("out of scope", new Foreseen(
                SYNC, List.of(feed("a", "1", 1), feed("x", "5", 5)), new Totals(0, 0, 1, 2, 0, 0, 0, 1, 0)));
        cases.put("the same number", new Foreseen(
                SYNC, List.of(feed("a", "1.000", 1), feed("b", "2", 2), feed("c", "3.0", 3)), new Totals(0, 0, 3, 0, 0, 0, 0, 0, 0)));
        cases.put("the same number once stored", new Foreseen(
                SYNC, List.of(feed("a", "1.001", 1), feed("b", "1.999", 2), feed("c", "3.005", 3)),
                new Totals(0, 1, 2, 0, 0, 0, 0, 0, 0)));
        cases.put("nulls", new Foreseen(
                SYNC, List.of(feed("a", null, 1), feed("b", "2", null), feed("c", "3", 3)), new Totals(0, 2, 1, 0, 0, 0, 0, 0, 0)));
        cases.put("written whether it changes or not", new Foreseen(
                bulkSync(always).scope(only).deleteMissing(), FEED, new Totals(1, 2, 0, 1, 0, 0, 0, 0, 0)));
        cases.put("existing rows left alone", new Foreseen(
                bulkSync(always.doNothing()).scope(only).deleteMissing(), FEED, new Totals(1, 0, 2, 1, 0, 0, 0, 0, 0)));
        cases.put("some may change", new Foreseen(
                bulkSync(always.where(OFFER.SKU.ne("b"))).scope(only).deleteMissing(), FEED, new Totals(1, 1, 1, 1, 0, 0, 0, 0, 0)));
        cases.put("increments", new Foreseen(
                bulkSync(adding).scope(only).deleteMissing(),
                List.of(feed("a", "0", 1), feed("b", null, 1), feed("c", "0.01", 1)), new Totals(0, 1, 2, 0, 0, 0, 0, 0, 0)));
        cases.put("duplicates dropped", new Foreseen(
                bulkSync(UPSERT.duplicates(Duplicates.LAST)).scope(only).deleteMissing(),
                List.of(feed("a", "5", 1), feed("a", "1", 1)), new Totals(0, 0, 1, 2, 0, 0, 0, 0, 1)));
        cases.put("duplicates of a new row dropped", new Foreseen(
                bulkSync(adding.duplicates(Duplicates.FIRST)).scope(only).deleteMissing(),
                List.of(feed("n", "5", 1), feed("n", "1", 1)), new Totals(1, 0, 0, 3, 0, 0, 0, 0, 1)));
        cases.put("a default for some", new Foreseen(
                bulkSync(orDefault).scope(only).deleteMissing(),
                List.of(feed("a", "1", 1), feed("b", null, 1), feed("n", null, 1)), new Totals(1, 1, 1, 1, 0, 0, 0, 0, 0)));
        cases.put("a scope that is null for some", new Foreseen(
                bulkSync(UPSERT).scope(OFFER.REMOVED_BY.ne("x").or(OFFER.SKU.eq("a"))).deleteMissing(),
                List.of(feed("b", "7", 2)), new Totals(0, 0, 0, 1, 0, 0, 0, 1, 0)));
        cases.put("versions", new Foreseen(
                bulkSync(versioned).scope(only).deleteMissing(),
                List.of(feed("b", "7", 7), feed("c", "7", 3)), new Totals(0, 1, 0, 1, 0, 1, 0, 0, 0)));
        cases.put("versions of rows out of scope", new Foreseen(
                bulkSync(versioned).scope(only).keepMissing(),
                List.of(feed("x", "7", 7)), new Totals(0, 0, 0, 0, 0, 0, 0, 1, 0)));
        cases.put("versions and the same number once stored", new Foreseen(
                bulkSync(versioned.onlyChanged()).scope(only).deleteMissing(),
                List.of(feed("a", "1.001", 1), feed("c", "2.5", 3)), new Totals(0, 1, 1, 1, 0, 0, 0, 0, 0)));
        return cases;
    }
    // spotless:on

    @Test
    void aDryRunHasNoGuard(DSLContext ctx) {
        offers(ctx);
        assertThat(SYNC.rows().dryRun(ctx)).isEqualTo(new Totals(0, 0, 0, 3, 0, 0, 0, 0, 0));
        assertThat(SYNC.refuseToRemoveMoreThan(0).rows(FEED).dryRun(ctx).deleted())
                .isEqualTo(1);
        assertThat(contents(ctx)).hasSize(4);
    }

    @Test
    void foreseesRowsThatComeBack(DSLContext ctx) {
        offers(ctx);
        MARKING.rows(FEED.get(1)).execute(ctx);
        var back = MARKING.rows(FEED.get(1), feed("b", "2", 2));
        assertThat(back.dryRun(ctx)).isEqualTo(new Totals(0, 1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(back.fetchOutcomes(ctx).totals()).isEqualTo(new Totals(0, 1, 1, 0, 0, 0, 0, 0, 0));
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

    /** "a", "b" and "c" of acme at their positions, and "x" of another. */
    private static void offers(DSLContext ctx) {
        ctx.insertInto(OFFER, OFFER.SKU, OFFER.SUPPLIER, OFFER.PRICE, OFFER.POSITION)
                .values("a", "acme", new BigDecimal("1.00"), 1)
                .values("b", "acme", new BigDecimal("2.00"), 2)
                .values("c", "acme", new BigDecimal("3.00"), 3)
                .values("x", "other", new BigDecimal("9.00"), 9)
                .execute();
    }

    private static Feed feed(String sku, @Nullable String price, @Nullable Integer position) {
        return new Feed(sku, price == null ? null : new BigDecimal(price), position, "acme");
    }

    private static SyncRefusedException refusal(DSLContext ctx, BulkSync<OfferRecord, Feed> sync, List<Feed> rows) {
        var refusal = catchThrowableOfType(
                SyncRefusedException.class, () -> sync.rows(rows).execute(ctx));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static List<String> contents(DSLContext ctx) {
        return ctx.selectFrom(OFFER)
                .orderBy(OFFER.SKU)
                .fetch(offer -> offer.getSku() + " " + offer.getSupplier() + " " + offer.getPrice() + " "
                        + offer.getPosition() + " " + (offer.getRemovedAt() != null));
    }

    private static Object version(DSLContext ctx, String sku) {
        return ctx.fetchValue("select xmin::text from offer where sku = ?", sku);
    }
}
