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
import static io.bulkdsl.Documents.EDIT;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.R2dbc.SOME;
import static io.bulkdsl.R2dbc.fill;
import static io.bulkdsl.R2dbc.on;
import static io.bulkdsl.R2dbc.reactive;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.DOCUMENT;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.Documents.Edit;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queries that are handed out, by R2DBC, of each statement. */
@NotVia(because = "names the sources itself")
@PostgresTest(migrations = "classpath:db/migration")
class R2dbcStatementsTest {

    /**
     * A statement for {@link R2dbc#SOME} or the like, and what comes of it.
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
                        EDIT.rows(new Edit(1, "one", 1), new Edit(2, "stale", 1)),
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
            List<String> returned = Flux.from(query)
                    .map(R2dbcStatementsTest::text)
                    .collectList()
                    .block();
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
                .fetch(R2dbcStatementsTest::text);
    }

    private static String text(Record row) {
        return String.join(" ", List.of(row.into(String[].class)));
    }
}
