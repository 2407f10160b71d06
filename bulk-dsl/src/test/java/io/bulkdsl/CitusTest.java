// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.contract.Status;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What a table distributed by its key can take, by each row source, and what Citus refuses; the table in docs/scaling.md. */
@EnabledIfSystemProperty(
        named = "bulkdsl.test.citus",
        matches = "true",
        disabledReason = "needs a coordinator of Citus: -Dbulkdsl.test.url=… -Dbulkdsl.test.citus=true")
@NotVia(because = "goes by all of them")
@PostgresTest(migrations = "classpath:db/migration")
class CitusTest {

    record Quote(String sku, int amount) {}

    // spotless:off
    private static final BulkUpdate<PriceRecord, Quote> RAISE = bulkUpdate(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.SEEN, incr()).from(Quote::amount);

    private static final BulkUpsert<PriceRecord, Quote> QUOTE = bulkUpsert(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.SEEN).from(Quote::amount);

    private static final BulkInsert<PriceRecord, Quote> INSERT = bulkInsert(PRICE, Quote.class)
            .set(PRICE.SKU).from(Quote::sku)
            .set(PRICE.SEEN).from(Quote::amount);

    private static final GetOrCreate<PriceRecord, Quote> GET = getOrCreate(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.SEEN).from(Quote::amount);

    private static final BulkDelete<PriceRecord, Quote> DELETE = bulkDelete(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku);
    // spotless:on

    /** b exists, so does a, z doesn't. */
    private static final List<Quote> ROWS = List.of(new Quote("b", 10), new Quote("a", 1), new Quote("z", 5));

    private static final List<String> BEFORE = List.of("a 1", "b 2", "c 3");

    private static final List<String> RAISED = List.of("a 2", "b 12", "c 3");

    private static final List<String> QUOTED = List.of("a 1", "b 10", "c 3", "z 5");

    /**
     * A statement and its effect.
     *
     * @param rows what the table has then
     * @param but by which row sources Citus refuses it
     */
    private record Case(String name, BiConsumer<DSLContext, RowSource> call, List<String> rows, RowSource... but) {

        void check(RowSource source) {
            try (TestDatabase database = TestDatabase.create("classpath:db/migration")) {
                DSLContext ctx = database.dsl();
                fill(ctx);
                if (Arrays.asList(but).contains(source)) {
                    assertThatExceptionOfType(BulkException.class)
                            .isThrownBy(() -> call.accept(ctx, source))
                            .extracting(BulkException::sqlState)
                            .isEqualTo("0A000");
                    assertThat(contents(ctx)).isEqualTo(BEFORE);
                } else {
                    call.accept(ctx, source);
                    assertThat(contents(ctx)).isEqualTo(rows);
                }
            }
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                "update",
                (ctx, by) -> assertThat(RAISE.rows(ROWS).via(by).execute(ctx)).isEqualTo(2),
                RAISED));
        cases.add(new Case(
                "update, only what changes",
                (ctx, by) -> assertThat(bulkUpdate(PRICE, Quote.class)
                                .key(PRICE.SKU)
                                .from(Quote::sku)
                                .set(PRICE.SEEN)
                                .from(Quote::amount)
                                .onlyChanged()
                                .rows(ROWS)
                                .via(by)
                                .execute(ctx))
                        .isEqualTo(1),
                List.of("a 1", "b 10", "c 3")));
        cases.add(new Case(
                "update, returning",
                (ctx, by) -> assertThat(RAISE.rows(ROWS)
                                .via(by)
                                .returning(PRICE.SEEN)
                                .fetch(ctx)
                                .getValues(PRICE.SEEN))
                        .containsExactlyInAnyOrder(12, 2),
                RAISED));
        cases.add(new Case(
                "update, in key order",
                (ctx, by) -> RAISE.rows(ROWS).via(by).lockInKeyOrder().execute(ctx),
                RAISED,
                VALUES,
                UNNEST,
                COPY));
        cases.add(new Case(
                "update, outcomes",
                (ctx, by) -> assertThat(RAISE.rows(ROWS).via(by).fetchOutcomes(ctx))
                        .extracting(Outcome::status)
                        .containsExactly(Status.UPDATED, Status.UPDATED, Status.NOT_FOUND),
                RAISED));
        cases.add(new Case(
                "update, by batches",
                (ctx, by) ->
                        RAISE.rows(ROWS).via(by).batchSize(2).commitEachBatch().execute(ctx),
                RAISED));
        cases.add(new Case(
                "upsert",
                (ctx, by) -> assertThat(QUOTE.rows(ROWS).via(by).execute(ctx)).isEqualTo(3),
                QUOTED));
        cases.add(new Case(
                "upsert, only what changes",
                (ctx, by) -> QUOTE.onlyChanged().rows(ROWS).via(by).execute(ctx),
                QUOTED,
                VALUES,
                UNNEST,
                COPY));
        cases.add(new Case(
                "upsert, outcomes",
                (ctx, by) -> assertThat(QUOTE.rows(ROWS).via(by).fetchOutcomes(ctx))
                        .extracting(Outcome::status)
                        .containsExactly(Status.UPDATED, Status.UPDATED, Status.INSERTED),
                QUOTED));
        cases.add(new Case(
                "insert",
                (ctx, by) -> assertThat(INSERT.rows(new Quote("y", 4), new Quote("z", 5))
                                .via(by)
                                .execute(ctx))
                        .isEqualTo(2),
                List.of("a 1", "b 2", "c 3", "y 4", "z 5")));
        cases.add(new Case(
                "insert, conflicts left out",
                (ctx, by) -> INSERT.onConflictDoNothing().rows(ROWS).via(by).execute(ctx),
                List.of("a 1", "b 2", "c 3", "z 5")));
        cases.add(new Case(
                "getOrCreate",
                (ctx, by) -> assertThat(GET.rows(ROWS)
                                .via(by)
                                .returning(PRICE.SEEN)
                                .fetch(ctx)
                                .getValues(PRICE.SEEN))
                        .containsExactlyInAnyOrder(1, 2, 5),
                List.of("a 1", "b 2", "c 3", "z 5")));
        cases.add(new Case(
                "delete",
                (ctx, by) -> assertThat(DELETE.rows(ROWS).via(by).execute(ctx)).isEqualTo(2),
                List.of("c 3")));
        cases.add(new Case(
                "sync",
                (ctx, by) -> bulkSync(QUOTE)
                        .scope(PRICE.SOURCE.eq("feed"))
                        .deleteMissing()
                        .rows(ROWS)
                        .via(by)
                        .execute(ctx),
                List.of("a 1", "b 10", "z 5"),
                UNNEST,
                COPY));
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> worksOrIsRefused() {
        return cases().stream().flatMap(tried -> Stream.of(VALUES, UNNEST, COPY)
                .map(source -> dynamicTest(tried.name() + ", by " + source, () -> tried.check(source))));
    }

