// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static io.bulkdsl.testdb.public_.Tables.OFFER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.sql.Connection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** What COPY does to transactions, connections and names, and what they do to it. */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "names the sources itself")
class CopySourceTest {

    private static final int ROWS = 1_000;

    private static final Delivery BAD = new Delivery("", 700);

    // spotless:off
    static final BulkUpsert<PriceRecord, Delivery> QUOTE_BUT_BAD = bulkUpsert(PRICE, Delivery.class)
            .key(PRICE.SKU).from(CopySourceTest::isbn)
            .set(PRICE.SEEN).from(Delivery::copies);
    // spotless:on

    /** A source that fails in the middle of its rows. */
    enum Failing {
        GETTER {
            @Override
            BulkStatement<Delivery> statement() {
                List<Delivery> rows =
                        deliveries().map(row -> row.copies() == 700 ? BAD : row).toList();
                return QUOTE_BUT_BAD.rows(rows);
            }
        },
        ITERABLE {
            @Override
            BulkStatement<Delivery> statement() {
                Iterable<Delivery> rows = Failing::broken;
                return RowSourcesTest.QUOTE.rows(rows);
            }
        },
        ITERATOR {
            @Override
            BulkStatement<Delivery> statement() {
                return RowSourcesTest.QUOTE.rows(broken());
            }
        };

        abstract BulkStatement<Delivery> statement();

        private static Iterator<Delivery> broken() {
            return deliveries()
                    .peek(row -> {
                        if (row.copies() == 700) {
                            throw new IllegalStateException("broken");
                        }
                    })
                    .iterator();
        }
    }

