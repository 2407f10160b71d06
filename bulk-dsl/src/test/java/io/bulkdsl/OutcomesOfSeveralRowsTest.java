// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.STOCKTAKING;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.Told.told;
import static io.bulkdsl.contract.Duplicates.FIRST;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.CASELESS;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outcomes where an input row meets several rows of the table, or several input rows meet one. */
@PostgresTest(migrations = "classpath:db/migration")
class OutcomesOfSeveralRowsTest {

    @ParameterizedTest
    @EnumSource
    void severalRowsOfTheTableForOneInputRow(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
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
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
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
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
        var rows = List.of(
                new Delivery("isbn-1", 5),
                new Delivery("isbn-2", 2),
                new Delivery("isbn-1", 6),
                new Delivery("isbn-1", 7));
        var first = told(ctx, STOCKTAKING.duplicates(FIRST).rows(rows), BOOK.STOCK);
        assertThat(OutcomeText.of(first))
                .containsExactly("1 UPDATED [5] was [1]", "2 UPDATED [2] was [2]", "3 DUPLICATE", "4 DUPLICATE");
        assertThat(OutcomeText.of(first.totals())).isEqualTo("updated=2, duplicates=2");
        var last = told(ctx, STOCKTAKING.duplicates(LAST).rows(rows), BOOK.STOCK);
        assertThat(OutcomeText.of(last))
                .containsExactly("1 DUPLICATE", "2 UPDATED [2] was [2]", "3 DUPLICATE", "4 UPDATED [7] was [5]");
        assertThat(OutcomeText.of(told(
                        ctx, QUOTE.duplicates(LAST).rows(new Delivery("a", 1), new Delivery("a", 2)), PRICE.AMOUNT)))
                .containsExactly("1 DUPLICATE", "2 INSERTED [2.00]");
        var delete = bulkDelete(BOOK, String.class).key(BOOK.ISBN).from(isbn -> isbn);
        assertThat(OutcomeText.of(told(ctx, delete.duplicates(FIRST).rows("isbn-3", "isbn-3"), BOOK.STOCK)))
                .containsExactly("1 DELETED [3] was [3]", "2 DUPLICATE");
    }

    @ParameterizedTest
    @EnumSource
    void foldedRowsShareAnOutcomeThatCountsOnce(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
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
                ctx,
                restock.rows(
                        new Delivery("isbn-1", 10),
                        new Delivery("x", 1),
                        new Delivery("isbn-1", 100),
                        new Delivery("x", 1)),
                BOOK.STOCK);
        assertThat(OutcomeText.of(told))
                .containsExactly("1 UPDATED [111] was [1]", "2 NOT_FOUND", "3 UPDATED [111] was [1]", "4 NOT_FOUND");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("updated=1, notFound=1");
        var counted =
                told(ctx, hits.rows(new Hits("Emma", 1), new Hits("EMMA", 10), new Hits("emma", 100)), CASELESS.HITS);
        assertThat(OutcomeText.of(counted)).containsExactly("1 INSERTED [111]", "2 INSERTED [111]", "3 INSERTED [111]");
        assertThat(OutcomeText.of(counted.totals())).isEqualTo("inserted=1");
        assertThat(counted.rows().get(1).element().name()).isEqualTo("EMMA");
    }
}
