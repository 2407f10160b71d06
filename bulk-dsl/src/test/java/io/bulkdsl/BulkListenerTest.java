// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Deliveries.LOG;
import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.Deliveries.deliveries;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BatchFailedException;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.BulkListener;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.PortionsFailedException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a listener is told. */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "chooses the row source itself")
class BulkListenerTest {

    private static final Map<EachStatement, String> TOLD = Map.of(
            EachStatement.UPDATE, "bulkUpdate book WHOLE 0 by [%s]: 2 rows, 1 written, 0 rejected, 0 retries",
            EachStatement.UPSERT, "bulkUpsert price WHOLE 0 by [%s]: 2 rows, 2 written, 0 rejected, 0 retries",
            EachStatement.INSERT, "bulkInsert book WHOLE 0 by [%s]: 2 rows, 2 written, 0 rejected, 0 retries",
            EachStatement.GET_OR_CREATE, "getOrCreate price WHOLE 0 by [%s]: 2 rows, 1 written, 0 rejected, 0 retries",
            EachStatement.DELETE, "bulkDelete book WHOLE 0 by [%s]: 2 rows, 1 written, 0 rejected, 0 retries",
            EachStatement.SYNC, "bulkSync price WHOLE 0 by [%s]: 2 rows, 3 written, 0 rejected, 0 retries");

    private final Watched watched = new Watched();

