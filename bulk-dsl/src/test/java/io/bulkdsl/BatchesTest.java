// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BatchFailedException;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.CancelledException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.testdb.public_.tables.records.LogEntryRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements batch by batch. */
@PostgresTest(migrations = "classpath:db/migration")
class BatchesTest {

    private static final int BOOKS = 25;

    private static final Duration LONG = Duration.ofDays(1);

    // spotless:off
    static final BulkInsert<LogEntryRecord, Delivery> LOG = bulkInsert(LOG_ENTRY, Delivery.class)
            .set(LOG_ENTRY.MESSAGE).from(Delivery::isbn)
            .set(LOG_ENTRY.SEEN).from(Delivery::copies);
    // spotless:on

    private final List<Progress> told = new ArrayList<>();

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, BOOKS);
    }

    @Test
    void rowsAreWrittenSoManyAtATime(DSLContext ctx) {
        Progress done =
                RESTOCK.rows(deliveries()).batchSize(10).onProgress(told::add).execute(ctx);
        assertThat(texts(told)).containsExactly("10 10 1", "20 20 2", "25 25 3");
        assertThat(done).isEqualTo(told.get(2));
        assertThat(done.elapsed()).isPositive();
        assertThat(done.rowsPerSecond()).isPositive();
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 2).containsEntry("isbn-25", 50);
        assertThat(text(QUOTE.rows(deliveries()).batchSize(24).execute(ctx))).isEqualTo("25 25 2");
        assertThat(text(QUOTE.onlyChanged().rows(deliveries()).batchSize(7).execute(ctx)))
                .isEqualTo("25 0 4");
        assertThat(text(LOG.rows(deliveries()).batchSize(25).execute(ctx))).isEqualTo("25 25 1");
        assertThat(text(LOG.rows().batchSize(1).execute(ctx))).isEqualTo("0 0 0");
    }

    @Test
    void aBatchEndsAlsoWhereItIsLargeEnough(DSLContext ctx) {
        List<Delivery> long100 = IntStream.range(0, 7)
                .mapToObj(i -> new Delivery("x".repeat(100), i))
                .toList();
        assertThat(text(LOG.rows(long100).batchSize(100).batchBytes(250).execute(ctx)))
                .isEqualTo("7 7 3");
        assertThat(text(LOG.rows(long100).batchSize(2).batchBytes(250).execute(ctx)))
                .isEqualTo("7 7 4");
        assertThat(text(LOG.rows(long100).batchSize(100).batchBytes(1).execute(ctx)))
                .isEqualTo("7 7 7");
    }

    @Test
    void allOrNone(DSLContext ctx) {
        assertThatThrownBy(() -> RESTOCK.rows(withOverflowAt(22)).batchSize(10).execute(ctx))
                .isInstanceOf(BulkException.class);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 1);
        ctx.transaction(transaction -> {
            DSLContext inner = transaction.dsl();
            assertThatThrownBy(() -> RESTOCK.rows(withOverflowAt(22))
                            .batchSize(10)
                            .retry(3, Duration.ZERO)
                            .execute(inner))
                    .isInstanceOf(BulkException.class);
            assertThat(Books.stock(inner)).containsEntry("isbn-1", 1);
            RESTOCK.rows(deliveries()).batchSize(10).execute(inner);
        });
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 2);
    }

    @Test
    void aTimeoutOfTheServerEndsIt(DSLContext ctx) {
        ctx.execute(
                "create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(0.01); return new; end'");
        ctx.execute("create trigger slow before insert on log_entry for each row execute function slow()");
        ctx.connection(connection -> {
            DSLContext one = SourceUnderTest.on(DSL.using(connection, SQLDialect.POSTGRES));
            one.execute("set statement_timeout = 100");
            assertThatThrownBy(() -> LOG.rows(IntStream.range(0, 60)
                                    .mapToObj(i -> new Delivery("m", i))
                                    .toList())
                            .batchSize(30)
                            .execute(one))
                    .isInstanceOfSatisfying(
                            BulkException.class, e -> assertThat(e.sqlState()).isEqualTo("57014"));
            one.execute("set statement_timeout = 0");
            assertThat(one.fetchCount(LOG_ENTRY)).isZero();
            assertThat(LOG.rows(new Delivery("m", 1)).batchSize(30).execute(one).written())
                    .isEqualTo(1);
        });
    }

    @Test
    void eachCommitted(DSLContext ctx) {
        assertThatThrownBy(() -> RESTOCK.rows(withOverflowAt(22))
                        .batchSize(10)
                        .commitEachBatch()
                        .execute(ctx))
                .isInstanceOfSatisfying(BatchFailedException.class, e -> assertThat(text(e.progress()))
                        .isEqualTo("20 20 2"))
                .hasMessageStartingWith("bulkUpdate of book: batch 3 failed after 2 batches (20 rows), committed: ")
                .hasCauseInstanceOf(BulkException.class);
        assertThat(Books.stock(ctx)).containsEntry("isbn-20", 40).containsEntry("isbn-21", 21);
        assertThatThrownBy(() -> RESTOCK.rows(withOverflowAt(2))
                        .batchSize(10)
                        .commitEachBatch()
                        .execute(ctx))
                .as("nothing is committed")
                .isInstanceOf(BulkException.class);
        ctx.transaction(transaction -> assertThatIllegalStateException()
                .isThrownBy(() -> RESTOCK.rows(deliveries())
                        .batchSize(10)
                        .commitEachBatch()
                        .execute(transaction.dsl()))
                .withMessageStartingWith(
                        "bulkUpdate of book: commitEachBatch() can't be, since the context is in a transaction"));
    }

    @Test
    void othersSeeACommittedBatch(DSLContext ctx) {
        List<Object> seen = new ArrayList<>();
        LOG.rows(deliveries())
                .batchSize(10)
                .commitEachBatch()
                .onProgress(progress -> seen.add(ctx.fetchCount(LOG_ENTRY)))
                .execute(ctx);
        assertThat(seen).containsExactly(10, 20, 25);
    }

    @Test
    void rowsOfACollectionAreSettledTogether(DSLContext ctx) {
        List<Delivery> twice = new ArrayList<>(deliveries());
        twice.add(new Delivery("isbn-1", 100));
        assertThatThrownBy(() -> RESTOCK.rows(twice)
                        .batchSize(10)
                        .commitEachBatch()
                        .onProgress(told::add)
                        .execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("the same key as in row 1");
        assertThat(told).isEmpty();
        assertThat(text(RESTOCK.duplicates(Duplicates.FOLD)
                        .rows(twice)
                        .batchSize(10)
                        .execute(ctx)))
                .isEqualTo("26 25 3");
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 102);
        RESTOCK.duplicates(Duplicates.FIRST).rows(twice).batchSize(10).execute(ctx);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 103);
    }

    @Test
    void rowsOfAStreamAreReadWhenTheirTurnComes(DSLContext ctx) {
        AtomicInteger read = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        List<Integer> readThen = new ArrayList<>();
        Stream<Delivery> rows =
                deliveries().stream().peek(row -> read.incrementAndGet()).onClose(() -> closed.set(true));
        RESTOCK.rows(rows)
                .batchSize(10)
                .distinctKeys()
                .onProgress(progress -> readThen.add(read.get()))
                .execute(ctx);
        assertThat(readThen.subList(0, 2)).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(21));
        assertThat(closed).isTrue();
        assertThat(Books.stock(ctx)).containsEntry("isbn-25", 50);
    }

    @Test
    void keysOfAStreamAreNotToBeTheSameUnseen(DSLContext ctx) {
        Stream<Delivery> twice = Stream.concat(deliveries().stream(), Stream.of(new Delivery("isbn-1", 100)));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        RESTOCK.rows(deliveries().iterator()).batchSize(10).execute(ctx))
                .withMessageContaining("promise distinctKeys()");
        assertThatThrownBy(() -> RESTOCK.rows(Stream.of(new Delivery("a", 1), new Delivery("a", 2)))
                        .batchSize(10)
                        .distinctKeys()
                        .execute(ctx))
                .isInstanceOf(InvalidRowException.class);
        assertThat(text(RESTOCK.duplicates(Duplicates.FOLD)
                        .rows(twice)
                        .batchSize(10)
                        .execute(ctx)))
                .isEqualTo("26 26 3");
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 102);
        assertThat(text(LOG.rows(deliveries().iterator()).batchSize(10).execute(ctx)))
                .as("an insert has no keys")
                .isEqualTo("25 25 3");
    }

    @Test
    void aStreamThatFailsTellsWhatIsCommitted(DSLContext ctx) {
        Iterator<Delivery> rows = deliveries().stream()
                .map(delivery -> {
                    if (delivery.copies() == 15) {
                        throw new IllegalArgumentException("unreadable");
                    }
                    return delivery;
                })
                .iterator();
        assertThatThrownBy(() -> LOG.rows(rows).batchSize(10).commitEachBatch().execute(ctx))
                .isInstanceOf(BatchFailedException.class)
                .hasMessageEndingWith("batch 2 failed after 1 batch (10 rows), committed: unreadable");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(10);
    }

    @Test
    void isCancelled(DSLContext ctx) {
        var log = LOG.rows(deliveries()).batchSize(10).onProgress(told::add);
        assertThatThrownBy(
                        () -> log.cancelWhen(progress -> progress.rows() == 20).execute(ctx))
                .isInstanceOfSatisfying(CancelledException.class, e -> assertThat(text(e.progress()))
                        .isEqualTo("20 20 2"))
                .hasMessage("bulkInsert into log_entry: cancelled after 2 batches (20 rows); nothing is written");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
        assertThatThrownBy(
                        () -> log.commitEachBatch().cancelWhen(progress -> true).execute(ctx))
                .isInstanceOf(CancelledException.class)
                .hasMessage("bulkInsert into log_entry: cancelled after 1 batch (10 rows), committed");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(10);
        assertThat(text(log.cancelWhen(progress -> progress.rows() == 25).execute(ctx)))
                .as("too late")
                .isEqualTo("25 25 3");
    }

    @Test
    void aListenerMayThrow(DSLContext ctx) {
        var log = LOG.rows(deliveries()).batchSize(10).commitEachBatch().onProgress(progress -> {
            throw new UnsupportedOperationException("enough");
        });
        assertThatThrownBy(() -> log.execute(ctx)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(10);
    }

    @Test
    void isInterruptedWhileItWaits(DSLContext ctx) {
        Thread current = Thread.currentThread();
        var log = LOG.rows(deliveries()).batchSize(10).batchDelay(LONG).onProgress(progress -> current.interrupt());
        assertThatThrownBy(() -> log.execute(ctx))
                .isInstanceOf(CancelledException.class)
                .hasMessage("bulkInsert into log_entry: interrupted after 1 batch (10 rows); nothing is written");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
    }

    @Test
    void waitsBetweenBatchesOnly(DSLContext ctx) {
        Duration delay = Duration.ofMillis(50);
        Progress done = LOG.rows(deliveries()).batchSize(10).batchDelay(delay).execute(ctx);
        assertThat(done.elapsed()).isGreaterThan(delay.multipliedBy(2));
        assertThat(text(LOG.rows(deliveries()).batchSize(25).batchDelay(LONG).execute(ctx)))
                .isEqualTo("25 25 1");
    }

    @Test
    void whatTheServerGaveUpIsTriedAgain(DSLContext ctx) {
        failsAtFirst(ctx, "40P01", 2);
        assertThat(text(LOG.rows(deliveries())
                        .batchSize(10)
                        .commitEachBatch()
                        .retry(2, Duration.ofMillis(1))
                        .execute(ctx)))
                .isEqualTo("25 25 3");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(25);
        failsAtFirst(ctx, "40001", 1);
        assertThat(text(LOG.rows(deliveries())
                        .batchSize(10)
                        .retry(1, Duration.ZERO)
                        .execute(ctx)))
                .as("as a whole")
                .isEqualTo("25 25 3");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(50);
    }

    @Test
    void whatWouldNotHelpIsNotTriedAgain(DSLContext ctx) {
        var log = LOG.rows(deliveries()).batchSize(10).retry(1, Duration.ZERO);
        failsAtFirst(ctx, "40001", 2);
        assertThatThrownBy(() -> log.execute(ctx)).as("too often").isInstanceOf(DataAccessException.class);
        failsAtFirst(ctx, "22012", 1);
        assertThatThrownBy(() -> log.execute(ctx)).as("another error").isInstanceOf(DataAccessException.class);
        failsAtFirst(ctx, "40001", 1);
        assertThatThrownBy(() -> ctx.transaction(transaction -> log.execute(transaction.dsl())))
                .as("the caller's transaction")
                .isInstanceOf(DataAccessException.class);
        failsAtFirst(ctx, "40001", 1);
        assertThatThrownBy(() -> LOG.rows(deliveries().iterator())
                        .batchSize(10)
                        .retry(1, Duration.ZERO)
                        .execute(ctx))
                .as("a stream can't be read again")
                .isInstanceOf(DataAccessException.class);
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
        failsAtFirst(ctx, "40001", 1);
        assertThat(text(LOG.rows(deliveries().iterator())
                        .batchSize(10)
                        .commitEachBatch()
                        .retry(1, Duration.ZERO)
                        .execute(ctx)))
                .as("but a batch of it can")
                .isEqualTo("25 25 3");
    }

    @Test
    void whatCannotBeCutIsRefused() {
        var rule = bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.STOCK, ge())
                .from(Delivery::copies)
                .set(BOOK.TITLE)
                .from(Delivery::isbn);
        assertThatIllegalStateException()
                .isThrownBy(() -> rule.rows(deliveries()).batchSize(10))
                .withMessageContaining("rows of different batches may match the same row of the table");
        var sync = bulkSync(QUOTE).scope(PRICE.SOURCE.eq("feed")).deleteMissing();
        assertThatIllegalStateException()
                .isThrownBy(() -> sync.rows(deliveries()).batchSize(10))
                .withMessageContaining("a sync can't be in batches");
        var log = LOG.rows(deliveries());
        assertThatIllegalArgumentException().isThrownBy(() -> log.batchSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> log.batchSize(1).batchBytes(0));
        assertThatIllegalArgumentException().isThrownBy(() -> log.batchSize(1).batchDelay(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> log.batchSize(1).retry(-1, Duration.ZERO));
    }

    /** Inserts fail so many times, and then no more; a sequence counts across rollbacks. */
    static void failsAtFirst(DSLContext ctx, String state, int times) {
        ctx.execute("drop sequence if exists attempt");
        ctx.execute("create sequence attempt");
        ctx.execute("""
                create or replace function give_up() returns trigger language plpgsql as $$
                begin
                  if nextval('attempt') <= %d then raise exception 'given up' using errcode = '%s'; end if;
                  return null;
                end $$""".formatted(times, state));
        ctx.execute(
                "create or replace trigger give_up after insert on log_entry for each statement execute function give_up()");
    }

    private static List<Delivery> deliveries() {
        return IntStream.rangeClosed(1, BOOKS)
                .mapToObj(i -> new Delivery("isbn-" + i, i))
                .toList();
    }

    private static List<Delivery> withOverflowAt(int row) {
        return deliveries().stream()
                .map(delivery -> delivery.copies() == row ? new Delivery(delivery.isbn(), Integer.MAX_VALUE) : delivery)
                .toList();
    }

    private static List<String> texts(List<Progress> all) {
        return all.stream().map(BatchesTest::text).toList();
    }

    private static String text(Progress progress) {
        return progress.rows() + " " + progress.written() + " " + progress.batches();
    }
}
