// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.contract.Duplicates.FIRST;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.testdb.appschema.Tables.TESTMODEL;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.CASELESS;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.INCOMING;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.IncomingRecord;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of each input row, on servers that return old values and on those that don't. */
@PostgresTest(migrations = "classpath:db/migration")
class OutcomesTest {

    record Quote(String sku, int amount) {
        BigDecimal price() {
            return new BigDecimal(amount);
        }
    }

    record Cell(
            @Nullable Integer a,
            @Nullable Integer b,
            @Nullable String v) {}

    record Hits(String name, int n) {}

    // spotless:off
    static final BulkUpdate<BookRecord, Delivery> STOCKTAKING = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    static final BulkUpsert<PriceRecord, Quote> QUOTE = bulkUpsert(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.AMOUNT).from(Quote::price);
    // spotless:on

    @ParameterizedTest
    @EnumSource
    void updateTellsWhatItFound(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        var told = told(ctx, STOCKTAKING.rows(stock("isbn-2", 2), stock("x", 1), stock("isbn-1", 5)), BOOK.STOCK);
        assertThat(OutcomeText.of(told))
                .containsExactly("1 UPDATED [2] was [2]", "2 NOT_FOUND", "3 UPDATED [5] was [1]");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("updated=2, notFound=1");
    }

    @ParameterizedTest
    @EnumSource
    void updateTellsWhatItLeftAlone(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        var told = told(
                ctx,
                STOCKTAKING.onlyChanged().rows(stock("isbn-2", 2), stock("x", 1), stock("isbn-1", 5)),
                BOOK.STOCK,
                BOOK.TITLE);
        assertThat(OutcomeText.of(told))
                .containsExactly(
                        "1 UNCHANGED [2, title 2] was [2, title 2]",
                        "2 NOT_FOUND",
                        "3 UPDATED [5, title 1] was [1, title 1]");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("updated=1, unchanged=1, notFound=1");
    }

