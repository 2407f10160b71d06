// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.tables.records.LogEntryRecord;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.junit.jupiter.api.Test;

/** Rows of a Stream or an Iterator, so many that they are copied while they are read. */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "is about the choice that is made for streams")
class StreamsTest {

    private static final int MANY = 16_000;

    // spotless:off
    static final BulkInsert<LogEntryRecord, Delivery> LOG = bulkInsert(LOG_ENTRY, Delivery.class)
            .set(LOG_ENTRY.LEVEL).from(delivery -> "info")
            .set(LOG_ENTRY.MESSAGE).from(Delivery::isbn)
            .set(LOG_ENTRY.SEEN).from(Delivery::copies);
    // spotless:on

    @Test
    void everyStatementTakesThem(DSLContext ctx) {
        Books.shelve(ctx, 10);
        ExecutedSql sql = new ExecutedSql();
        DSLContext listened = sql.of(ctx);
        assertThat(RESTOCK.rows(deliveries(MANY)).execute(listened)).isEqualTo(10);
        assertThat(Books.stock(ctx)).containsEntry("isbn-10", 10 + 10);
        assertThat(QUOTE.rows(deliveries(MANY).iterator()).execute(listened)).isEqualTo(MANY);
        assertThat(QUOTE.onlyChanged().rows(deliveries(MANY)).execute(listened)).isZero();
        var gone = bulkDelete(PRICE, Delivery.class).key(PRICE.SKU).from(Delivery::isbn);
        assertThat(gone.rows(deliveries(MANY - 1)).via(COPY).execute(listened)).isEqualTo(MANY - 1);
        assertThat(ctx.fetchValues(PRICE.SKU)).containsExactly("isbn-" + MANY);
        assertThat(texts(sql).stream()
                        .filter(text -> text.startsWith("create temporary table"))
                        .toList())
                .hasSize(4);
        assertThat(ctx.fetchExists(ctx.selectOne().from("pg_class where relname = 'bulkdsl_incoming'")))
                .isFalse();
    }

    @Test
    void insertsAreCopiedStraightIntoTheTable(DSLContext ctx) {
        ExecutedSql sql = new ExecutedSql();
        assertThat(LOG.rows(deliveries(MANY)).execute(sql.of(ctx))).isEqualTo(MANY);
        assertThat(texts(sql)).noneMatch(text -> text.contains("insert"));
        assertThat(ctx.fetchValue("select sum(seen) from log_entry")).isEqualTo((long) MANY * (MANY + 1) / 2);
        assertThat(ctx.fetchValue("select string_agg(message, ' ') from (select * from log_entry limit 3) as first"))
                .isEqualTo("isbn-1 isbn-2 isbn-3");
    }

    @Test
    void sameKeysAreRefusedByTheirNumbers(DSLContext ctx) {
        Books.shelve(ctx, 3);
        Stream<Delivery> rows = Stream.concat(deliveries(MANY), Stream.of(new Delivery("isbn-2", 1)));
        assertThatThrownBy(() -> RESTOCK.rows(rows).execute(ctx))
                .isInstanceOfSatisfying(InvalidRowException.class, e -> assertThat(e.rowNumber())
                        .isEqualTo(MANY + 1))
                .hasMessageContaining("the same key as in row 2");
        assertThat(Books.stock(ctx)).containsEntry("isbn-2", 2);
    }

    @Test
    void ofSameKeysTheFirstOrTheLastIsTaken(DSLContext ctx) {
        Books.shelve(ctx, 3);
        IntFunction<Stream<Delivery>> rows =
                copies -> Stream.concat(deliveries(MANY), Stream.of(new Delivery("isbn-2", copies)));
        assertThat(RESTOCK.duplicates(Duplicates.FIRST).rows(rows.apply(100)).execute(ctx))
                .isEqualTo(3);
        assertThat(Books.stock(ctx)).containsEntry("isbn-2", 4);
        assertThat(RESTOCK.duplicates(Duplicates.LAST).rows(rows.apply(1_000)).execute(ctx))
                .isEqualTo(3);
        assertThat(Books.stock(ctx)).containsEntry("isbn-2", 1_004);
        assertThat(RESTOCK.duplicates(Duplicates.FOLD).rows(rows.apply(10_000)).execute(ctx))
                .isEqualTo(3);
        assertThat(Books.stock(ctx)).containsEntry("isbn-2", 11_006);
    }

