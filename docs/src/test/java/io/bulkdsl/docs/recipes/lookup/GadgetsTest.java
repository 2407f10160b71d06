// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.lookup;

import static io.bulkdsl.docs.db.Tables.GADGET;
import static io.bulkdsl.docs.db.Tables.MAKER;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.docs.recipes.Waiting;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Makers are created once, whoever else creates them. */
@PostgresTest(migrations = "classpath:db/migration")
@Timeout(120)
class GadgetsTest {

    private static final List<Item> ITEMS = List.of(
            new Item("p1", "Phone", "Nadir"), new Item("p2", "Radio", "Zenith"), new Item("p3", "Charger", "Nadir"));

    @Test
    void aMakerIsInsertedWhereThereIsNone() {
        assertThatSql(Gadgets.MAKERS.rows("Nadir", "Zenith")).rendersSql("""
                        insert into "public"."maker" ("name")
                        select "incoming"."name"
                        from (values (?), (?)) as "incoming" ("name")
                        order by "incoming"."name"
                        on conflict ("name") do nothing
                        """);
    }

    @Test
    void everyGadgetGetsItsMaker(DSLContext ctx) {
        long zenith = ctx.insertInto(MAKER)
                .set(MAKER.NAME, "Zenith")
                .returning(MAKER.ID)
                .fetchSingle()
                .getId();
        Gadgets.load(ITEMS, ctx);
        assertThat(makers(ctx)).isEqualTo(Map.of("p1", "Nadir", "p2", "Zenith", "p3", "Nadir"));
        assertThat(ctx.fetchValue(GADGET.MAKER_ID, GADGET.SKU.eq("p2"))).isEqualTo(zenith);
        assertThat(ctx.fetchCount(MAKER)).isEqualTo(2);
    }

    @Test
    void aGadgetOfNobodyHasNoMaker(DSLContext ctx) {
        Gadgets.load(List.of(new Item("p4", "Cable", null)), ctx);
        assertThat(ctx.fetchCount(GADGET, GADGET.MAKER_ID.isNull())).isEqualTo(1);
        assertThat(ctx.fetchCount(MAKER)).isZero();
    }

    @Test
    void aBrokenGadgetLeavesNoMakers(DSLContext ctx) {
        assertThatThrownBy(() -> Gadgets.load(List.of(ITEMS.get(0), new Item("p9", null, "Nobody")), ctx))
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.sqlState()).isEqualTo("23502"));
        assertThat(ctx.fetchCount(MAKER)).isZero();
    }

    @Test
    void aSecondRunFindsTheMakersAndRefusesTheGadgets(DSLContext ctx) {
        Gadgets.load(ITEMS, ctx);
        Map<String, Long> ids = Gadgets.makers(ITEMS, ctx);
        assertThat(Gadgets.makers(ITEMS, ctx)).isEqualTo(ids);
        assertThat(ctx.fetchCount(MAKER)).isEqualTo(2);
        assertThatThrownBy(() -> Gadgets.load(ITEMS, ctx))
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.sqlState()).isEqualTo("23505"));
        assertThat(Gadgets.gadgets(ids).onConflictDoNothing().rows(ITEMS).execute(ctx))
                .isZero();
    }

    @Test
    void aMakerThatAnotherSessionCreatesIsWaitedForAndFound(DSLContext ctx) throws Exception {
        CompletableFuture<Void> second = ctx.transactionResult(first -> {
            first.dsl().insertInto(MAKER).set(MAKER.NAME, "Nadir").execute();
            CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> Gadgets.load(ITEMS, ctx));
            Waiting.untilASessionIsBlocked(ctx);
            return loading;
        });
        second.get(1, TimeUnit.MINUTES);
        assertThat(makers(ctx)).isEqualTo(Map.of("p1", "Nadir", "p2", "Zenith", "p3", "Nadir"));
        assertThat(ctx.fetchCount(MAKER)).isEqualTo(2);
    }

    @Test
    void aMakerThatAnotherSessionTakesBackIsCreated(DSLContext ctx) throws Exception {
        CompletableFuture<?>[] second = new CompletableFuture<?>[1];
        assertThatThrownBy(() -> ctx.transaction(first -> {
                    first.dsl().insertInto(MAKER).set(MAKER.NAME, "Nadir").execute();
                    second[0] = CompletableFuture.runAsync(() -> Gadgets.load(ITEMS, ctx));
                    Waiting.untilASessionIsBlocked(ctx);
                    throw new IllegalStateException("roll back");
                }))
                .hasMessage("roll back");
        second[0].get(1, TimeUnit.MINUTES);
        assertThat(makers(ctx)).isEqualTo(Map.of("p1", "Nadir", "p2", "Zenith", "p3", "Nadir"));
    }

    private static Map<String, String> makers(DSLContext ctx) {
        return ctx.select(GADGET.SKU, MAKER.NAME)
                .from(GADGET)
                .join(MAKER)
                .on(MAKER.ID.eq(GADGET.MAKER_ID))
                .fetchMap(GADGET.SKU, MAKER.NAME);
    }
}
