// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.DOCUMENT;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Condition;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queries that are handed out, by R2DBC; and what can't be there is refused. */
@NotVia(because = "names the sources itself")
@PostgresTest(migrations = "classpath:db/migration")
class R2dbcTest {

    private static final List<Delivery> SOME =
            List.of(new Delivery("isbn-1", 10), new Delivery("new", 5), new Delivery("isbn-3", 3));

    record Edit(int id, String title, @Nullable Integer version) {}

    /**
     * A statement for {@link #SOME} or the like, and what comes of it.
     *
     * @param table what it writes
     * @param columns what of that is looked at
     */
    record Kind(
            String name,
            BulkStatement<?> statement,
            Table<?> table,
            List<Field<?>> columns,
            int written,
            String... rows) {

        Kind via(RowSource source) {
            return new Kind(name, statement.via(source), table, columns, written, rows);
        }
    }

    // spotless:off
    private static List<Kind> kinds() {
        List<Field<?>> stock = List.of(BOOK.ISBN, BOOK.STOCK);
        List<Field<?>> price = List.of(PRICE.SKU, PRICE.AMOUNT, PRICE.SEEN);
        return List.of(
                new Kind("update", RESTOCK.rows(SOME), BOOK, stock, 2, "isbn-1 11", "isbn-2 2", "isbn-3 6"),
                new Kind("update, locking in key order", RESTOCK.rows(SOME).lockInKeyOrder(),
                        BOOK, stock, 2, "isbn-1 11", "isbn-2 2", "isbn-3 6"),
                new Kind("update by a range",
                        bulkUpdate(BOOK, Delivery.class)
                                .key(BOOK.STOCK, ge()).from(Delivery::copies)
                                .set(BOOK.STOCK).from(delivery -> -delivery.copies())
                                .rows(new Delivery("", 3), new Delivery("", 2)),
                        BOOK, stock, 2, "isbn-1 1", "isbn-2 -2", "isbn-3 -3"),
                new Kind("update with a version",
                        bulkUpdate(DOCUMENT, Edit.class)
                                .key(DOCUMENT.ID).from(Edit::id)
                                .set(DOCUMENT.TITLE).from(Edit::title)
                                .version(DOCUMENT.VERSION).from(Edit::version)
                                .rows(new Edit(1, "one", 1), new Edit(2, "stale", 1)),
                        DOCUMENT, List.of(DOCUMENT.ID, DOCUMENT.TITLE, DOCUMENT.VERSION), 1, "1 one 2", "2 title 2"),
                new Kind("upsert", QUOTE.rows(SOME), PRICE, price, 3, "isbn-1 10.00 0", "isbn-2 2.00 0", "isbn-3 3.00 0", "new 5.00 0"),
                new Kind("upsert of what changes", QUOTE.onlyChanged().rows(SOME),
                        PRICE, price, 2, "isbn-1 10.00 0", "isbn-2 2.00 0", "isbn-3 3.00 0", "new 5.00 0"),
                new Kind("upsert of new rows", QUOTE.doNothing().rows(SOME),
                        PRICE, price, 1, "isbn-1 1.00 0", "isbn-2 2.00 0", "isbn-3 3.00 0", "new 5.00 0"),
                new Kind("upsert that updates, then inserts", QUOTE.setOnUpdate(PRICE.SEEN).from(Delivery::copies).rows(SOME),
                        PRICE, price, 3, "isbn-1 10.00 10", "isbn-2 2.00 0", "isbn-3 3.00 3", "new 5.00 0"),
                new Kind("upsert without a unique key",
                        bulkUpsert(HIT, Delivery.class)
                                .key(HIT.PAGE).from(Delivery::isbn)
                                .set(HIT.HITS).from(Delivery::copies)
                                .setOnInsert(HIT.VISITOR).from(delivery -> "new")
                                .keyNotUnique()
                                .rows(SOME),
                        HIT, List.of(HIT.PAGE, HIT.VISITOR, HIT.HITS), 4,
                        "isbn-1 a 10", "isbn-1 b 10", "isbn-3 new 3", "new new 5"),
                new Kind("insert",
                        bulkInsert(MEMBER, Delivery.class)
                                .set(MEMBER.NAME).from(Delivery::isbn)
                                .set(MEMBER.POINTS).from(Delivery::copies)
                                .rows(SOME),
                        MEMBER, List.of(MEMBER.ID, MEMBER.NAME, MEMBER.SHOUT, MEMBER.POINTS), 3,
                        "1 Emma EMMA 10", "2 isbn-1 ISBN-1 10", "3 new NEW 5", "4 isbn-3 ISBN-3 3"),
                new Kind("insert of what doesn't conflict",
                        bulkInsert(MEMBER, String.class)
                                .set(MEMBER.NAME).from(name -> name)
                                .onConflictDoNothing()
                                .rows("Emma", "Dune"),
                        MEMBER, List.of(MEMBER.NAME, MEMBER.POINTS), 1, "Dune 10", "Emma 10"),
                new Kind("getOrCreate",
                        getOrCreate(TAG, Delivery.class)
                                .key(TAG.NAME).from(Delivery::isbn)
                                .set(TAG.HITS).from(Delivery::copies)
                                .rows(new Delivery("sql", 9), new Delivery("java", 1)),
                        TAG, List.of(TAG.NAME, TAG.HITS), 1, "java 1", "SQL 7"),
                new Kind("delete",
                        bulkDelete(BOOK, Delivery.class).key(BOOK.ISBN).from(Delivery::isbn).rows(SOME),
                        BOOK, stock, 2, "isbn-2 2"));
    }

