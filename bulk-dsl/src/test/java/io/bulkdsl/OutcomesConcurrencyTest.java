// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.STOCKTAKING;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.contract.Status;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What outcomes say of rows that another transaction changes meanwhile. */
@PostgresTest(migrations = "classpath:db/migration")
@Timeout(60)
class OutcomesConcurrencyTest {

    /**
     * UNCHANGED is a statement about the snapshot: the update finds the row equal to what it is to be, so it neither writes
     * nor locks it, and doesn't wait for a transaction that has changed it and hasn't committed. When that commits, the row
     * isn't what was asked for. Where that matters: repeat the call, lock the rows first, or use serializable transactions.
     */
    @Test
    void anUnchangedRowMayBeChangingAlready(DSLContext ctx) {
        Books.shelve(ctx, 2);
        var outcomes = ctx.transactionResult(other -> {
            other.dsl().execute("update book set stock = 99 where isbn = 'isbn-1'");
            return STOCKTAKING
                    .onlyChanged()
                    .rows(new Delivery("isbn-1", 1), new Delivery("isbn-2", 5))
                    .returning(BOOK.STOCK)
                    .fetchOutcomes(ctx);
        });
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 UNCHANGED [1]", "2 UPDATED [5]");
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 99);
    }

    /** Without {@code onlyChanged()} a row is written whatever it holds, so the update waits and has the last word. */
    @Test
    void anUpdatedRowIsWhatItWasToBe(DSLContext ctx) throws Exception {
        Books.shelve(ctx, 1);
        var outcomes = Meanwhile.during(ctx, "update book set stock = 99 where isbn = 'isbn-1'", () -> STOCKTAKING
                .rows(new Delivery("isbn-1", 1))
                .returning(BOOK.STOCK)
                .fetchOutcomes(ctx));
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 UPDATED [1]");
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 1);
    }

    /** Old values are those that the statement replaced, not those of its snapshot. */
    @ParameterizedTest
    @EnumSource
    void oldValuesAreThoseThatWereReplaced(Server server, DataSource dataSource) throws Exception {
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 1);
        // spotless:off
        var restock = bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK, incr()).from(Delivery::copies);
        var upsert = bulkUpsert(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK, incr()).from(Delivery::copies);
        // spotless:on
        for (var statement : List.of(
                restock.rows(new Delivery("isbn-1", 1)),
                restock.onlyChanged().rows(new Delivery("isbn-1", 1)),
                upsert.rows(new Delivery("isbn-1", 1)),
                upsert.onlyChanged().rows(new Delivery("isbn-1", 1)))) {
            ctx.execute("update book set stock = 1");
            var outcomes = Meanwhile.during(ctx, "update book set stock = stock + 10", () -> statement
                    .returning(BOOK.STOCK)
                    .fetchOutcomesWithOld(ctx));
            assertThat(OutcomeText.of(outcomes)).containsExactly("1 UPDATED [12] was [11]");
        }
    }

    /**
     * An update that skips unchanged rows finds the row by its snapshot. If another transaction then gives the row another
     * key, it is left alone and told as UNCHANGED; without {@code onlyChanged()} it is NOT_FOUND.
     */
    @Test
    void aRowThatNoLongerMatchesIsLeftAlone(DSLContext ctx) throws Exception {
        Books.shelve(ctx, 1);
        var change = "update book set isbn = 'other'";
        var rows = List.of(new Delivery("isbn-1", 5));
        var plain = Meanwhile.during(ctx, change, () -> STOCKTAKING.rows(rows).fetchOutcomes(ctx));
        assertThat(OutcomeText.of(plain)).containsExactly("1 NOT_FOUND");
        ctx.execute("update book set isbn = 'isbn-1'");
        var skipping = Meanwhile.during(
                ctx, change, () -> STOCKTAKING.onlyChanged().rows(rows).fetchOutcomes(ctx));
        assertThat(OutcomeText.of(skipping)).containsExactly("1 UNCHANGED");
        assertThat(Books.stock(ctx)).containsEntry("other", 1);
    }

    /** The same of an upsert: rows that its snapshot shows unchanged don't come to the conflict that would lock them. */
    @Test
    void anUnchangedRowOfAnUpsertMayBeChangingAlready(DSLContext ctx) {
        QUOTE.rows(new Delivery("a", 1)).execute(ctx);
        var outcomes = ctx.transactionResult(other -> {
            other.dsl().execute("update price set amount = 99");
            return QUOTE.onlyChanged()
                    .rows(new Delivery("a", 1))
                    .returning(PRICE.AMOUNT)
                    .fetchOutcomes(ctx);
        });
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 UNCHANGED [1.00]");
        assertThat(ctx.fetchValue(PRICE.AMOUNT)).isEqualByComparingTo("99");
    }

    /**
     * Before PostgreSQL 18 rows are locked to read their old values, and so waited for. The values told are then those that
     * the other transaction has left; what an update compares is still its snapshot, an upsert compares anew.
     */
    @Test
    void askingForOldValuesWaitsBefore18(DataSource dataSource) throws Exception {
        DSLContext ctx = OlderServer.of(dataSource);
        Books.shelve(ctx, 1);
        QUOTE.rows(new Delivery("a", 1)).execute(ctx);
        var updated = Meanwhile.during(ctx, "update book set stock = 99", () -> STOCKTAKING
                .onlyChanged()
                .rows(new Delivery("isbn-1", 1))
                .returning(BOOK.STOCK)
                .fetchOutcomesWithOld(ctx));
        assertThat(OutcomeText.of(updated)).containsExactly("1 UNCHANGED [99] was [99]");
        var upserted = Meanwhile.during(ctx, "update price set amount = 99", () -> QUOTE.onlyChanged()
                .rows(new Delivery("a", 1))
                .returning(PRICE.AMOUNT)
                .fetchOutcomesWithOld(ctx));
        assertThat(OutcomeText.of(upserted)).containsExactly("1 UPDATED [1.00] was [99.00]");
    }

    /** ON CONFLICT locks the row before it compares, so an upsert waits, and compares with what the other has left. */
    @ParameterizedTest
    @EnumSource
    void upsertsCompareWithWhatOthersLeave(Server server, DataSource dataSource) throws Exception {
        DSLContext ctx = server.of(dataSource);
        QUOTE.rows(new Delivery("a", 5)).execute(ctx);
        var outcomes = Meanwhile.during(ctx, "update price set amount = 99", () -> QUOTE.onlyChanged()
                .rows(new Delivery("a", 1))
                .returning(PRICE.AMOUNT)
                .fetchOutcomesWithOld(ctx));
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 UPDATED [1.00] was [99.00]");
    }

    /**
     * Where the other has made the row what it was to be, the upsert has nothing to write: UNCHANGED. The values that come
     * with that are those of the statement's snapshot, since PostgreSQL returns nothing of rows that it doesn't write.
     */
    @Test
    void valuesOfUnchangedRowsAreTheSnapshots(DSLContext ctx) throws Exception {
        QUOTE.rows(new Delivery("a", 5)).execute(ctx);
        var outcomes = Meanwhile.during(ctx, "update price set amount = 1, source = 'other'", () -> QUOTE.onlyChanged()
                .rows(new Delivery("a", 1))
                .returning(PRICE.AMOUNT, PRICE.SOURCE)
                .fetchOutcomes(ctx));
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 UNCHANGED [5.00, feed]");
        assertThat(ctx.fetchSingle(PRICE).getSource()).isEqualTo("other");
    }

    @ParameterizedTest
    @EnumSource
    void anUpsertThatWaitsForAnInsertUpdates(Server server, DataSource dataSource) throws Exception {
        DSLContext ctx = server.of(dataSource);
        var outcomes = Meanwhile.during(ctx, "insert into price (sku, amount) values ('a', 99)", () -> QUOTE.rows(
                        new Delivery("b", 2), new Delivery("a", 1))
                .returning(PRICE.AMOUNT)
                .fetchOutcomes(ctx));
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 INSERTED [2.00]", "2 UPDATED [1.00]");
        assertThat(OutcomeText.of(outcomes.totals())).isEqualTo("inserted=1, updated=1");
    }

    /** PostgreSQL 18 returns what the other transaction inserted; before, a row that no snapshot showed has no old values. */
    @Test
    void oldValuesOfARowInsertedMeanwhile(DSLContext ctx, DataSource dataSource) throws Exception {
        DSLContext older = OlderServer.of(dataSource);
        var outcomes = Meanwhile.during(
                ctx,
                "insert into price (sku, amount) values ('a', 99)",
                () -> QUOTE.rows(new Delivery("a", 1)).returning(PRICE.AMOUNT).fetchOutcomesWithOld(older));
        assertThat(outcomes.rows()).extracting(Outcome::status).containsExactly(Status.UPDATED);
        assertThat(outcomes.rows().get(0).oldRecord().map(Record1::value1)).isEmpty();
    }

    /** A row that another transaction inserted meanwhile, and that is left alone, is told without values. */
    @ParameterizedTest
    @EnumSource
    void aRowInsertedMeanwhileAndLeftAloneHasNoValues(Server server, DataSource dataSource) throws Exception {
        DSLContext ctx = server.of(dataSource);
        for (var upsert : List.of(QUOTE.onlyChanged(), QUOTE.doNothing())) {
            ctx.deleteFrom(PRICE).execute();
            var outcomes = Meanwhile.during(
                    ctx, "insert into price (sku, amount) values ('a', 1)", () -> upsert.rows(new Delivery("a", 1))
                            .returning(PRICE.AMOUNT)
                            .fetchOutcomesWithOld(ctx));
            assertThat(OutcomeText.of(outcomes)).containsExactly("1 UNCHANGED");
            assertThat(OutcomeText.of(outcomes.totals())).isEqualTo("unchanged=1");
        }
    }
}