    @ParameterizedTest
    @EnumSource
    void onlyListedColumnsAreCompared(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        // spotless:off
        var update = bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .set(BOOK.TITLE).from(delivery -> "new")
                .onlyChanged(BOOK.STOCK);
        var upsert = bulkUpsert(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .set(BOOK.TITLE).from(delivery -> "newer")
                .onlyChanged(BOOK.STOCK);
        // spotless:on
        assertThat(OutcomeText.of(told(ctx, update.rows(stock("isbn-1", 1), stock("isbn-2", 3)), BOOK.TITLE)))
                .containsExactly("1 UNCHANGED [title 1] was [title 1]", "2 UPDATED [new] was [title 2]");
        assertThat(OutcomeText.of(
                        told(ctx, upsert.rows(stock("isbn-1", 1), stock("isbn-2", 4), stock("x", 1)), BOOK.TITLE)))
                .containsExactly(
                        "1 UNCHANGED [title 1] was [title 1]", "2 UPDATED [newer] was [new]", "3 INSERTED [newer]");
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatWhereExcludesAreNotFoundByUpdatesAndUnchangedByUpserts(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        var rows = List.of(stock("isbn-1", 7), stock("isbn-2", 7), stock("x", 7));
        for (var update : List.of(
                STOCKTAKING.where(BOOK.STOCK.gt(1)),
                STOCKTAKING.where(BOOK.STOCK.gt(1)).onlyChanged())) {
            Undone.call(ctx, undone -> assertThat(OutcomeText.of(
                            update.rows(rows).returning(BOOK.STOCK).fetchOutcomesWithOld(undone)))
                    .containsExactly("1 NOT_FOUND", "2 UPDATED [7] was [2]", "3 NOT_FOUND"));
        }
        // spotless:off
        var upsert = bulkUpsert(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .where(BOOK.STOCK.gt(1));
        // spotless:on
        var told = told(ctx, upsert.rows(rows), BOOK.STOCK);
        assertThat(OutcomeText.of(told))
                .containsExactly("1 UNCHANGED [1] was [1]", "2 UPDATED [7] was [2]", "3 INSERTED [7]");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("inserted=1, updated=1, unchanged=1");
    }

    @ParameterizedTest
    @EnumSource
    void upsertTellsNewFromExisting(Server server, DataSource dataSource) {
        DSLContext ctx = priced(server, dataSource);
        var rows = List.of(quote("c", 3), quote("b", 2), quote("a", 9));
        var told = told(ctx, QUOTE.rows(rows), PRICE.SKU, PRICE.AMOUNT);
        assertThat(OutcomeText.of(told))
                .containsExactly(
                        "1 INSERTED [c, 3.00]",
                        "2 UPDATED [b, 2.00] was [b, 2.00]",
                        "3 UPDATED [a, 9.00] was [a, 1.00]");
        assertThat(told.stream().map(Outcome::created)).containsExactly(true, false, false);
        assertThat(OutcomeText.of(told.totals())).isEqualTo("inserted=1, updated=2");
        assertThat(IntStream.range(0, 3)).allMatch(i -> told.rows().get(i).element() == rows.get(i));
    }

    @ParameterizedTest
    @EnumSource
    void upsertTellsWhatItLeftAlone(Server server, DataSource dataSource) {
        DSLContext ctx = priced(server, dataSource);
        var rows = List.of(quote("c", 3), quote("b", 2), quote("a", 9));
        var told = told(ctx, QUOTE.onlyChanged().rows(rows), PRICE.AMOUNT, PRICE.SOURCE);
        assertThat(OutcomeText.of(told))
                .containsExactly(
                        "1 INSERTED [3.00, feed]",
                        "2 UNCHANGED [2.00, feed] was [2.00, feed]",
                        "3 UPDATED [9.00, feed] was [1.00, feed]");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("inserted=1, updated=1, unchanged=1");
        assertThat(OutcomeText.of(told(ctx, QUOTE.onlyChanged().rows(rows), PRICE.AMOUNT)))
                .allMatch(line -> line.contains("UNCHANGED"));
    }

    @ParameterizedTest
    @EnumSource
    void doNothingLeavesExistingRowsUnchanged(Server server, DataSource dataSource) {
        DSLContext ctx = priced(server, dataSource);
        var told = told(ctx, QUOTE.doNothing().rows(quote("c", 3), quote("a", 9)), PRICE.AMOUNT);
        assertThat(OutcomeText.of(told)).containsExactly("1 INSERTED [3.00]", "2 UNCHANGED [1.00] was [1.00]");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("inserted=1, unchanged=1");
    }

    @ParameterizedTest
    @EnumSource
    void deletedRowsAreToldAsTheyWere(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        // spotless:off
        var delete = bulkDelete(BOOK, String.class)
                .key(BOOK.ISBN).from(isbn -> isbn)
                .where(BOOK.STOCK.ne(3));
        // spotless:on
        var told = told(ctx, delete.rows("isbn-2", "x", "isbn-3"), BOOK.STOCK, BOOK.TITLE);
        assertThat(OutcomeText.of(told))
                .containsExactly("1 DELETED [2, title 2] was [2, title 2]", "2 NOT_FOUND", "3 NOT_FOUND");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("deleted=1, notFound=2");
        assertThat(Books.stock(ctx)).containsOnlyKeys("isbn-1", "isbn-3");
    }

    @ParameterizedTest
    @EnumSource
    void severalRowsOfTheTableForOneInputRow(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        ctx.execute("update book set title = case when stock = 3 then 'b' else 'a' end");
        // spotless:off
        var update = bulkUpdate(BOOK, Hits.class)
                .key(BOOK.TITLE).from(Hits::name)
                .set(BOOK.STOCK).from(Hits::n)
                .onlyChanged();
        // spotless:on
        var told = told(ctx, update.rows(new Hits("a", 2), new Hits("b", 3), new Hits("c", 1)), BOOK.ISBN, BOOK.STOCK);
        assertThat(OutcomeText.of(told))
                .as("where some are written, those")
                .containsExactly(
                        "1 UPDATED [isbn-1, 2] was [isbn-1, 1]",
                        "2 UNCHANGED [isbn-3, 3] was [isbn-3, 3]",
                        "3 NOT_FOUND");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("updated=1, unchanged=2, notFound=1");

        told = told(ctx, update.rows(new Hits("a", 9)), BOOK.ISBN, BOOK.STOCK);
        assertThat(OutcomeText.of(told))
                .containsExactly("1 UPDATED [isbn-1, 9] [isbn-2, 9] was [isbn-1, 2] [isbn-2, 2]");
        told = told(ctx, update.rows(new Hits("a", 9)), BOOK.ISBN);
        assertThat(OutcomeText.of(told)).containsExactly("1 UNCHANGED [isbn-1] [isbn-2] was [isbn-1] [isbn-2]");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("unchanged=2");

        var delete = bulkDelete(BOOK, String.class).key(BOOK.TITLE).from(title -> title);
        assertThat(OutcomeText.of(told(ctx, delete.rows("b", "a"), BOOK.ISBN)))
                .containsExactly(
                        "1 DELETED [isbn-3] was [isbn-3]", "2 DELETED [isbn-1] [isbn-2] was [isbn-1] [isbn-2]");
    }

    @ParameterizedTest
    @EnumSource
    void otherOperatorsLeaveEachRowToTheFirstThatMatches(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        // spotless:off
        var update = bulkUpdate(BOOK, Hits.class)
                .key(BOOK.STOCK, ge()).from(Hits::n)
                .set(BOOK.TITLE).from(Hits::name)
                .onlyChanged();
        var delete = bulkDelete(BOOK, Integer.class)
                .key(BOOK.STOCK, in()).from(n -> List.of(n, n + 1));
        // spotless:on
        var rows = List.of(new Hits("low", 3), new Hits("title 1", 1), new Hits("late", 2), new Hits("none", 99));
        var told = told(ctx, update.rows(rows), BOOK.ISBN, BOOK.TITLE);
        assertThat(OutcomeText.of(told))
                .containsExactly(
                        "1 UPDATED [isbn-3, low] was [isbn-3, title 3]",
                        "2 UPDATED [isbn-2, title 1] was [isbn-2, title 2]",
                        "3 NOT_FOUND",
                        "4 NOT_FOUND");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("updated=2, unchanged=1, notFound=2");
        assertThat(OutcomeText.of(told(ctx, delete.rows(2, 3), BOOK.ISBN)))
                .containsExactly("1 DELETED [isbn-2] [isbn-3] was [isbn-2] [isbn-3]", "2 NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource
    void droppedRowsAreDuplicates(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        var rows = List.of(stock("isbn-1", 5), stock("isbn-2", 2), stock("isbn-1", 6), stock("isbn-1", 7));
        var first = told(ctx, STOCKTAKING.duplicates(FIRST).rows(rows), BOOK.STOCK);
        assertThat(OutcomeText.of(first))
                .containsExactly("1 UPDATED [5] was [1]", "2 UPDATED [2] was [2]", "3 DUPLICATE", "4 DUPLICATE");
        assertThat(OutcomeText.of(first.totals())).isEqualTo("updated=2, duplicates=2");
        var last = told(ctx, STOCKTAKING.duplicates(LAST).rows(rows), BOOK.STOCK);
        assertThat(OutcomeText.of(last))
                .containsExactly("1 DUPLICATE", "2 UPDATED [2] was [2]", "3 DUPLICATE", "4 UPDATED [7] was [5]");
        assertThat(OutcomeText.of(told(ctx, QUOTE.duplicates(LAST).rows(quote("a", 1), quote("a", 2)), PRICE.AMOUNT)))
                .containsExactly("1 DUPLICATE", "2 INSERTED [2.00]");
        var delete = bulkDelete(BOOK, String.class).key(BOOK.ISBN).from(isbn -> isbn);
        assertThat(OutcomeText.of(told(ctx, delete.duplicates(FIRST).rows("isbn-3", "isbn-3"), BOOK.STOCK)))
                .containsExactly("1 DELETED [3] was [3]", "2 DUPLICATE");
    }

    @ParameterizedTest
    @EnumSource
    void foldedRowsShareAnOutcomeThatCountsOnce(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        // spotless:off
        var restock = bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK, incr()).from(Delivery::copies)
                .duplicates(FOLD);
        var hits = bulkUpsert(CASELESS, Hits.class)
                .key(CASELESS.NAME).from(Hits::name)
                .set(CASELESS.HITS, incr()).from(Hits::n)
                .duplicates(FOLD);
        // spotless:on
        var told = told(
                ctx, restock.rows(stock("isbn-1", 10), stock("x", 1), stock("isbn-1", 100), stock("x", 1)), BOOK.STOCK);
        assertThat(OutcomeText.of(told))
                .containsExactly("1 UPDATED [111] was [1]", "2 NOT_FOUND", "3 UPDATED [111] was [1]", "4 NOT_FOUND");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("updated=1, notFound=1");
        var counted =
                told(ctx, hits.rows(new Hits("Emma", 1), new Hits("EMMA", 10), new Hits("emma", 100)), CASELESS.HITS);
        assertThat(OutcomeText.of(counted)).containsExactly("1 INSERTED [111]", "2 INSERTED [111]", "3 INSERTED [111]");
        assertThat(OutcomeText.of(counted.totals())).isEqualTo("inserted=1");
        assertThat(counted.rows().get(1).element().name()).isEqualTo("EMMA");
    }

    @Test
    void noRowsAreNothingToAsk(DSLContext ctx) {
        ExecutedSql executed = new ExecutedSql();
        for (var statement : List.of(
                STOCKTAKING.rows(),
                QUOTE.onlyChanged().rows(),
                bulkDelete(BOOK, String.class).key(BOOK.ISBN).from(isbn -> isbn).rows(),
                BulkDSL.bulkInsert(PRICE, String.class)
                        .set(PRICE.SKU)
                        .from(sku -> sku)
                        .rows(),
                BulkDSL.getOrCreate(PRICE, String.class)
                        .key(PRICE.SKU)
                        .from(sku -> sku)
                        .rows())) {
            DSLContext listened = executed.of(ctx);
            assertThat(statement.fetchOutcomes(listened).rows()).isEmpty();
            assertThat(OutcomeText.of(statement.fetchOutcomes(listened).totals()))
                    .isEmpty();
            var returning = statement.returning(DSL.val(1));
            assertThat(returning.fetchOutcomes(listened).rows()).isEmpty();
            assertThat(returning.fetchRows(listened)).isEmpty();
            assertThat(returning.fetch(listened)).isEmpty();
            assertThat(executed.all()).isEmpty();
        }
    }

    @Test
    void withoutPrimaryKey(DSLContext ctx, DataSource dataSource) {
        ctx.execute("insert into hit values ('a', 'x', 1), ('a', 'y', 2), ('b', 'x', 3)");
        // spotless:off
        var update = bulkUpdate(HIT, Hits.class)
                .key(HIT.PAGE).from(Hits::name)
                .set(HIT.HITS).from(Hits::n);
        // spotless:on
        var rows = List.of(new Hits("b", 3), new Hits("a", 2), new Hits("c", 2));
        var told = Undone.call(
                ctx,
                undone -> update.rows(rows).returning(HIT.VISITOR, HIT.HITS).fetchOutcomes(undone));
        assertThat(OutcomeText.of(told)).containsExactly("1 UPDATED [x, 3]", "2 UPDATED [x, 2] [y, 2]", "3 NOT_FOUND");

        told = update.onlyChanged().rows(rows).returning(HIT.VISITOR, HIT.HITS).fetchOutcomes(ctx);
        assertThat(OutcomeText.of(told)).containsExactly("1 UNCHANGED [x, 3]", "2 UPDATED [x, 2]", "3 NOT_FOUND");

        assertThatThrownBy(() -> update.rows(rows).returning(HIT.HITS).fetchOutcomesWithOld(OlderServer.of(dataSource)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "bulkUpdate of hit: before PostgreSQL 18 old values are tied to new ones by the table's primary key; hit has none: declare one (jOOQ's synthetic keys will do)");
        var delete = bulkDelete(HIT, String.class).key(HIT.PAGE).from(page -> page);
        assertThat(OutcomeText.of(
                        delete.rows("c", "a").returning(HIT.VISITOR).fetchOutcomesWithOld(OlderServer.of(dataSource))))
                .containsExactly("1 NOT_FOUND", "2 DELETED [x] [y] was [x] [y]");
    }

    @ParameterizedTest
    @EnumSource
    void keysThatAreSetThemselves(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        // spotless:off
        var rename = bulkUpdate(BOOK, Hits.class)
                .key(BOOK.ISBN).from(Hits::name)
                .set(BOOK.ISBN).from(hits -> "isbn-" + hits.n());
        var renumber = bulkUpdate(BOOK, Long.class)
                .key(BOOK.ID).from(id -> id)
                .set(BOOK.ID).from(id -> id == 3 ? 3 : id + 100);
        // spotless:on
        for (var update : List.of(rename, rename.onlyChanged())) {
            Undone.call(ctx, undone -> assertThat(
                            OutcomeText.of(update.rows(new Hits("isbn-2", 20), new Hits("isbn-1", 10))
                                    .returning(BOOK.ISBN, BOOK.STOCK)
                                    .fetchOutcomesWithOld(undone)))
                    .containsExactly(
                            "1 UPDATED [isbn-20, 2] was [isbn-2, 2]", "2 UPDATED [isbn-10, 1] was [isbn-1, 1]"));
        }
        told(ctx, rename.rows(new Hits("isbn-2", 20)), BOOK.ISBN);
        var told = told(ctx, renumber.onlyChanged().rows(3L, 1L, 7L), BOOK.ID, BOOK.STOCK);
        assertThat(OutcomeText.of(told))
                .containsExactly("1 UNCHANGED [3, 3] was [3, 3]", "2 UPDATED [101, 1] was [1, 1]", "3 NOT_FOUND");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("updated=1, unchanged=1, notFound=1");
    }

    @ParameterizedTest
    @EnumSource
    void compositeKeys(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        ctx.execute("insert into twokey (a, b, v) values (1, 1, 'x'), (1, 2, 'y'), (2, 1, 'z')");
        var rows = List.of(new Cell(1, 2, "new"), new Cell(2, 2, "none"), new Cell(2, 1, "z"));
        // spotless:off
        var update = bulkUpdate(TWOKEY, Cell.class)
                .key(TWOKEY.A).from(Cell::a)
                .key(TWOKEY.B).from(Cell::b)
                .set(TWOKEY.V).from(Cell::v)
                .onlyChanged();
        var upsert = bulkUpsert(TWOKEY, Cell.class)
                .key(TWOKEY.B).from(Cell::b)
                .key(TWOKEY.A).from(Cell::a)
                .set(TWOKEY.V).from(Cell::v)
                .onlyChanged();
        // spotless:on
        assertThat(OutcomeText.of(told(ctx, update.rows(rows), TWOKEY.A, TWOKEY.B, TWOKEY.V)))
                .containsExactly(
                        "1 UPDATED [1, 2, new] was [1, 2, y]", "2 NOT_FOUND", "3 UNCHANGED [2, 1, z] was [2, 1, z]");
        assertThat(OutcomeText.of(told(ctx, upsert.rows(rows), TWOKEY.A, TWOKEY.B, TWOKEY.V)))
                .containsExactly(
                        "1 UNCHANGED [1, 2, new] was [1, 2, new]",
                        "2 INSERTED [2, 2, none]",
                        "3 UNCHANGED [2, 1, z] was [2, 1, z]");
    }

    @ParameterizedTest
    @EnumSource
    void keysThatTheColumnNormalizes(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        ctx.execute("insert into deckey (k, v) values (1.50, 'old')");
        ctx.execute("insert into tag values ('emma', 1)");
        ctx.execute("insert into caseless values ('emma', 1)");
        // spotless:off
        var numbers = bulkUpsert(DECKEY, BigDecimal.class)
                .key(DECKEY.K).from(k -> k)
                .set(DECKEY.V).from(k -> "new");
        var tags = bulkUpsert(TAG, Hits.class)
                .key(TAG.NAME).from(Hits::name)
                .set(TAG.HITS).from(Hits::n)
                .onlyChanged();
        var names = bulkUpsert(CASELESS, Hits.class)
                .key(CASELESS.NAME).from(Hits::name)
                .set(CASELESS.HITS).from(Hits::n)
                .onlyChanged();
        // spotless:on
        assertThat(OutcomeText.of(told(
                        ctx,
                        numbers.rows(new BigDecimal("2.499"), new BigDecimal("1.5"), new BigDecimal("3.504")),
                        DECKEY.K,
                        DECKEY.V)))
                .containsExactly(
                        "1 INSERTED [2.50, new]", "2 UPDATED [1.50, new] was [1.50, old]", "3 INSERTED [3.50, new]");
        var rows = List.of(new Hits("Dune", 1), new Hits("EMMA", 1));
        assertThat(OutcomeText.of(told(ctx, tags.rows(rows), TAG.NAME, TAG.HITS)))
                .containsExactly("1 INSERTED [Dune, 1]", "2 UNCHANGED [emma, 1] was [emma, 1]");
        assertThat(OutcomeText.of(told(ctx, tags.rows(new Hits("EMMA", 2), new Hits("DUNE", 1)), TAG.NAME, TAG.HITS)))
                .containsExactly("1 UPDATED [emma, 2] was [emma, 1]", "2 UNCHANGED [Dune, 1] was [Dune, 1]");
        assertThat(OutcomeText.of(told(ctx, names.rows(rows), CASELESS.NAME, CASELESS.HITS)))
                .containsExactly("1 INSERTED [Dune, 1]", "2 UNCHANGED [emma, 1] was [emma, 1]");
        assertThat(OutcomeText.of(told(ctx, names.rows(new Hits("EMMA", 2)), CASELESS.NAME, CASELESS.HITS)))
                .containsExactly("1 UPDATED [emma, 2] was [emma, 1]");
    }

    @ParameterizedTest
    @EnumSource
    void keysThatAreTheSameOnceStoredCountOnce(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        // spotless:off
        var numbers = bulkUpsert(DECKEY, BigDecimal.class)
                .key(DECKEY.K).from(k -> k)
                .set(DECKEY.V).from(BigDecimal::toString);
        // spotless:on
        var rows = List.of(new BigDecimal("1.001"), new BigDecimal("1.002"));
        assertThatThrownBy(() -> numbers.rows(rows).fetchOutcomes(ctx)).isInstanceOf(InvalidRowException.class);
        for (var upsert : List.of(numbers, numbers.doNothing())) {
            ctx.deleteFrom(DECKEY).execute();
            var told = told(ctx, upsert.duplicates(FIRST).rows(rows), DECKEY.K, DECKEY.V);
            assertThat(OutcomeText.of(told)).containsExactly("1 INSERTED [1.00, 1.001]", "2 DUPLICATE");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tableAndColumnsNamedAsOurs(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        for (String name : List.of(
                "incoming",
                "incoming_rows",
                "found",
                "updated",
                "inserted",
                "written",
                "told",
                "report",
                "old",
                "new")) {
            ctx.execute("drop table if exists public.{0} cascade", DSL.name(name));
            ClashingNames table = ClashingNames.create(ctx, name);
            ctx.execute(
                    "insert into public.{0} values (1, 1, 1, 1, 1, 1, 1, 1), (2, 2, 2, 2, 2, 2, 2, 2)", DSL.name(name));
            // spotless:off
            var update = bulkUpdate(table, Integer.class)
                    .key(table.k1).from(k -> k)
                    .set(table.old).from(k -> 1)
                    .set(table.status).from(k -> 1)
                    .onlyChanged();
            var upsert = bulkUpsert(table, Integer.class)
                    .key(table.k1).from(k -> k)
                    .set(table.old).from(k -> 2)
                    .set(table.c1).from(k -> k)
                    .onlyChanged();
            var delete = bulkDelete(table, Integer.class).key(table.k1).from(k -> k);
            // spotless:on
            assertThat(OutcomeText.of(told(ctx, update.rows(2, 1, 5), table.fields())))
                    .as(name)
                    .containsExactly(
                            "1 UPDATED [2, 1, 2, 2, 2, 1, 2, 2] was [2, 2, 2, 2, 2, 2, 2, 2]",
                            "2 UNCHANGED [1, 1, 1, 1, 1, 1, 1, 1] was [1, 1, 1, 1, 1, 1, 1, 1]",
                            "3 NOT_FOUND");
            assertThat(OutcomeText.of(told(ctx, upsert.rows(3, 2), table.fields())))
                    .as(name)
                    .containsExactly(
                            "1 INSERTED [3, null, null, 3, null, 2, null, null]",
                            "2 UPDATED [2, 1, 2, 2, 2, 2, 2, 2] was [2, 1, 2, 2, 2, 1, 2, 2]");
            assertThat(OutcomeText.of(told(ctx, delete.rows(1), table.old, table.status)))
                    .as(name)
                    .containsExactly("1 DELETED [1, 1] was [1, 1]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfOtherSchemas(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        // spotless:off
        var upsert = bulkUpsert(TESTMODEL, Hits.class)
                .key(TESTMODEL.NAME).from(Hits::name)
                .set(TESTMODEL.INT_FIELD).from(Hits::n)
                .keyNotUnique();
        // spotless:on
        upsert.rows(new Hits("a", 1)).execute(ctx);
        assertThat(OutcomeText.of(told(ctx, upsert.rows(new Hits("b", 2), new Hits("a", 3)), TESTMODEL.INT_FIELD)))
                .containsExactly("1 INSERTED [2]", "2 UPDATED [3] was [1]");
    }

    @ParameterizedTest
    @EnumSource
    void columnNamedAsTheRowsNumberInATableNamedIncoming(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        ctx.execute("insert into incoming values (1, 10, 100), (2, 20, 200)");
        // spotless:off
        var update = bulkUpdate(INCOMING, Integer.class)
                .key(INCOMING.ID).from(id -> id)
                .set(INCOMING.ROW_NUMBER).from(id -> 10)
                .onlyChanged();
        // spotless:on
        Outcomes<Integer, IncomingRecord> told =
                update.rows(2, 1).returning(INCOMING).fetchOutcomesWithOld(ctx);
        assertThat(OutcomeText.of(told))
                .containsExactly(
                        "1 UPDATED [2, 10, 200] was [2, 20, 200]", "2 UNCHANGED [1, 10, 100] was [1, 10, 100]");
        assertThat(told.rows().get(0).oldRecord().orElseThrow().getRowNumber()).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource
    void valuesKeepTheirTypes(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        ctx.insertInto(KINDS)
                .set(KINDS.ID, 1)
                .set(KINDS.A_YEAR, Year.of(1999))
                .set(KINDS.A_MOOD, Mood.sad)
                .set(KINDS.MOODS, new Mood[] {Mood.ok})
                .execute();
        // spotless:off
        var update = bulkUpdate(KINDS, Integer.class)
                .key(KINDS.ID).from(id -> id)
                .set(KINDS.A_YEAR).from(id -> Year.of(2000))
                .set(KINDS.A_MOOD).from(id -> Mood.happy);
        var upsert = bulkUpsert(KINDS, Integer.class)
                .key(KINDS.ID).from(id -> id)
                .set(KINDS.A_YEAR).from(id -> Year.of(2001))
                .set(KINDS.A_MOOD).from(id -> Mood.ok);
        // spotless:on
        for (var statement : List.of(update.rows(1), update.onlyChanged().rows(1))) {
            Undone.call(ctx, undone -> {
                var told = statement
                        .returning(KINDS.A_YEAR, KINDS.A_MOOD, KINDS.MOODS)
                        .fetchOutcomesWithOld(undone)
                        .rows()
                        .get(0);
                var now = told.record().orElseThrow();
                var before = told.oldRecord().orElseThrow();
                assertThat(now.value1()).isEqualTo(Year.of(2000));
                assertThat(now.value2()).isEqualTo(Mood.happy);
                assertThat(now.value3()).containsExactly(Mood.ok);
                assertThat(before.value1()).isEqualTo(Year.of(1999));
                assertThat(before.value2()).isEqualTo(Mood.sad);
                assertThat(before.value3()).containsExactly(Mood.ok);
                return null;
            });
        }
        for (var statement : List.of(upsert.rows(2, 1), upsert.onlyChanged().rows(2, 1))) {
            Undone.call(ctx, undone -> {
                Outcomes<Integer, KindsRecord> told = statement.returning(KINDS).fetchOutcomesWithOld(undone);
                assertThat(told.rows().get(0).record().orElseThrow().getAMood()).isEqualTo(Mood.ok);
                assertThat(told.rows().get(0).oldRecords()).isEmpty();
                KindsRecord now = told.rows().get(1).record().orElseThrow();
                KindsRecord before = told.rows().get(1).oldRecord().orElseThrow();
                assertThat(now.getAYear()).isEqualTo(Year.of(2001));
                assertThat(before.getAYear()).isEqualTo(Year.of(1999));
                assertThat(before.getMoods()).containsExactly(Mood.ok);
                return null;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void tableRecordsAreAsIfJustRead(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        var rows = List.of(stock("isbn-1", 1), stock("isbn-2", 7));
        var upsert = bulkUpsert(BOOK, Delivery.class)
                .key(BOOK.ISBN)
                .from(Delivery::isbn)
                .set(BOOK.STOCK)
                .from(Delivery::copies)
                .onlyChanged();
        var delete = bulkDelete(BOOK, Delivery.class).key(BOOK.ISBN).from(Delivery::isbn);
        for (var statement : List.of(
                STOCKTAKING.rows(rows),
                STOCKTAKING.onlyChanged().rows(rows),
                upsert.rows(stock("isbn-1", 1), stock("isbn-2", 8), stock("x", 1)),
                delete.rows(rows))) {
            Outcomes<Delivery, BookRecord> told = statement.returning(BOOK).fetchOutcomesWithOld(ctx);
            for (var outcome : told) {
                for (BookRecord record : outcome.records()) {
                    assertThat(record.changed()).isFalse();
                    assertThat(record.getIsbn()).isEqualTo(outcome.element().isbn());
                    assertThat(record.original(BOOK.STOCK)).isEqualTo(record.getStock());
                }
                assertThat(outcome.oldRecords()).noneMatch(Record::changed);
            }
        }
    }

    @Test
    void oldValuesAreOfColumns(DSLContext ctx) {
        assertThatThrownBy(() -> STOCKTAKING
                        .rows(stock("isbn-1", 1))
                        .returning(BOOK.STOCK.plus(1))
                        .fetchOutcomesWithOld(ctx))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("old values are of columns");
    }

    @ParameterizedTest
    @EnumSource
    void expressionsAreOfRowsAsTheyAreAfterwards(Server server, DataSource dataSource) {
        DSLContext ctx = shelved(server, dataSource);
        var rows = List.of(stock("isbn-1", 1), stock("isbn-2", 7));
        for (var update : List.of(STOCKTAKING, STOCKTAKING.onlyChanged())) {
            var returning = update.rows(rows).returning(BOOK.STOCK.plus(100), DSL.upper(BOOK.TITLE));
            assertThat(values(Undone.call(ctx, returning::fetchOutcomes)))
                    .containsExactly("[101, TITLE 1]", "[107, TITLE 2]");
        }
    }

    /**
     * What a statement tells when asked for everything. Asked for less it must tell the same, and {@code execute} must count
     * what the totals say is written.
     */
    private static <E> Outcomes<E, Record> told(DSLContext ctx, BulkStatement<E> statement, Field<?>... columns) {
        int count = Undone.call(ctx, statement::execute);
        var plain = Undone.call(ctx, statement::fetchOutcomes);
        var returning = statement.returning(Arrays.asList(columns));
        var values = Undone.call(ctx, returning::fetchOutcomes);
        var rows = Undone.call(ctx, returning::fetchRows);
        var result = returning.fetchOutcomesWithOld(ctx);

        assertThat(result.totals().written()).isEqualTo(count);
        assertThat(plain.totals()).isEqualTo(result.totals());
        assertThat(values.totals()).isEqualTo(result.totals());
        assertThat(statuses(plain)).isEqualTo(statuses(result));
        assertThat(plain.stream().map(Outcome::records)).allMatch(List::isEmpty);
        assertThat(statuses(values)).isEqualTo(statuses(result));
        assertThat(values.stream().map(Outcome::oldRecords)).allMatch(List::isEmpty);
        assertThat(lines(values)).isEqualTo(lines(result));
        assertThat(result.stream().map(Outcome::rowNumber))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, result.rows().size()).boxed().toList());
        assertThat(rows.stream()
                        .map(row -> row.rowNumber()
                                + Arrays.deepToString(row.record().intoArray())))
                .isSubsetOf(written(result));
        assertThat(rows).hasSize(count);
        return result;
    }

    private static List<?> statuses(Outcomes<?, ?> outcomes) {
        return outcomes.stream().map(Outcome::status).toList();
    }

    private static List<String> values(Outcomes<?, ? extends Record> outcomes) {
        return outcomes.stream()
                .map(outcome -> Arrays.toString(outcome.record().orElseThrow().intoArray()))
                .toList();
    }

    private static List<String> lines(Outcomes<?, ? extends Record> outcomes) {
        return OutcomeText.of(outcomes).stream()
                .map(line -> line.replaceFirst(" was .*", ""))
                .toList();
    }

    private static List<String> written(Outcomes<?, ? extends Record> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.status().isWritten())
                .flatMap(outcome -> outcome.records().stream()
                        .map(record -> outcome.rowNumber() + Arrays.deepToString(record.intoArray())))
                .toList();
    }

    private static DSLContext shelved(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
        return ctx;
    }

    private static DSLContext priced(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        QUOTE.rows(quote("a", 1), quote("b", 2)).execute(ctx);
        return ctx;
    }

    private static Delivery stock(String isbn, int copies) {
        return new Delivery(isbn, copies);
    }

    private static Quote quote(String sku, int amount) {
        return new Quote(sku, amount);
    }
}