    @Test
    void rowsAreOnShards(DSLContext ctx) {
        assertThat(ctx.fetchValue("select distribution_column from citus_tables where table_name = 'price'::regclass"))
                .isEqualTo("sku");
    }

    /**
     * Few rows are written out; many go as arrays, whose reading PostgreSQL doesn't call immutable, as Citus asks there, or by
     * VALUES.
     */
    @Test
    void conditionsSelectByFewRowsAndByValues(DSLContext ctx) {
        fill(ctx);
        assertThat(ctx.fetchCount(PRICE, wanted(ROWS))).isEqualTo(2);
        DSLContext preferring = DSL.using(ctx.configuration().connectionProvider(), SQLDialect.POSTGRES);
        preferring.configuration().data(RowSource.class, VALUES);
        assertThat(preferring.fetchCount(PRICE, wanted(Collections.nCopies(200, ROWS.get(0)))))
                .isEqualTo(1);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> ctx.fetchCount(PRICE, wanted(Collections.nCopies(200, ROWS.get(0)))))
                .extracting(DataAccessException::sqlState)
                .isEqualTo("0A000");
    }

    private static Condition wanted(List<Quote> rows) {
        return pdnf(Quote.class).key(PRICE.SKU).from(Quote::sku).rows(rows);
    }

    @Test
    void theDistributionColumnStays(DSLContext ctx) {
        fill(ctx);
        var rename = bulkUpdate(PRICE, Quote.class)
                .key(PRICE.SEEN)
                .from(Quote::amount)
                .set(PRICE.SKU)
                .from(Quote::sku);
        assertThatExceptionOfType(BulkException.class)
                .isThrownBy(() -> rename.rows(new Quote("new", 1)).execute(ctx))
                .withMessageStartingWith("bulkUpdate of price: modifying the partition value of rows is not allowed");
        assertThat(contents(ctx)).isEqualTo(BEFORE);
    }

    private static void fill(DSLContext ctx) {
        for (int i = 0; i < BEFORE.size(); i++) {
            ctx.insertInto(PRICE, PRICE.SKU, PRICE.SEEN, PRICE.AMOUNT)
                    .values(String.valueOf((char) ('a' + i)), i + 1, BigDecimal.ONE)
                    .execute();
        }
    }

    private static List<String> contents(DSLContext ctx) {
        return ctx.selectFrom(PRICE).orderBy(PRICE.SKU).fetch(price -> price.getSku() + " " + price.getSeen());
    }
}
