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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.PortionsFailedException;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Portions at the same time, each in a transaction of its own. */
@PostgresTest(migrations = "classpath:db/migration")
class ParallelTest {

    @Test
    void portionsTogetherWriteEachRowOnce(DataSource dataSource) {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        DSLContext ctx = SourceUnderTest.on(DSL.using(dataSource, SQLDialect.POSTGRES));
        Books.shelve(ctx, 20);
        DSLContext listened = ctx.configuration()
                .deriveAppending(ExecuteListener.onExecuteStart(
                        execution -> threads.add(Thread.currentThread().getName())))
                .dsl();
        List<Delivery> twice = new ArrayList<>(deliveries(1, 20));
        twice.addAll(deliveries(1, 20));
        assertThat(RESTOCK.duplicates(Duplicates.FOLD).rows(twice).parallel(4).execute(listened))
                .isEqualTo(20);
        threads.remove(Thread.currentThread().getName());
        assertThat(threads).hasSize(4);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 3).containsEntry("isbn-20", 60);
        assertThat(QUOTE.rows(deliveries(1, 10)).parallel(3).execute(ctx)).isEqualTo(10);
        assertThat(QUOTE.rows(deliveries(1, 2)).parallel(8).execute(ctx)).isEqualTo(2);
        assertThat(QUOTE.rows(List.of()).parallel(8).execute(ctx)).isZero();
    }

    @Test
    void outcomesAndTotalsAreJoinedInInputOrder(DataSource dataSource) {
        DSLContext ctx = SourceUnderTest.on(DSL.using(dataSource, SQLDialect.POSTGRES));
        QUOTE.rows(deliveries(1, 5)).execute(ctx);
        Outcomes<Delivery, ?> outcomes =
                QUOTE.rows(deliveries(1, 12)).parallel(4).fetchOutcomes(ctx);
        assertThat(outcomes.totals().inserted()).isEqualTo(7);
        assertThat(outcomes.totals().updated()).isEqualTo(5);
        assertThat(outcomes.rows().stream().map(outcome -> outcome.element().copies()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
        assertThat(outcomes.rows().stream().map(Outcome::created).limit(6))
                .containsExactly(false, false, false, false, false, true);
    }

    @Test
    void whatFailsIsToldAndTheOthersStand(DataSource dataSource) {
        DSLContext ctx = SourceUnderTest.on(DSL.using(dataSource, SQLDialect.POSTGRES));
        ctx.execute("alter table log_entry add constraint not_seven check (seen <> 7)");
        var log = bulkInsert(LOG_ENTRY, Delivery.class).set(LOG_ENTRY.SEEN).from(Delivery::copies);
        assertThatThrownBy(() -> log.rows(deliveries(1, 10)).parallel(5).execute(ctx))
                .isInstanceOfSatisfying(PortionsFailedException.class, e -> {
                    assertThat(e.failed()).isEqualTo(1);
                    assertThat(e.committed()).isEqualTo(4);
                })
                .hasMessageStartingWith(
                        "bulkInsert into log_entry: 1 of 5 portions failed, the others are committed; the first error: ")
                .hasCauseInstanceOf(BulkException.class);
        assertThat(ctx.fetchValues(LOG_ENTRY.SEEN)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 9, 10);
    }

    @Test
    void isRefusedInATransactionAndOnASingleConnection(DataSource dataSource) {
        DSLContext ctx = SourceUnderTest.on(DSL.using(dataSource, SQLDialect.POSTGRES));
        var two = QUOTE.rows(deliveries(1, 2)).parallel(2);
        ctx.transaction(configuration -> assertThatThrownBy(() -> two.execute(configuration.dsl()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "bulkUpsert of price: can't be parallel, since the context is in a transaction "));
        ctx.connection(
                connection -> assertThatThrownBy(() -> two.fetchOutcomes(DSL.using(connection, SQLDialect.POSTGRES)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("the context has one connection"));
        assertThat(ctx.fetchCount(PRICE)).isZero();
    }

    @Test
    void isRefusedWherePortionsWouldMeet() {
        var atLeast = bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.STOCK, ge())
                .from(Delivery::copies)
                .set(BOOK.TITLE)
                .from(Delivery::isbn);
        assertThatThrownBy(() -> atLeast.rows(deliveries(1, 2)).parallel(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rows of different portions may match the same row");
        assertThatThrownBy(() -> bulkSync(QUOTE)
                        .scope(PRICE.SOURCE.eq("feed"))
                        .deleteMissing()
                        .rows(deliveries(1, 2))
                        .parallel(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a sync is one transaction");
        assertThatThrownBy(() -> QUOTE.rows(deliveries(1, 2)).parallel(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
    }

    private static List<Delivery> deliveries(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> new Delivery("isbn-" + i, i))
                .toList();
    }
}
