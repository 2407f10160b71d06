// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Deliveries.LOG;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bulkdsl.contract.BatchFailedException;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A listener may put exceptions of its own in the place of jOOQ's, as Spring Boot's does. */
@PostgresTest(migrations = "classpath:db/migration")
class ReplacedExceptionsTest {

    // spotless:off
    private static final BulkUpdate<BookRecord, Delivery> RENAME = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.STOCK).from(Delivery::copies)
            .set(BOOK.ISBN).from(Delivery::isbn);
    // spotless:on

    private static final List<Delivery> ROWS =
            List.of(new Delivery("a", 1), new Delivery("b", -1), new Delivery("c", 2));

    private static final class Replaced extends RuntimeException {

        private static final long serialVersionUID = 1;

        Replaced(SQLException cause) {
            super("replaced", cause);
        }
    }

    private DSLContext ctx;

    @BeforeEach
    void replace(DSLContext plain) {
        plain.execute("alter table log_entry add constraint not_negative check (seen >= 0)");
        ctx = plain.configuration()
                .deriveAppending(ExecuteListener.onException(execution -> {
                    if (execution.sqlException() != null) {
                        execution.exception(new Replaced(execution.sqlException()));
                    }
                }))
                .dsl();
    }

    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST"})
    void areTheCause(RowSource source) {
        assertThatThrownBy(() -> ctx.execute("nonsense")).isInstanceOf(Replaced.class);
        var e = catchThrowableOfType(
                BulkException.class, () -> LOG.rows(ROWS).via(source).execute(ctx));
        assertThat(e.failure().rowNumbers()).containsExactly(2);
        assertThat(e.failure().error().sqlState()).isEqualTo("23514");
        assertThat(e.failure().error().constraint()).hasValue("not_negative");
        assertThat(e.sqlState()).isEqualTo("23514");
        assertThat(e).hasCauseInstanceOf(Replaced.class);
    }

    @ParameterizedTest
    @EnumSource(RowSource.class)
    void whoseUniqueConstraintIsKnown(RowSource source) {
        ctx.insertInto(BOOK, BOOK.ISBN, BOOK.STOCK)
                .values("a", 1)
                .values("b", 2)
                .execute();
        assertThatThrownBy(() -> RENAME.rows(new Delivery("c", 3), new Delivery("a", 2))
                        .via(source)
                        .execute(ctx))
                .isInstanceOf(BulkException.class)
                .hasMessage(
                        "bulkUpdate of book: unique constraint book_isbn_key on (isbn) is violated by row 2; the keys of this statement are others");
    }

    @ParameterizedTest
    @EnumSource(RowSource.class)
    void inBatches(RowSource source) {
        List<Rejected<Delivery>> rejected = new ArrayList<>();
        LOG.rows(ROWS).via(source).batchSize(10).onReject(rejected::add).execute(ctx);
        assertThat(rejected).extracting(Rejected::rowNumber).containsExactly(2);
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(2);

        var e = catchThrowableOfType(
                BatchFailedException.class,
                () -> LOG.rows(ROWS).via(source).batchSize(1).commitEachBatch().execute(ctx));
        assertThat(e.failure().error().sqlState()).isEqualTo("23514");
        assertThat(e).hasMessageNotContaining("Failing row contains");
    }

    @Test
    void whatTheServerGaveUpIsTriedAgain() {
        ctx.execute("create sequence attempt");
        ctx.execute("""
                create function give_up() returns trigger language plpgsql as $$
                begin
                  if nextval('attempt') = 1 then raise exception 'given up' using errcode = '40001'; end if;
                  return null;
                end $$""");
        ctx.execute("create trigger give_up after insert on log_entry for each statement execute function give_up()");
        LOG.rows(new Delivery("a", 1))
                .via(RowSource.UNNEST)
                .batchSize(1)
                .retry(1, Duration.ZERO)
                .execute(ctx);
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(1);
    }

    /** What the caller's own code throws, of whatever database, is the caller's. */
    @Test
    void anErrorOfAGetterIsNotTheServers() {
        var broken = bulkInsert(LOG_ENTRY, Delivery.class)
                .set(LOG_ENTRY.MESSAGE)
                .from(delivery -> {
                    throw new DataAccessException("elsewhere", new SQLException("elsewhere", "23505"));
                });
        for (RowSource source : RowSource.values()) {
            assertThatThrownBy(() -> broken.rows(ROWS).via(source).execute(ctx))
                    .isInstanceOf(InvalidRowException.class);
        }
    }
}