    /** Statements that take several queries. */
    private static List<Kind> several() {
        List<Field<?>> price = List.of(PRICE.SKU, PRICE.AMOUNT);
        return List.of(
                new Kind("rows that set different columns",
                        bulkInsert(MEMBER, Delivery.class)
                                .set(MEMBER.NAME).from(Delivery::isbn)
                                .set(MEMBER.POINTS).fromOrDefault(delivery -> delivery.copies() == 5 ? null : delivery.copies())
                                .rows(SOME),
                        MEMBER, List.of(MEMBER.NAME, MEMBER.POINTS), 3, "Emma 10", "isbn-1 10", "isbn-3 3", "new 10"),
                new Kind("sync", bulkSync(QUOTE).scope(PRICE.SOURCE.eq("feed")).deleteMissing().rows(SOME),
                        PRICE, price, 4, "isbn-1 10.00", "isbn-3 3.00", "new 5.00"));
    }
    // spotless:on

    private static void fill(DSLContext ctx) {
        Books.shelve(ctx, 3);
        ctx.execute("insert into price (sku, amount) values ('isbn-1', 1), ('isbn-2', 2), ('isbn-3', 3)");
        ctx.execute("insert into document (id, title, version) values (1, 'title', 1), (2, 'title', 2)");
        ctx.execute("insert into hit values ('isbn-1', 'a', 1), ('isbn-1', 'b', 1)");
        ctx.execute("insert into member (name) values ('Emma')");
        ctx.execute("insert into tag values ('SQL', 7)");
    }

    @TestFactory
    Stream<DynamicTest> everyStatementIsAPublisher() {
        return each(kinds(), (kind, jdbc, r2dbc) -> {
            RowCountQuery query = on(r2dbc.configuration(), kind.statement().query());
            assertThat(Mono.from(query).block()).isEqualTo(kind.written());
            assertThat(contents(jdbc, kind)).containsExactly(kind.rows());
        });
    }

    /** What is returned is what is there then, of deleted rows what was. */
    @TestFactory
    Stream<DynamicTest> everyStatementReturns() {
        return each(kinds(), (kind, jdbc, r2dbc) -> {
            List<String> before = contents(jdbc, kind);
            ResultQuery<Record> query = on(
                    r2dbc.configuration(),
                    kind.statement().returning(kind.columns()).query());
            List<String> returned =
                    Flux.from(query).map(R2dbcTest::text).collectList().block();
            List<String> after = contents(jdbc, kind);
            List<String> changed = without(after, before);
            assertThat(returned)
                    .hasSize(kind.written())
                    .containsAll(changed.isEmpty() ? without(before, after) : changed);
        });
    }

    @TestFactory
    Stream<DynamicTest> severalQueriesShareATransaction() {
        return each(several(), (kind, jdbc, r2dbc) -> {
            Publisher<Integer> written = r2dbc.transactionPublisher(
                    transaction -> Flux.fromIterable(kind.statement().queries())
                            .concatMap(query -> on(transaction, query))
                            .reduce(0, Integer::sum));
            // to the end: the sum comes before the commit
            assertThat(Flux.from(written).blockLast()).isEqualTo(kind.written());
            assertThat(contents(jdbc, kind)).containsExactly(kind.rows());
        });
    }

    /** Written out, as arrays, and in a statement of jOOQ's. */
    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void conditionsSelect(int rows, TestDatabase database) {
        fill(database.dsl());
        // spotless:off
        Condition any = pdnf(Integer.class)
                .key(BOOK.ISBN).from(i -> "isbn-" + i)
                .key(BOOK.STOCK, ge()).from(i -> 2)
                .rows(IntStream.rangeClosed(1, rows).boxed());
        // spotless:on
        var selected =
                reactive(database).select(BOOK.ISBN).from(BOOK).where(any).orderBy(BOOK.ISBN);
        assertThat(Flux.from(selected).map(Record1::value1).collectList().block())
                .containsExactly("isbn-2", "isbn-3");
    }