    private static String isbn(Delivery delivery) {
        if (delivery == BAD) {
            throw new IllegalStateException("broken");
        }
        return delivery.isbn();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
    void rowsThatThrowLeaveNothingBehind(RowSource source, DSLContext ctx, DataSource dataSource) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            DSLContext own = DSL.using(connection, SQLDialect.POSTGRES);
            for (Failing failing : Failing.values()) {
                assertBroken(() -> failing.statement().via(source).execute(own));
                assertThat(connection.getAutoCommit()).isTrue();
                assertThat(own.fetchCount(PRICE)).isZero();
                own.transaction(transaction -> {
                    transaction.dsl().execute("insert into log_entry (message) values ('before')");
                    assertBroken(() -> failing.statement().via(source).execute(transaction.dsl()));
                    transaction.dsl().execute("insert into log_entry (message) values ('after')");
                });
                assertThat(ctx.fetchValues(LOG_ENTRY.MESSAGE)).containsExactlyInAnyOrder("before", "after");
                assertThat(ctx.fetchCount(PRICE)).isZero();
                ctx.truncate(LOG_ENTRY).execute();
            }
            assertThat(quotes().via(source).execute(own)).isEqualTo(ROWS);
        }
    }

    private static void assertBroken(ThrowingCallable call) {
        assertThatThrownBy(call)
                .satisfiesAnyOf(
                        e -> assertThat(e)
                                .isInstanceOf(InvalidRowException.class)
                                .hasMessageStartingWith("row 700, column price.sku"),
                        e -> assertThat(e)
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessage("broken"));
    }

    @Test
    void worksBehindAPoolAndGivesTheConnectionBackClean(DSLContext ctx, DataSource dataSource) {
        ctx.execute("alter table price add constraint small check (amount < 900)");
        pooled(dataSource, pool -> {
            DSLContext pooled = DSL.using(pool, SQLDialect.POSTGRES);
            int backend = backend(pooled);
            assertThatThrownBy(() -> quotes().via(COPY).execute(pooled)).isInstanceOf(BulkException.class);
            assertClean(pool, pooled, backend);
            for (Failing failing : Failing.values()) {
                assertBroken(() -> failing.statement().via(COPY).execute(pooled));
                assertClean(pool, pooled, backend);
            }
            assertThat(ctx.fetchCount(PRICE)).isZero();
            assertThat(RowSourcesTest.QUOTE
                            .rows(deliveries().limit(800))
                            .via(COPY)
                            .execute(pooled))
                    .isEqualTo(800);
            assertClean(pool, pooled, backend);
            assertThat(ctx.fetchCount(PRICE)).isEqualTo(800);
        });
    }

    private static int backend(DSLContext ctx) {
        return ctx.fetchSingle("select pg_backend_pid()").into(Integer.class);
    }

    /** The same connection as ever, in auto-commit mode, and without our table. */
    private static void assertClean(HikariDataSource pool, DSLContext pooled, int backend) {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(backend(pooled)).isEqualTo(backend);
        assertThat(pooled.<Boolean>connectionResult(Connection::getAutoCommit)).isTrue();
        assertThat(ours(pooled)).isZero();
    }

    private static int ours(DSLContext ctx) {
        return ctx.fetchCount(
                DSL.table("pg_class"), DSL.condition("relname = 'bulkdsl_incoming' and pg_table_is_visible(oid)"));
    }

    private static void pooled(DataSource dataSource, Consumer<HikariDataSource> work) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            work.accept(pool);
        }
    }

    @Test
    void takesPartInTransactionsOfSpring(DSLContext ctx, DataSource dataSource) {
        pooled(dataSource, pool -> {
            LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy(pool);
            DSLContext aware = DSL.using(new TransactionAwareDataSourceProxy(lazy), SQLDialect.POSTGRES);
            TransactionTemplate template = new TransactionTemplate(new DataSourceTransactionManager(lazy));
            template.executeWithoutResult(transaction -> {
                assertThat(quotes().via(COPY).execute(aware)).isEqualTo(ROWS);
                assertThat(aware.fetchCount(PRICE)).isEqualTo(ROWS);
                assertThat(ctx.fetchCount(PRICE)).isZero();
                transaction.setRollbackOnly();
            });
            assertThat(ctx.fetchCount(PRICE)).isZero();
            template.executeWithoutResult(
                    transaction -> assertThat(quotes().via(COPY).execute(aware)).isEqualTo(ROWS));
            assertThat(ctx.fetchCount(PRICE)).isEqualTo(ROWS);
            assertThat(RowSourcesTest.QUOTE
                            .rows(new Delivery("outside", 1))
                            .via(COPY)
                            .execute(aware))
                    .isEqualTo(1);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        });
    }

    @Test
    void aUserWhoMayNotCreateTemporaryTablesIsServedByArrays(DSLContext ctx) {
        String database = ctx.fetchSingle("select current_database()").into(String.class);
        String role = database + "_limited";
        ctx.execute("revoke temporary on database " + database + " from public");
        ctx.execute("create role " + role);
        ctx.execute("grant select, insert, update on price to " + role);
        try {
            ctx.connection(connection -> {
                DSLContext limited = DSL.using(connection, SQLDialect.POSTGRES);
                limited.execute("set role " + role);
                var many = RowSourcesTest.QUOTE.rows(IntStream.range(0, 15_000)
                        .mapToObj(i -> new Delivery("sku-" + i, i))
                        .toList());
                String why = "the user may not create temporary tables in this database (the privilege TEMP)";
                assertThat(many.explain(limited)).isEqualTo("UNNEST: 15,000 rows of 2 values, but " + why);
                assertThat(many.execute(limited)).isEqualTo(15_000);
                assertThatThrownBy(() -> many.via(COPY).execute(limited))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("bulkUpsert of price: COPY can't be used: " + why);
            });
        } finally {
            ctx.execute("drop owned by " + role);
            ctx.execute("drop role " + role);
        }
    }

    @Test
    void severalTimesInATransaction(DSLContext ctx) {
        ctx.transaction(transaction -> {
            DSLContext inner = transaction.dsl();
            assertThat(quotes().via(COPY).execute(inner)).isEqualTo(ROWS);
            assertThat(ours(inner)).isZero();
            // Other columns this time.
            var titled = bulkUpdate(PRICE, Delivery.class)
                    .key(PRICE.SKU)
                    .from(Delivery::isbn)
                    .set(PRICE.SOURCE)
                    .from(delivery -> "again");
            assertThat(titled.rows(deliveries().toList()).via(COPY).execute(inner))
                    .isEqualTo(ROWS);
            assertThat(titled.rows(deliveries().iterator()).via(COPY).execute(inner))
                    .isEqualTo(ROWS);
            inner.transaction(nested -> {
                assertThat(quotes().via(COPY).execute(nested.dsl())).isZero();
                assertThat(quotes().via(COPY)
                                .fetchOutcomes(nested.dsl())
                                .totals()
                                .unchanged())
                        .isEqualTo(ROWS);
            });
        });
        assertThat(ctx.fetchCount(PRICE, PRICE.SOURCE.eq("again"))).isEqualTo(ROWS);
    }

    @Test
    void aTableOfTheSameNameIsNoTrouble(DSLContext ctx) {
        ctx.execute("create table bulkdsl_incoming (theirs integer)");
        assertThat(quotes().via(COPY).execute(ctx)).isEqualTo(ROWS);
        assertThat(ctx.fetchCount(DSL.table("bulkdsl_incoming"))).isZero();
        assertThat(ours(ctx)).isEqualTo(1);
    }

    @Test
    void aTemporaryTableOfTheSameNameIsTheUsers(DataSource dataSource) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            DSLContext own = DSL.using(connection, SQLDialect.POSTGRES);
            own.execute("create temporary table bulkdsl_incoming as select 1 as theirs");
            assertThatThrownBy(() -> quotes().via(COPY).execute(own))
                    .isInstanceOfSatisfying(DataAccessException.class, e -> assertThat(e.sqlState())
                            .isEqualTo("42P07"));
            assertThat(own.fetchValue("select theirs from bulkdsl_incoming")).isEqualTo(1);
            assertThat(own.fetchCount(PRICE)).isZero();
        }
    }

    @Test
    void whatTheServerRefusesIsToldAlike(DSLContext ctx) {
        ctx.execute("insert into offer (sku, supplier, position) values ('a', 'acme', 1), ('b', 'acme', 2)");
        ctx.execute("alter table offer add constraint known check (supplier <> 'nobody')");
        // spotless:off
        var positions = bulkUpdate(OFFER, Delivery.class)
                .key(OFFER.SKU).from(Delivery::isbn)
                .set(OFFER.POSITION).from(Delivery::copies);
        var suppliers = bulkUpdate(OFFER, String.class)
                .key(OFFER.SKU).from(sku -> sku)
                .set(OFFER.SUPPLIER).from(sku -> "nobody");
        // spotless:on
        var unique = refused(ctx, positions.rows(new Delivery("a", 3), new Delivery("x", 9), new Delivery("b", 3)));
        assertThat(unique).isInstanceOf(BulkException.class).hasMessageContaining("is violated by row 1 and row 3");
        assertThat(refused(ctx, suppliers.rows("b"))).isInstanceOf(BulkException.class);
        assertThat(ctx.fetchValues(OFFER.POSITION)).containsExactlyInAnyOrder(1, 2);
    }

    /** By COPY as by VALUES; returns the former's. */
    private static DataAccessException refused(DSLContext ctx, BulkStatement<?> statement) {
        DataAccessException byValues = catchThrowableOfType(
                DataAccessException.class, () -> statement.via(VALUES).execute(ctx));
        DataAccessException byCopy = catchThrowableOfType(
                DataAccessException.class, () -> statement.via(COPY).execute(ctx));
        assertThat(byCopy).hasSameClassAs(byValues);
        assertThat(byCopy.sqlState()).isEqualTo(byValues.sqlState());
        assertThat(byCopy.getMessage().split("; SQL: ")[0])
                .isEqualTo(byValues.getMessage().split("; SQL: ")[0]);
        return byCopy;
    }

    private static BulkStatement<Delivery> quotes() {
        return RowSourcesTest.QUOTE.rows(deliveries().toList());
    }

    private static Stream<Delivery> deliveries() {
        return IntStream.rangeClosed(1, ROWS).mapToObj(i -> new Delivery("sku-" + i, i));
    }
}
