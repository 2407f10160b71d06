// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Deliveries.LOG;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Bad rows among good ones. */
@PostgresTest(migrations = "classpath:db/migration")
class RejectsTest {

    private final List<Rejected<Delivery>> rejected = new ArrayList<>();

    @Test
    void areLeftOutAndHandedOver(DSLContext ctx) {
        refuseSeen(ctx, "seen % 40 <> 7");
        Progress done =
                LOG.rows(deliveries(100)).batchSize(64).onReject(rejected::add).execute(ctx);
        assertThat(done.rows()).isEqualTo(100);
        assertThat(done.written()).isEqualTo(97);
        assertThat(done.matched()).hasValue(97);
        assertThat(done.rejected()).isEqualTo(3);
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(97);
        assertThat(rejected).extracting(Rejected::rowNumber).containsExactly(8, 48, 88);
        assertThat(rejected).extracting(row -> row.element().copies()).containsExactly(7, 47, 87);
        assertThat(rejected.get(0).error().sqlState()).isEqualTo("23514");
        assertThat(rejected.get(0).error().constraint()).hasValue("not_those");
    }

    /** About k log n statements for k bad rows of n: here a batch of 1,024 with 3, in 44. */
    @Test
    void areFoundByHalves(DSLContext ctx) {
        refuseSeen(ctx, "seen not in (5, 500, 1000)");
        ExecutedSql sql = new ExecutedSql();
        LOG.rows(deliveries(1_024))
                .via(RowSource.UNNEST)
                .batchSize(1_024)
                .onReject(rejected::add)
                .execute(sql.of(ctx));
        assertThat(rejected).extracting(Rejected::rowNumber).containsExactly(6, 501, 1001);
        assertThat(sql.all()).hasSize(44);
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(1_021);
    }

    /** The server quotes what it can't read; that may be personal. */
    @Test
    void saysNoValues(DSLContext ctx) {
        BulkException e = catchThrowableOfType(BulkException.class, () -> bulkInsert(KINDS, Integer.class)
                .set(KINDS.ID)
                .from(year -> year)
                .set(KINDS.A_TIMESTAMP)
                .from(year -> LocalDateTime.of(year, 2, 3, 4, 5))
                .rows(2026, 300_000)
                .execute(ctx));
        assertThat(e.failure().rowNumbers()).containsExactly(2);
        assertThat(e.failure().error().sqlState()).isEqualTo("22008");
        assertThat(e.getCause()).hasMessageContaining("300000-02-03");
        assertThat(e).message().contains("\"…\"").doesNotContain("300000");
    }

    @Test
    void alsoThoseThatCannotBeSent(DSLContext ctx) {
        List<Delivery> rows = Stream.of(
                        new Delivery("a", 1), null, new Delivery("zero \u0000", 2), new Delivery("b", 3), null)
                .toList();
        for (boolean asStream : List.of(false, true)) {
            rejected.clear();
            var statement = asStream ? LOG.rows(rows.stream()) : LOG.rows(rows);
            Progress done = statement.batchSize(1).onReject(rejected::add).execute(ctx);
            assertThat(rejected).extracting(Rejected::rowNumber).containsExactly(2, 3, 5);
            assertThat(rejected).extracting(row -> row.error().sqlState()).containsOnly("22000");
            assertThat(rejected.get(1).error().column()).hasValue("log_entry.message");
            assertThat(done.rows()).isEqualTo(5);
            assertThat(done.rejected()).isEqualTo(3);
            assertThat(done.batches()).isEqualTo(2);
        }
        assertThat(ctx.fetchValues(LOG_ENTRY.MESSAGE)).containsExactlyInAnyOrder("a", "b", "a", "b");
    }

