// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.Documents.SAVE;
import static io.bulkdsl.R2dbc.SOME;
import static io.bulkdsl.R2dbc.fill;
import static io.bulkdsl.R2dbc.on;
import static io.bulkdsl.R2dbc.reactive;
import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.DOCUMENT;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.Documents.Edit;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What queries by R2DBC don't do, and what needs JDBC is refused. */
@NotVia(because = "names the sources itself")
@PostgresTest(migrations = "classpath:db/migration")
class R2dbcLimitsTest {

    /** {@code returning} gives those written alone. */
    @Test
    void upsertsThatUpdateFirstCountStaleRowsToo(TestDatabase database) {
        fill(database.dsl());
        var save = SAVE.rows(new Edit(1, "stale", 0), new Edit(2, "two", 2), new Edit(3, "new", null));
        Configuration r2dbc = reactive(database).configuration();
        var returned = on(r2dbc, save.returning(DOCUMENT.TITLE).query());
        assertThat(Flux.from(returned).map(Record1::value1).collectList().block())
                .containsExactlyInAnyOrder("two", "new");
        assertThat(Mono.from(on(r2dbc, save.query())).block()).isEqualTo(3);
    }

    /** The server's error, in jOOQ's words: no row is named. */
    @Test
    void errorsAreJooqs(TestDatabase database) {
        fill(database.dsl());
        var insert = bulkInsert(TAG, String.class)
                .set(TAG.NAME)
                .from(name -> name)
                .set(TAG.HITS)
                .from(name -> 1)
                .rows("sql");
        assertThatThrownBy(() -> Mono.from(on(reactive(database).configuration(), insert.query()))
                        .block())
                .isInstanceOfSatisfying(IntegrityConstraintViolationException.class, e -> assertThat(e.sqlState())
                        .isEqualTo("23505"));
    }

    /** Which keys are equal for the server alone is asked by executing. */
    @Test
    void keysEqualForTheServerAloneArentSeen(TestDatabase database) {
        fill(database.dsl());
        List<Delivery> same = List.of(new Delivery("SQL", 1), new Delivery("sql", 2));
        // spotless:off
        var update = bulkUpdate(TAG, Delivery.class)
                .key(TAG.NAME).from(Delivery::isbn)
                .set(TAG.HITS).from(Delivery::copies)
                .rows(same);
        var upsert = bulkUpsert(TAG, Delivery.class)
                .key(TAG.NAME).from(Delivery::isbn)
                .set(TAG.HITS).from(Delivery::copies)
                .rows(same);
        // spotless:on
        assertThatThrownBy(() -> update.execute(database.dsl())).isInstanceOf(InvalidRowException.class);
        Configuration r2dbc = reactive(database).configuration();
        assertThat(Mono.from(on(r2dbc, update.query())).block()).isEqualTo(1);
        assertThatThrownBy(() -> Mono.from(on(r2dbc, upsert.query())).block())
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("21000"));
    }

    @Test
    void withBothExecutingGoesByJdbc(TestDatabase database) {
        fill(database.dsl());
        DSLContext both = DSL.using(
                reactive(database).configuration().derive(new DataSourceConnectionProvider(database.dataSource())));
        assertThat(RESTOCK.rows(SOME).via(COPY).execute(both)).isEqualTo(2);
        assertThat(Mono.from(on(both.configuration(), RESTOCK.rows(SOME).query()))
                        .block())
                .isEqualTo(2);
        assertThat(Books.stock(database.dsl())).containsEntry("isbn-1", 21);
        var driver = both.select(field("current_setting('application_name')", String.class));
        assertThat(Mono.from(driver).map(Record1::value1).block()).isEqualTo("r2dbc-postgresql");
    }

    @TestFactory
    Stream<DynamicTest> executingNeedsJdbc(TestDatabase database) {
        DSLContext r2dbc = reactive(database);
        var statement = RESTOCK.rows(SOME);
        var returning = statement.returning(BOOK.STOCK);
        var sync = bulkSync(QUOTE).scope(PRICE.SOURCE.eq("feed")).deleteMissing();
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("execute", () -> statement.execute(r2dbc));
        calls.put("execute, no rows", () -> RESTOCK.rows().execute(r2dbc));
        calls.put("execute, in a transaction", () -> Mono.from(r2dbc.transactionPublisher(
                        transaction -> Mono.fromCallable(() -> statement.execute(transaction.dsl()))))
                .block());
        calls.put("COPY", () -> statement.via(COPY).execute(r2dbc));
        calls.put("in key order", () -> statement.lockInKeyOrder().execute(r2dbc));
        calls.put("explain", () -> statement.explain(r2dbc));
        calls.put("fetchOutcomes", () -> statement.fetchOutcomes(r2dbc));
        calls.put("returning, fetch", () -> returning.fetch(r2dbc));
        calls.put("returning, fetchRows", () -> returning.fetchRows(r2dbc));
        calls.put("returning, fetchOutcomes", () -> returning.fetchOutcomes(r2dbc));
        calls.put("returning, fetchOutcomesWithOld", () -> returning.fetchOutcomesWithOld(r2dbc));
        calls.put("parallel", () -> statement.parallel(2).execute(r2dbc));
        calls.put("parallel, fetchOutcomes", () -> statement.parallel(2).fetchOutcomes(r2dbc));
        calls.put("batches", () -> statement.batchSize(2).execute(r2dbc));
        calls.put(
                "job", () -> statement.batchSize(2).commitEachBatch().jobId("1").execute(r2dbc));
        calls.put("sync", () -> sync.rows(SOME).execute(r2dbc));
        calls.put("dryRun", () -> sync.rows(SOME).dryRun(r2dbc));
        return calls.entrySet().stream()
                .map(call -> dynamicTest(call.getKey(), () -> assertThatThrownBy(call.getValue())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageMatching(
                                "bulk(Update of book|Sync of price): executing needs a JDBC connection, and the context has R2DBC alone;"
                                        + " attach query\\(\\) to the context and subscribe to it")));
    }

    @Test
    void copyIsNoQuery() {
        assertThatThrownBy(() -> RESTOCK.rows(SOME).via(COPY).query())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "bulkUpdate of book: COPY can't be used: COPY isn't part of a query; it can be executed only");
    }
}
