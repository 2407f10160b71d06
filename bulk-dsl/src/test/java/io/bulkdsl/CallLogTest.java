// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Deliveries.LOG;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.FailingInserts.failsAtFirst;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.testkit.PostgresTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jooq.DSLContext;
import org.jooq.conf.StatementType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What is logged, here by java.util.logging. */
@Isolated
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "looks at the SQL with VALUES")
class CallLogTest {

    private static final Logger LOGGER = Logger.getLogger("io.bulkdsl");

    private final List<String> lines = new ArrayList<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage().replaceAll("[\\d,.]+ ms", "? ms"));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void log(DSLContext ctx) {
        Books.shelve(ctx, 2);
        LOGGER.addHandler(handler);
        LOGGER.setLevel(Level.FINE);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void logNoMore() {
        LOGGER.removeHandler(handler);
        LOGGER.setLevel(null);
        LOGGER.setUseParentHandlers(true);
    }

    @Test
    void aLineForEachCall(DSLContext ctx) {
        RESTOCK.rows(new Delivery("isbn-1", 5)).execute(ctx);
        LOG.rows(new Delivery("m", 1), new Delivery("m", 2)).batchSize(1).execute(ctx);
        assertThat(lines)
                .containsExactly(
                        "FINE bulkUpdate book: 1 rows by VALUES, 1 written, ? ms; SQL: "
                                + "update \"public\".\"book\" set \"stock\" = coalesce((\"public\".\"book\".\"stock\" + \"incoming\".\"stock\"), \"incoming\".\"stock\", \"public\".\"book\".\"stock\") from …",
                        "FINE bulkInsert log_entry: 2 rows by VALUES, 2 written, ? ms; SQL: "
                                + "insert into \"public\".\"log_entry\" (\"message\", \"seen\") select \"incoming\".\"message\", \"incoming\".\"seen\" from …");
    }

    @Test
    void noValuesEvenWhereTheyAreInTheSql(DSLContext ctx) {
        DSLContext inlining = ctx.configuration().derive().dsl();
        inlining.settings().setStatementType(StatementType.STATIC_STATEMENT);
        RESTOCK.rows(new Delivery("isbn-1", 4711)).execute(inlining);
        RESTOCK.rows(new Delivery("isbn-1", 4711))
                .via(io.bulkdsl.contract.RowSource.UNNEST)
                .execute(inlining);
        assertThatThrownBy(() ->
                        RESTOCK.rows(new Delivery("isbn-1", Integer.MAX_VALUE)).execute(inlining))
                .isInstanceOf(BulkException.class);
        assertThat(lines)
                .hasSize(3)
                .noneMatch(line -> line.contains("isbn-1") || line.contains("4711") || line.contains("2147"));
        assertThat(lines.get(2)).contains("failed: BulkException 22003");
    }

    @Test
    void aWarningForEachRepetition(DSLContext ctx) {
        LOGGER.setLevel(Level.INFO);
        failsAtFirst(ctx, "40P01", 1);
        LOG.rows(new Delivery("m", 1)).batchSize(1).retry(3, Duration.ZERO).execute(ctx);
        assertThat(lines)
                .containsExactly(
                        "WARNING bulkInsert into log_entry: given up by the server (SQLSTATE 40P01), tried again: 1 of 3 times");
    }
}