    @Test
    void notTooMany(DSLContext ctx) {
        refuseSeen(ctx, "seen >= 10");
        BatchedStatement<Delivery> log = LOG.rows(deliveries(20)).batchSize(5).onReject(rejected::add);
        assertThatThrownBy(() -> log.maxRejects(9).execute(ctx))
                .isInstanceOf(BulkException.class)
                .hasMessageStartingWith(
                        "bulkInsert into log_entry: row 10: more rows than maxRejects(…) allows are bad; this one: ");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
        assertThat(log.maxRejects(10).execute(ctx).written()).isEqualTo(10);
        assertThatIllegalStateException()
                .isThrownBy(() -> LOG.rows(new Delivery("a", 1), new Delivery("\u0000", 1))
                        .batchSize(2)
                        .onReject(rejected::add)
                        .maxRejects(0)
                        .execute(ctx))
                .withMessage("bulkInsert into log_entry: 1 row can't be sent, more than maxRejects(0) allows");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> LOG.rows(deliveries(2)).batchSize(2).maxRejects(1).execute(ctx))
                .withMessageContaining("onReject");
        assertThatIllegalArgumentException().isThrownBy(() -> log.maxRejects(-1));
    }

    /** Within the caller's transaction, which goes on. */
    @Test
    void underSavepoints(DSLContext ctx) {
        Books.shelve(ctx, 10);
        List<Delivery> deliveries = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new Delivery("isbn-" + i, i == 4 ? Integer.MAX_VALUE : 1))
                .toList();
        ctx.transaction(transaction -> {
            DSLContext inner = transaction.dsl();
            RESTOCK.rows(deliveries).batchSize(10).onReject(rejected::add).execute(inner);
            assertThat(inner.fetchCount(BOOK)).isEqualTo(10);
        });
        assertThat(rejected).extracting(Rejected::rowNumber).containsExactly(4);
        assertThat(rejected.get(0).error().sqlState()).isEqualTo("22003");
        assertThat(Books.stock(ctx)).containsEntry("isbn-4", 4).containsEntry("isbn-5", 6);
    }

    @Test
    void withoutAListenerTheFirstIsNamed(DSLContext ctx) {
        refuseSeen(ctx, "seen not in (30, 70)");
        List<BulkStatement<Delivery>> statements =
                List.of(LOG.rows(deliveries(100)), LOG.rows(deliveries(100)).via(RowSource.VALUES));
        for (BulkStatement<Delivery> statement : statements) {
            BulkException e = catchThrowableOfType(BulkException.class, () -> statement.execute(ctx));
            assertThat(e).hasMessageStartingWith("bulkInsert into log_entry: row 31: ");
            assertThat(e.failure().rowNumbers()).containsExactly(31);
            assertThat(e.failure().error().constraint()).hasValue("not_those");
            assertThat(e.sqlState()).isEqualTo("23514");
            assertThat(e.failure().table()).isEqualTo("log_entry");
            assertThat(e.failure().sql()).contains("\"public\".\"log_entry\"");
        }
        BulkException batched = catchThrowableOfType(
                BulkException.class,
                () -> LOG.rows(deliveries(100)).batchSize(40).execute(ctx));
        assertThat(batched.failure().rowNumbers()).containsExactly(31);
        ctx.transaction(transaction -> {
            BulkException within = catchThrowableOfType(
                    BulkException.class,
                    () -> LOG.rows(deliveries(100)).batchSize(40).execute(transaction.dsl()));
            assertThat(within.failure().rowNumbers()).containsExactly(31);
        });
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
    }

    /** The rows go in the order of their keys, so that the server meets another bad row first. */
    @Test
    void theFirstIsNamedWithItsOwnError(DSLContext ctx) {
        // spotless:off
        BulkUpsert<BookRecord, Delivery> upsert = bulkUpsert(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.TITLE).from(delivery -> "x".repeat(delivery.copies()))
                .set(BOOK.DISCONTINUED).from(delivery -> delivery.copies() > 50 ? false : null);
        // spotless:on
        List<Delivery> rows = List.of(new Delivery("b", 51), new Delivery("a", 1));
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> upsert.rows(rows).execute(ctx),
                () -> upsert.rows(rows).fetchOutcomes(ctx),
                () -> upsert.rows(rows).batchSize(2).execute(ctx))) {
            BulkException e = catchThrowableOfType(BulkException.class, call);
            assertThat(e.failure().rowNumbers()).containsExactly(1);
            assertThat(e.failure().keys()).containsExactly(List.of("b"));
            assertThat(e.sqlState()).isEqualTo("22001");
            assertThat(e.failure().error().sqlState()).isEqualTo("22001");
            assertThat(e.failure().error().column()).isEmpty();
            assertThat(e)
                    .hasMessageStartingWith("bulkUpsert of book: row 1: value too long for type character varying(50)"
                            + " (SQLSTATE 22001); SQL: ");
            assertThat(e.getCause()).hasMessageContaining("value too long");
        }
        assertThat(ctx.fetchCount(BOOK)).isZero();
    }

    @Test
    void whatIsWrongOnlyTogetherIsOfNoRow(DSLContext ctx) {
        ctx.execute("""
                create function refuse_pairs() returns trigger language plpgsql as $$
                begin
                  if (select count(*) from written) > 1 then
                    raise check_violation using message = 'one at a time';
                  end if;
                  return null;
                end $$
                """);
        ctx.execute("""
                create trigger no_pairs after insert on log_entry referencing new table as written
                for each statement execute function refuse_pairs()
                """);
        BulkException e = catchThrowableOfType(
                BulkException.class, () -> LOG.rows(deliveries(2)).execute(ctx));
        assertThat(e).hasMessageStartingWith("bulkInsert into log_entry: one at a time (SQLSTATE 23514)");
        assertThat(e.failure().rowNumbers()).isEmpty();
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
    }

    @Test
    void valuesArentInTheMessage(DSLContext ctx) {
        refuseSeen(ctx, "message <> 'secret'");
        BulkException e = catchThrowableOfType(
                BulkException.class, () -> LOG.rows(new Delivery("secret", 1)).execute(ctx));
        assertThat(e.getMessage())
                .doesNotContain("secret")
                .contains("not_those")
                .contains("23514");
    }

    private static void refuseSeen(DSLContext ctx, String condition) {
        ctx.execute("alter table log_entry add constraint not_those check (" + condition + ")");
    }

    private static List<Delivery> deliveries(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Delivery("m", i)).toList();
    }
}
