// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.STOCKTAKING;
import static io.bulkdsl.Told.told;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each kind of statement tells of its rows, on servers that return old values and on those that don't. */
@PostgresTest(migrations = "classpath:db/migration")
class OutcomeStatusTest {

    @ParameterizedTest
    @EnumSource
    void updateTellsWhatItFound(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
        var told = told(
                ctx,
                STOCKTAKING.rows(new Delivery("isbn-2", 2), new Delivery("x", 1), new Delivery("isbn-1", 5)),
                BOOK.STOCK);
        assertThat(OutcomeText.of(told))
                .containsExactly("1 UPDATED [2] was [2]", "2 NOT_FOUND", "3 UPDATED [5] was [1]");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("updated=2, notFound=1");
    }

    @ParameterizedTest
    @EnumSource
    void updateTellsWhatItLeftAlone(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
        var told = told(
                ctx,
                STOCKTAKING
                        .onlyChanged()
                        .rows(new Delivery("isbn-2", 2), new Delivery("x", 1), new Delivery("isbn-1", 5)),
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
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
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
        assertThat(OutcomeText.of(
                        told(ctx, update.rows(new Delivery("isbn-1", 1), new Delivery("isbn-2", 3)), BOOK.TITLE)))
                .containsExactly("1 UNCHANGED [title 1] was [title 1]", "2 UPDATED [new] was [title 2]");
        assertThat(OutcomeText.of(told(
                        ctx,
                        upsert.rows(new Delivery("isbn-1", 1), new Delivery("isbn-2", 4), new Delivery("x", 1)),
                        BOOK.TITLE)))
                .containsExactly(
                        "1 UNCHANGED [title 1] was [title 1]", "2 UPDATED [newer] was [new]", "3 INSERTED [newer]");
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatWhereExcludesAreNotFoundByUpdatesAndUnchangedByUpserts(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
        var rows = List.of(new Delivery("isbn-1", 7), new Delivery("isbn-2", 7), new Delivery("x", 7));
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
        var rows = List.of(new Delivery("c", 3), new Delivery("b", 2), new Delivery("a", 9));
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
        var rows = List.of(new Delivery("c", 3), new Delivery("b", 2), new Delivery("a", 9));
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
        var told = told(ctx, QUOTE.doNothing().rows(new Delivery("c", 3), new Delivery("a", 9)), PRICE.AMOUNT);
        assertThat(OutcomeText.of(told)).containsExactly("1 INSERTED [3.00]", "2 UNCHANGED [1.00] was [1.00]");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("inserted=1, unchanged=1");
    }

    @ParameterizedTest
    @EnumSource
    void deletedRowsAreToldAsTheyWere(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
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

    private static DSLContext priced(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        QUOTE.rows(new Delivery("a", 1), new Delivery("b", 2)).execute(ctx);
        return ctx;
    }
}