    static Stream<Arguments> statements() {
        return EachStatement.statements();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void eachCallIsTold(EachStatement statement, RowSource source, DSLContext ctx) {
        EachStatement.prepare(ctx);
        DSLContext on = watched.of(ctx);
        Undone.call(on, inner -> statement.rows(source).execute(inner));
        Undone.call(
                on,
                inner -> statement.rows(source).returning(statement.column()).fetch(inner));
        Undone.call(
                on,
                inner -> statement.rows(source).returning(statement.column()).fetchRows(inner));
        Undone.call(on, inner -> statement.rows(source).fetchOutcomes(inner));
        String each = requireNonNull(TOLD.get(statement)).formatted(source);
        assertThat(watched.texts()).containsExactly(each, each, each, each);
        assertThat(watched.all()).allSatisfy(ended -> {
            assertThat(ended.result().sql())
                    .containsAnyOf("insert into", "update ", "delete from ", "copy ", "with \"incoming\"")
                    .doesNotContain("isbn-");
            assertThat(ended.result().elapsed()).isPositive();
            assertThat(ended.result().error()).isNull();
        });
    }

    @Test
    void theConfigurationHandsItOn(DSLContext ctx) {
        Books.shelve(ctx, 1);
        DSLContext on = watched.of(ctx);
        on.transaction(transaction -> {
            RESTOCK.rows(new Delivery("isbn-1", 1)).execute(transaction.dsl());
            transaction.dsl().transaction(nested -> RESTOCK.rows(new Delivery("isbn-1", 1))
                    .execute(nested.derive(SQLDialect.POSTGRES).dsl()));
        });
        assertThat(watched.all()).hasSize(2);
        RESTOCK.rows(new Delivery("isbn-1", 1)).execute(ctx);
        assertThat(watched.all()).as("the context it was derived from").hasSize(2);
    }

    @Test
    void whatIsReturnedIsAttachedToTheContextGiven(DSLContext ctx) {
        Books.shelve(ctx, 1);
        DSLContext on = watched.of(ctx);
        var returned = RESTOCK.rows(new Delivery("isbn-1", 1)).returning(BOOK).fetch(on);
        assertThat(returned.get(0).configuration()).isSameAs(on.configuration());
    }

    @Test
    void rowsOfAStreamAreCountedAsTheyAreRead(DSLContext ctx) {
        var rows = deliveries(20_000);
        assertThat(LOG.rows(rows.stream()).execute(watched.of(ctx))).isEqualTo(20_000);
        assertThat(QUOTE.rows(rows.iterator()).execute(watched.of(ctx))).isEqualTo(20_000);
        assertThat(watched.texts())
                .containsExactly(
                        "bulkInsert log_entry WHOLE 0 by [COPY]: 20000 rows, 20000 written, 0 rejected, 0 retries",
                        "bulkUpsert price WHOLE 0 by [COPY]: 20000 rows, 20000 written, 0 rejected, 0 retries");
        assertThat(watched.all().get(0).result().sql())
                .isEqualTo("copy \"public\".\"log_entry\" (\"message\", \"seen\") from stdin");
    }

    @Test
    void batches(DSLContext ctx) {
        ctx.execute("alter table log_entry add constraint not_seven check (seen <> 7)");
        LOG.rows(deliveries(25)).batchSize(10).onReject(row -> {}).execute(watched.of(ctx));
        assertThat(watched.texts())
                .containsExactly(
                        "bulkInsert log_entry BATCH 1 by [VALUES]: 10 rows, 9 written, 1 rejected, 0 retries",
                        "bulkInsert log_entry BATCH 2 by [VALUES]: 10 rows, 10 written, 0 rejected, 0 retries",
                        "bulkInsert log_entry BATCH 3 by [VALUES]: 5 rows, 5 written, 0 rejected, 0 retries",
                        "bulkInsert log_entry WHOLE 0 by [VALUES]: 25 rows, 24 written, 1 rejected, 0 retries");
        assertThat(watched.all()).allMatch(Watched.Ended::sameThread);
    }

    @Test
    void whatIsUndoneDoesNotCount(DSLContext ctx) {
        ctx.execute("alter table log_entry add constraint not_17 check (seen <> 17)");
        var batches = LOG.rows(deliveries(25)).batchSize(10);
        assertThatThrownBy(() -> batches.execute(watched.of(ctx))).isInstanceOf(BulkException.class);
        assertThat(watched.last().text()).contains("WHOLE").contains(" 0 written");
        assertThatThrownBy(() -> batches.commitEachBatch().execute(watched.of(ctx)))
                .isInstanceOf(BatchFailedException.class);
        assertThat(watched.texts().subList(3, 6))
                .containsExactly(
                        "bulkInsert log_entry BATCH 1 by [VALUES]: 10 rows, 10 written, 0 rejected, 0 retries",
                        "bulkInsert log_entry BATCH 2 by [VALUES]: 0 rows, 0 written, 0 rejected, 0 retries",
                        "bulkInsert log_entry WHOLE 0 by [VALUES]: 25 rows, 10 written, 0 rejected, 0 retries");
        assertThat(watched.last().result().sqlState()).hasValue("23514");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(10);
    }

    @Test
    void repetitions(DSLContext ctx) {
        FailingInserts.failsAtFirst(ctx, "40P01", 2);
        var log = LOG.rows(deliveries(15)).batchSize(10).retry(2, Duration.ZERO);
        log.commitEachBatch().execute(watched.of(ctx));
        FailingInserts.failsAtFirst(ctx, "40001", 1);
        log.execute(watched.of(ctx));
        assertThat(watched.texts())
                .containsExactly(
                        "bulkInsert log_entry BATCH 1 by [VALUES]: 10 rows, 10 written, 0 rejected, 2 retries",
                        "bulkInsert log_entry BATCH 2 by [VALUES]: 5 rows, 5 written, 0 rejected, 0 retries",
                        "bulkInsert log_entry WHOLE 0 by [VALUES]: 15 rows, 15 written, 0 rejected, 2 retries",
                        "bulkInsert log_entry BATCH 1 by [VALUES]: 0 rows, 0 written, 0 rejected, 0 retries",
                        "bulkInsert log_entry BATCH 1 by [VALUES]: 10 rows, 10 written, 0 rejected, 0 retries",
                        "bulkInsert log_entry BATCH 2 by [VALUES]: 5 rows, 5 written, 0 rejected, 0 retries",
                        "bulkInsert log_entry WHOLE 0 by [VALUES]: 15 rows, 15 written, 0 rejected, 1 retries");
    }

    @Test
    void portions(DataSource dataSource) {
        DSLContext ctx = DSL.using(dataSource, SQLDialect.POSTGRES);
        QUOTE.rows(deliveries(120)).parallel(2).execute(watched.of(ctx));
        assertThat(watched.texts())
                .containsExactlyInAnyOrder(
                        "bulkUpsert price PORTION 1 by [UNNEST]: 60 rows, 60 written, 0 rejected, 0 retries",
                        "bulkUpsert price PORTION 2 by [UNNEST]: 60 rows, 60 written, 0 rejected, 0 retries",
                        "bulkUpsert price WHOLE 0 by [UNNEST]: 120 rows, 120 written, 0 rejected, 0 retries");
        QUOTE.onlyChanged().rows(deliveries(121)).parallel(2).fetchOutcomes(watched.of(ctx));
        assertThat(watched.last().text())
                .isEqualTo("bulkUpsert price WHOLE 0 by [UNNEST]: 121 rows, 1 written, 0 rejected, 0 retries");
        assertThat(watched.all().subList(3, 5))
                .extracting(portion -> portion.result().written())
                .containsExactlyInAnyOrder(0L, 1L);
        assertThat(watched.all()).allMatch(Watched.Ended::sameThread);
    }

    @Test
    void portionsThatFail(DataSource dataSource) {
        DSLContext ctx = DSL.using(dataSource, SQLDialect.POSTGRES);
        ctx.execute("alter table log_entry add constraint not_seven check (seen <> 7)");
        assertThatThrownBy(() -> LOG.rows(deliveries(10)).parallel(5).execute(watched.of(ctx)))
                .isInstanceOf(PortionsFailedException.class);
        assertThat(watched.last().text())
                .isEqualTo("bulkInsert log_entry WHOLE 0 by [VALUES]: 10 rows, 8 written, 0 rejected, 0 retries");
    }

    /** Which row it is is looked for by other statements, which aren't the call's. */
    @Test
    void errors(DSLContext ctx) {
        ctx.execute("alter table log_entry add constraint not_seven check (seen <> 7)");
        DSLContext on = watched.of(ctx);
        assertThatThrownBy(() -> LOG.rows(deliveries(60)).execute(on)).hasMessageContaining("row 7");
        assertThat(watched.last().text())
                .isEqualTo("bulkInsert log_entry WHOLE 0 by [UNNEST]: 60 rows, 0 written, 0 rejected, 0 retries");
        assertThat(watched.last().result().sqlState()).hasValue("23514");
        assertThat(watched.last().result().error()).isInstanceOf(BulkException.class);
        assertThatThrownBy(() -> QUOTE.rows(new Delivery(null, 1)).execute(on)).isInstanceOf(InvalidRowException.class);
        assertThat(watched.last().text())
                .isEqualTo("bulkUpsert price WHOLE 0 by []: 0 rows, 0 written, 0 rejected, 0 retries");
        assertThat(watched.last().result().sqlState()).isEmpty();
    }

    @Test
    void aListenerThatFailsChangesNothing(DSLContext ctx) {
        for (BulkListener failing : List.<BulkListener>of(
                call -> {
                    throw new IllegalStateException("start");
                },
                call -> result -> {
                    throw new IllegalStateException("end");
                })) {
            DSLContext on = ctx.configuration().derive().dsl();
            on.configuration().data(BulkListener.class, failing);
            assertThat(LOG.rows(deliveries(3)).batchSize(2).execute(on).written())
                    .isEqualTo(3);
        }
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(6);
    }
}
