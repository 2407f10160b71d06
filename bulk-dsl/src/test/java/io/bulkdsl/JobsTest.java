// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bulkdsl.contract.BatchFailedException;
import io.bulkdsl.contract.CancelledException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.testkit.PostgresTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs that go on where they were left. */
@PostgresTest(migrations = "classpath:db/migration")
class JobsTest {

    private static final int BOOKS = 25;

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, BOOKS);
        restore(ctx);
    }

    @Test
    void eachRowHasItsEffectOnce(DSLContext ctx) {
        JobTable.DEFAULT.create(ctx);
        List<Delivery> deliveries = deliveries();
        for (boolean asStream : List.of(false, true)) {
            String id = "job of a stream: " + asStream;
            restore(ctx);
            assertThatThrownBy(() -> job(asStream, deliveries, id)
                            .cancelWhen(progress -> progress.batches() == 2)
                            .execute(ctx))
                    .isInstanceOf(CancelledException.class);
            Progress rest = job(asStream, deliveries, id).execute(ctx);
            assertThat(rest.resumed()).isEqualTo(14);
            assertThat(rest.rows()).isEqualTo(BOOKS);
            assertThat(rest.written()).isEqualTo(BOOKS);
            assertThat(rest.batches()).isEqualTo(4);
            assertThat(Books.stock(ctx))
                    .allSatisfy((isbn, stock) -> assertThat(stock).isEqualTo(2));
            assertThat(job(asStream, deliveries, id).execute(ctx).resumed())
                    .as("done")
                    .isEqualTo(BOOKS);
            assertThat(Books.stock(ctx)).containsEntry("isbn-25", 2);
            assertThat(JobTable.DEFAULT.forget(ctx, id)).isTrue();
            job(asStream, deliveries, id).execute(ctx);
            assertThat(Books.stock(ctx)).containsEntry("isbn-25", 3);
        }
    }

    @Test
    void badRowsAreToldOnce(DSLContext ctx) {
        JobTable.DEFAULT.create(ctx);
        List<Delivery> deliveries = Stream.concat(
                        deliveries().stream(), Stream.of(new Delivery("isbn-1", 1), new Delivery("zero \u0000", 1)))
                .toList();
        var job = RESTOCK.duplicates(Duplicates.FIRST)
                .rows(deliveries)
                .batchSize(7)
                .commitEachBatch()
                .onReject(row -> {})
                .jobId("a");
        assertThatThrownBy(() ->
                        job.cancelWhen(progress -> progress.batches() == 1).execute(ctx))
                .isInstanceOfSatisfying(
                        CancelledException.class,
                        e -> assertThat(e.progress().rows()).isEqualTo(7 + 1 + 1));
        Progress rest = job.onReject(row -> assertThat(row).isNull()).execute(ctx);
        assertThat(rest.rows()).isEqualTo(deliveries.size());
        assertThat(rest.rejected()).isEqualTo(1);
        assertThat(Books.stock(ctx))
                .allSatisfy((isbn, stock) -> assertThat(stock).isEqualTo(2));
    }

    @Test
    void needsItsTableAndEachBatchCommitted(DSLContext ctx) {
        assertThatThrownBy(() -> job(false, deliveries(), "a").execute(ctx))
                .isInstanceOf(DataAccessException.class)
                .hasMessage(
                        "bulkUpdate of book: jobId(…) needs the table bulkdsl_job; create it by JobTable.create or by the migration io/bulkdsl/migration/bulkdsl_job.sql");
        assertThatThrownBy(() -> RESTOCK.rows(deliveries())
                        .batchSize(7)
                        .commitEachBatch()
                        .jobId("a", JobTable.named(DSL.name("Ops", "job")))
                        .execute(ctx))
                .hasMessageContaining(" needs the table Ops.job; create it by ");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> RESTOCK.rows(deliveries()).batchSize(7).jobId("a").execute(ctx))
                .withMessage(
                        "bulkUpdate of book: a job that can be resumed commits each batch: jobId(…) needs commitEachBatch()");
    }

    @Test
    void aTableOfYourChoosing(DSLContext ctx) {
        ctx.execute("create schema \"Ops\"");
        JobTable jobs = JobTable.named(DSL.name("Ops", "bulk \"jobs\""));
        jobs.create(ctx);
        jobs.create(ctx);
        String id = "x'); drop table book; --";
        RESTOCK.rows(deliveries())
                .batchSize(7)
                .commitEachBatch()
                .jobId(id, jobs)
                .execute(ctx);
        assertThat(ctx.fetch("select job_id, row_count from \"Ops\".\"bulk \"\"jobs\"\"\"")
                        .intoMaps())
                .containsExactly(Map.of("job_id", id, "row_count", 25L));
        assertThat(jobs.forget(ctx, "another")).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> QUOTE.rows(deliveries())
                        .batchSize(7)
                        .commitEachBatch()
                        .jobId(id, jobs)
                        .execute(ctx))
                .withMessage(
                        "bulkUpsert of price: the job of this id is a bulkUpdate of book; another job needs another id");
    }

    /** The first to commit a batch goes on, the other writes nothing. */
    @Test
    void notTwiceAtATime(DSLContext ctx) {
        JobTable.DEFAULT.create(ctx);
        var job = job(false, deliveries(), "a");
        BatchFailedException e = catchThrowableOfType(BatchFailedException.class, () -> job.onProgress(progress -> {
                    if (progress.batches() == 1) {
                        job.execute(ctx);
                    }
                })
                .execute(ctx));
        assertThat(e).hasMessageContaining("another run of this job has gone on meanwhile");
        assertThat(Books.stock(ctx))
                .allSatisfy((isbn, stock) -> assertThat(stock).isEqualTo(2));
    }

    /** What is shipped for migrations is what {@code create} creates. */
    @Test
    void theMigrationMakesTheSameTable(DSLContext ctx) throws IOException {
        String columns =
                "select column_name, data_type, is_nullable, column_default from information_schema.columns where table_name = 'bulkdsl_job' order by 1";
        JobTable.DEFAULT.create(ctx);
        var created = ctx.fetch(columns).intoMaps();
        assertThat(created).hasSize(7);
        ctx.execute("drop table bulkdsl_job");
        try (InputStream migration = JobTable.class.getResourceAsStream("migration/bulkdsl_job.sql")) {
            ctx.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(ctx.fetch(columns).intoMaps()).isEqualTo(created);
        job(false, deliveries(), "a").execute(ctx);
        job(false, deliveries(), "a").execute(ctx);
        assertThat(Books.stock(ctx)).containsEntry("isbn-25", 2);
    }

    private static void restore(DSLContext ctx) {
        ctx.update(BOOK).set(BOOK.STOCK, 1).execute();
    }

    private static BatchedStatement<Delivery> job(boolean asStream, List<Delivery> deliveries, String id) {
        return (asStream ? RESTOCK.rows(deliveries.stream()) : RESTOCK.rows(deliveries))
                .batchSize(7)
                .distinctKeys()
                .commitEachBatch()
                .jobId(id);
    }

    private static List<Delivery> deliveries() {
        return IntStream.rangeClosed(1, BOOKS)
                .mapToObj(i -> new Delivery("isbn-" + i, 1))
                .toList();
    }
}