    @Test
    void keysThatTheColumnRoundsAlikeAreTheSame(DSLContext ctx) {
        var upsert = bulkUpsert(DECKEY, Integer.class)
                .key(DECKEY.K)
                .from(i -> BigDecimal.valueOf(i).movePointLeft(3))
                .set(DECKEY.V)
                .from(String::valueOf);
        Stream<Integer> tens = IntStream.rangeClosed(1, MANY).mapToObj(i -> i * 10);
        assertThatThrownBy(
                        () -> upsert.rows(Stream.concat(tens, Stream.of(1_001))).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("row " + (MANY + 1))
                .hasMessageContaining("the same key as in row 100");
    }

    @Test
    void whatThrowsInTheMiddleLeavesNothing(DSLContext ctx) {
        AtomicBoolean closed = new AtomicBoolean();
        Stream<Delivery> rows = deliveries(MANY)
                .peek(delivery -> {
                    if (delivery.copies() == 5_900) {
                        throw new IllegalStateException("the file ends here");
                    }
                })
                .onClose(() -> closed.set(true));
        assertThatThrownBy(() -> LOG.rows(rows).execute(ctx)).hasMessage("the file ends here");
        assertThat(closed).isTrue();
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
        ctx.transaction(configuration -> {
            DSLContext inner = configuration.dsl();
            LOG.rows(new Delivery("before", 1)).execute(inner);
            assertThatThrownBy(() -> QUOTE.rows(Stream.concat(deliveries(MANY), Stream.of((Delivery) null)))
                            .execute(inner))
                    .isInstanceOf(InvalidRowException.class);
            LOG.rows(new Delivery("after", 1)).execute(inner);
        });
        assertThat(ctx.fetchValues(LOG_ENTRY.MESSAGE)).containsExactlyInAnyOrder("before", "after");
        assertThat(ctx.fetchCount(PRICE)).isZero();
    }

    @Test
    void whatTheServerRefusesIsNamedAndLeavesNothing(DSLContext ctx) {
        ctx.execute("alter table log_entry add constraint seen_once unique (seen)");
        assertThatThrownBy(() -> LOG.rows(Stream.concat(deliveries(MANY), Stream.of(new Delivery("again", 7))))
                        .execute(ctx))
                .isInstanceOf(BulkException.class)
                .hasMessageContaining("seen_once");
        ctx.execute("alter table log_entry add constraint not_that_one check (seen <> 5900)");
        assertThatThrownBy(() -> LOG.rows(deliveries(MANY)).execute(ctx))
                .isInstanceOf(BulkException.class)
                .hasMessageStartingWith("bulkInsert into log_entry: row 5900: ")
                .hasMessageContaining("not_that_one");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
        assertThatThrownBy(() -> QUOTE.rows(Stream.concat(
                                deliveries(MANY), Stream.of(new Delivery("longer than twenty letters", 7))))
                        .execute(ctx))
                .hasMessageContaining("value too long for type character varying(20)");
        assertThat(ctx.fetchCount(PRICE)).isZero();
    }

    /** COPY would do none of this. */
    @Test
    void viewsRulesAndRowSecurityAreInsertedInto(TestDatabase database) {
        DSLContext ctx = database.dsl();
        ctx.execute("create rule quiet as on insert to log_entry where new.seen > 10 do instead nothing");
        LOG.rows(deliveries(MANY)).execute(ctx);
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(10);
        var members = bulkInsert(MEMBER, Delivery.class)
                .set(MEMBER.NAME)
                .from(Delivery::isbn)
                .set(MEMBER.POINTS)
                .fromOrDefault(delivery -> delivery.copies() == 1 ? null : delivery.copies());
        assertThat(members.rows(deliveries(MANY)).execute(ctx)).isEqualTo(MANY);
        assertThat(ctx.fetchValue("select points from member where name = 'isbn-1'"))
                .isEqualTo(10);
    }

    @Test
    void fewRowsOfAStreamAreAQuery(DSLContext ctx) {
        ExecutedSql sql = new ExecutedSql();
        assertThat(QUOTE.rows(deliveries(3)).execute(sql.of(ctx))).isEqualTo(3);
        assertThat(texts(sql))
                .noneMatch(text -> text.startsWith("create"))
                .anyMatch(text -> text.contains("(values ("));
        assertThat(QUOTE.rows(Stream.<Delivery>of()).execute(ctx)).isZero();
    }

    private static List<String> texts(ExecutedSql sql) {
        return sql.all().stream().map(Query::getSQL).toList();
    }

    private static Stream<Delivery> deliveries(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(i -> new Delivery("isbn-" + i, i));
    }
}
