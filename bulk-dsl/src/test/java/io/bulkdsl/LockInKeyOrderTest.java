// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Locks in the order of keys, whatever order the server would take them in. */
@PostgresTest(migrations = "classpath:db/migration")
class LockInKeyOrderTest {

    // spotless:off
    private static final BulkDelete<BookRecord, Delivery> REMOVE = bulkDelete(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn);

    private static final BulkUpdate<BookRecord, Delivery> BY_TITLE = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.TITLE).from(Delivery::isbn)
            .set(BOOK.STOCK, incr()).from(Delivery::copies);
    // spotless:on

    @Test
    @NotVia(because = "the SQL is that of values")
    void updatesLockWhatTheyWillUpdate(DSLContext ctx) {
        Books.shelve(ctx, 3);
        var locking = RESTOCK.rows(new Delivery("isbn-2", 5)).lockInKeyOrder();
        assertThatSql(locking).rendersSql("""
                        with "found" as (
                            select "incoming"."row_number", "incoming"."isbn", "incoming"."stock", "public"."book"."id" as "target_1"
                            from "public"."book", (values (?, ?, ?)) as "incoming" ("row_number", "isbn", "stock")
                            where "public"."book"."isbn" = "incoming"."isbn"
                            order by "incoming"."isbn"
                            for no key update of "book")
                        update "public"."book"
                        set "stock" = coalesce(("public"."book"."stock" + "found"."stock"), "found"."stock", "public"."book"."stock")
                        from "found"
                        where ("public"."book"."id" = "found"."target_1" and "public"."book"."isbn" = "found"."isbn")
                        """);
        assertThat(locking.execute(ctx)).isEqualTo(1);
        assertThat(Books.stock(ctx)).containsEntry("isbn-2", 7);
    }

    @Test
    void outcomesAndResultsAreTheSame(DSLContext ctx) {
        Books.shelve(ctx, 3);
        var rows = List.of(new Delivery("isbn-3", 1), new Delivery("isbn-1", 1), new Delivery("none", 1));
        assertThat(OutcomeText.of(RESTOCK.rows(rows).lockInKeyOrder().fetchOutcomes(ctx)))
                .isEqualTo(OutcomeText.of(RESTOCK.rows(rows).fetchOutcomes(ctx)));
        assertThat(RESTOCK.rows(rows).lockInKeyOrder().returning(BOOK.STOCK).fetchRows(ctx))
                .hasSize(2);
        assertThat(OutcomeText.of(QUOTE.rows(rows).lockInKeyOrder().fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED", "2 INSERTED", "3 INSERTED");
        assertThat(OutcomeText.of(REMOVE.rows(rows).lockInKeyOrder().fetchOutcomes(ctx)))
                .containsExactly("1 DELETED", "2 DELETED", "3 NOT_FOUND");
        assertThat(REMOVE.rows(new Delivery("isbn-2", 1), new Delivery("isbn-1", 1))
                        .lockInKeyOrder()
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(ctx.fetchCount(BOOK)).isZero();
    }

    /** Someone has a row in the middle: what comes before it is locked by us, and nothing after it. */
    @Test
    void inTheOrderOfKeys(DSLContext ctx) throws Exception {
        List<Delivery> all = IntStream.range(10, 40)
                .mapToObj(i -> new Delivery("isbn-" + i, 1))
                .toList();
        List<Delivery> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(7));
        QUOTE.rows(shuffled).via(RowSource.VALUES).execute(ctx);
        for (Delivery book : shuffled) {
            ctx.insertInto(BOOK, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK)
                    .values(book.isbn(), book.isbn(), 1)
                    .execute();
        }
        ctx.execute("analyze");
        for (BulkStatement<?> statement :
                List.of(RESTOCK.rows(shuffled), BY_TITLE.rows(shuffled), REMOVE.rows(shuffled), RESTOCK.rows(all))) {
            assertThat(lockedWhileWaiting(ctx, BOOK, BOOK.ISBN, statement.lockInKeyOrder()))
                    .isEqualTo(all.subList(0, 13).stream().map(Delivery::isbn).toList());
        }
        assertThat(lockedWhileWaiting(
                        ctx, PRICE, PRICE.SKU, QUOTE.rows(shuffled).lockInKeyOrder()))
                .isEqualTo(all.subList(0, 13).stream().map(Delivery::isbn).toList());
    }

    @Test
    void aSyncTakesTheTable(DSLContext ctx) {
        var sync = bulkSync(QUOTE).scope(DSL.trueCondition()).deleteMissing();
        var statement = sync.rows(new Delivery("a", 1)).lockInKeyOrder();
        assertThat(statement.queries().get(0).getSQL())
                .isEqualTo("lock table \"public\".\"price\" in share row exclusive mode");
        ctx.transaction(transaction -> {
            statement.execute(transaction.dsl());
            assertThat(
                            transaction
                                    .dsl()
                                    .fetchCount(
                                            DSL.table("pg_locks"),
                                            DSL.condition(
                                                    "pid = pg_backend_pid() and relation = 'price'::regclass and mode = 'ShareRowExclusiveLock'")))
                    .isEqualTo(1);
        });
    }

    @Test
    void refusals() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Deliveries.LOG.rows().lockInKeyOrder())
                .withMessage("bulkInsert into log_entry: can't lock in key order, since an insert has no key");
        assertThatIllegalStateException()
                .isThrownBy(() -> QUOTE.keyNotUnique().rows().lockInKeyOrder())
                .withMessageContaining("there is retry(…)");
        // spotless:off
        var atLeast = bulkDelete(BOOK, Delivery.class)
                .key(BOOK.ISBN, ge()).from(Delivery::isbn);
        // spotless:on
        assertThatIllegalStateException()
                .isThrownBy(() -> atLeast.rows().lockInKeyOrder())
                .withMessageContaining("operators other than eq()");
    }

    /** Several statements of one transaction, whose order would have to be the server's. */
    @Test
    void refusedWhereSeveralStatementsShareATransaction(DSLContext ctx) {
        var locking = RESTOCK.rows(new Delivery("isbn-1", 1)).lockInKeyOrder();
        assertThatIllegalStateException()
                .isThrownBy(() -> locking.batchSize(1).execute(ctx))
                .withMessageContaining("for batches that are each committed");
        assertThatIllegalStateException()
                .isThrownBy(() -> locking.batchSize(1)
                        .commitEachBatch()
                        .onReject(row -> {})
                        .execute(ctx))
                .withMessageContaining("doesn't go with onReject(…)");
        assertThat(locking.batchSize(1).commitEachBatch().execute(ctx).written())
                .isZero();
    }

    /** The keys of the rows that are locked when the statement has come to the 14th, which another transaction has. */
    private static List<String> lockedWhileWaiting(
            DSLContext ctx, Table<?> table, Field<String> key, BulkStatement<?> statement) throws Exception {
        List<String> locked = new ArrayList<>();
        CompletableFuture<Integer> done = new CompletableFuture<>();
        ctx.transaction(other -> {
            other.dsl()
                    .select(key)
                    .from(table)
                    .where(key.eq("isbn-23"))
                    .forUpdate()
                    .fetch();
            CompletableFuture.runAsync(() -> ctx.transaction(ours -> {
                        statement.execute(ours.dsl());
                        throw new IllegalStateException("undone");
                    }))
                    .whenComplete((nothing, e) -> done.complete(0));
            while (!Meanwhile.someoneWaits(ctx)) {
                assertThat(done).isNotDone();
                Thread.sleep(5);
            }
            List<String> free =
                    ctx.select(key).from(table).forUpdate().skipLocked().fetch(key);
            locked.addAll(ctx.select(key)
                    .from(table)
                    .where(key.notIn(free))
                    .and(key.ne("isbn-23"))
                    .orderBy(key)
                    .fetch(key));
        });
        done.get(20, TimeUnit.SECONDS);
        return locked;
    }
}