    @TestFactory
    Stream<DynamicTest> valuesArriveAsByJdbc(DSLContext jdbc, TestDatabase database) {
        jdbc.execute("alter table wide drop constraint wide_code_key");
        jdbc.execute("insert into wide (id) select generate_series(0, 3999)");
        jdbc.execute("insert into kinds (id) select generate_series(0, 3999)");
        DSLContext r2dbc = reactive(database);
        return new RowSourcesFuzzTest().columns().stream().flatMap(column -> Stream.of(VALUES, UNNEST)
                .filter(source -> source == UNNEST || column.column() != KINDS.MOODS)
                .map(source -> dynamicTest(column.column() + ", by " + source, () -> {
                    column.write(jdbc, source == VALUES ? UNNEST : VALUES);
                    RowCountQuery query =
                            on(r2dbc.configuration(), column.update(source).query());
                    assertThat(Mono.from(query).block())
                            .isEqualTo(column.values().size());
                    assertThat(column.differences(jdbc, VALUES, UNNEST)).isEmpty();
                })));
    }

    /** jOOQ binds a null array of enums as one of a Java type that the driver knows nothing of. */
    @Test
    void nullArraysOfEnumsGoByUnnestAlone(TestDatabase database) {
        database.dsl().execute("insert into kinds (id, moods) values (1, '{ok}')");
        // spotless:off
        var update = bulkUpdate(KINDS, Integer.class)
                .key(KINDS.ID).from(id -> id)
                .set(KINDS.MOODS).from(id -> null)
                .rows(1);
        // spotless:on
        Configuration r2dbc = reactive(database).configuration();
        assertThatThrownBy(
                        () -> Mono.from(on(r2dbc, update.via(VALUES).query())).block())
                .isInstanceOf(DataAccessException.class)
                .hasRootCauseMessage("Cannot encode null parameter of type [L" + Mood.class.getName() + ";");
        assertThat(Mono.from(on(r2dbc, update.via(UNNEST).query())).block()).isEqualTo(1);
        assertThat(database.dsl().fetchValue(KINDS.MOODS, KINDS.ID.eq(1))).isNull();
    }

    @Test
    void statementsMayBeLarge(TestDatabase database) {
        fill(database.dsl());
        Configuration r2dbc = reactive(database).configuration();
        var most = RESTOCK.rows(deliveries(65_535 / 2)).via(VALUES).query();
        assertThat(Mono.from(on(r2dbc, most)).block()).isEqualTo(3);
        var many = RESTOCK.rows(deliveries(100_000)).query();
        assertThat(Mono.from(on(r2dbc, many)).block()).isEqualTo(3);
    }

    private static List<Delivery> deliveries(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> new Delivery("isbn-" + i, 1))
                .toList();
    }

    /** {@code returning} gives those written alone. */
    @Test
    void upsertsThatUpdateFirstCountStaleRowsToo(TestDatabase database) {
        fill(database.dsl());
        // spotless:off
        var save = bulkUpsert(DOCUMENT, Edit.class)
                .key(DOCUMENT.ID).from(Edit::id)
                .set(DOCUMENT.TITLE).from(Edit::title)
                .version(DOCUMENT.VERSION).from(Edit::version)
                .rows(new Edit(1, "stale", 0), new Edit(2, "two", 2), new Edit(3, "new", null));
        // spotless:on
        Configuration r2dbc = reactive(database).configuration();
        var returned = on(r2dbc, save.returning(DOCUMENT.TITLE).query());
        assertThat(Flux.from(returned).map(Record1::value1).collectList().block())
                .containsExactlyInAnyOrder("two", "new");
        assertThat(Mono.from(on(r2dbc, save.query())).block()).isEqualTo(3);
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

    private interface Try {
        void by(Kind kind, DSLContext jdbc, DSLContext r2dbc);
    }

    /** By each source, each in a database of its own. */
    private static Stream<DynamicTest> each(List<Kind> kinds, Try test) {
        return kinds.stream().flatMap(kind -> Stream.of(VALUES, UNNEST)
                .map(source -> dynamicTest(kind.name() + ", by " + source, () -> {
                    try (TestDatabase database = TestDatabase.create("classpath:db/migration")) {
                        fill(database.dsl());
                        test.by(kind.via(source), database.dsl(), reactive(database));
                    }
                })));
    }

    private static List<String> without(List<String> these, List<String> those) {
        return these.stream().filter(row -> !those.contains(row)).toList();
    }

    private static List<String> contents(DSLContext ctx, Kind kind) {
        return ctx.select(kind.columns())
                .from(kind.table())
                .orderBy(kind.columns())
                .fetch(R2dbcTest::text);
    }

    private static String text(Record row) {
        return String.join(" ", List.of(row.into(String[].class)));
    }

    private static <Q extends Query> Q on(Configuration configuration, Q query) {
        query.attach(configuration);
        return query;
    }

    private static DSLContext reactive(TestDatabase database) {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(
                        database.url().replaceFirst("^jdbc:", "r2dbc:"))
                .mutate()
                .option(ConnectionFactoryOptions.USER, database.user())
                .option(ConnectionFactoryOptions.PASSWORD, database.password())
                .build();
        return DSL.using(ConnectionFactories.get(options), SQLDialect.POSTGRES);
    }
}
