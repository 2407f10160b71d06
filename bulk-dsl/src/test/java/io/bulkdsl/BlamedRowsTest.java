// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.records.LogEntryRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An error names the row that it is about, or none. */
@NotVia(because = "names the sources itself")
@PostgresTest(migrations = "classpath:db/migration")
class BlamedRowsTest {

    record Entry(String message, int seen) {}

    record Kind(int id, @Nullable String name) {}

    record Renamed(String from, String to) {}

    // spotless:off
    private static final BulkInsert<LogEntryRecord, Entry> LOG = bulkInsert(LOG_ENTRY, Entry.class)
            .set(LOG_ENTRY.MESSAGE).from(Entry::message)
            .set(LOG_ENTRY.SEEN).from(Entry::seen);
    // spotless:on

    private static final List<Entry> ONE_BAD =
            List.of(new Entry("fine", 1), new Entry("fine", 1), new Entry("COPY by Ann, page 1", -1));

    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST", "COPY"})
    void whateverValuesItHas(RowSource source, DSLContext ctx) {
        ctx.execute("alter table log_entry add constraint seen check (seen > 0)");
        assertThat(refused(() -> LOG.rows(ONE_BAD).via(source).execute(ctx))
                        .failure()
                        .rowNumbers())
                .containsExactly(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST", "COPY"})
    void whateverValuesItHasInATransaction(RowSource source, DSLContext ctx) {
        ctx.execute("alter table log_entry add constraint seen check (seen > 0)");
        BulkException e = refused(() ->
                ctx.transaction(transaction -> LOG.rows(ONE_BAD).via(source).execute(transaction.dsl())));
        assertThat(e.failure().rowNumbers())
                .as("only a COPY tells, and nobody can be asked afterwards")
                .isEqualTo(source == RowSource.COPY ? List.of(3) : List.of());
    }

    @Test
    void noneOfATimeout(DSLContext ctx) {
        BulkException e = refused(() -> ctx.transaction(transaction -> {
            transaction.dsl().execute("set local statement_timeout = 300");
            LOG.rows(slowly()).via(RowSource.COPY).execute(transaction.dsl());
        }));
        assertThat(e.sqlState()).isEqualTo("57014");
        assertThat(e.failure().rowNumbers()).isEmpty();
    }

    /** More than fits into the buffers, so that the server has begun to read. */
    private static Stream<Entry> slowly() {
        return IntStream.range(0, 60_000).mapToObj(i -> {
            if (i == 50_000) {
                try {
                    Thread.sleep(600);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return new Entry("message", i);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST", "COPY"})
    void nullIsNotTheTextNull(RowSource source, DSLContext ctx) {
        ctx.execute("create unique index kind_name on kinds (a_citext)");
        ctx.insertInto(KINDS, KINDS.ID, KINDS.A_CITEXT).values(1, "null").execute();
        // spotless:off
        var insert = bulkInsert(KINDS, Kind.class)
                .set(KINDS.ID).from(Kind::id)
                .set(KINDS.A_CITEXT).from(Kind::name);
        // spotless:on
        assertThat(refused(() -> insert.rows(new Kind(2, null), new Kind(3, "null"), new Kind(4, null))
                        .via(source)
                        .execute(ctx)))
                .hasMessage("bulkInsert into kinds: unique constraint kind_name on (a_citext) is violated by row 2;"
                        + " leave such rows out, or use onConflictDoNothing()");
    }

    @ParameterizedTest
    @EnumSource(names = {"VALUES", "UNNEST", "COPY"})
    void theKeysThemselves(RowSource source, DSLContext ctx) {
        Books.shelve(ctx, 3);
        // spotless:off
        var rename = bulkUpdate(BOOK, Renamed.class)
                .key(BOOK.ISBN).from(Renamed::from)
                .set(BOOK.ISBN).from(Renamed::to);
        // spotless:on
        assertThat(refused(() -> rename.rows(new Renamed("isbn-1", "isbn-4"), new Renamed("isbn-2", "isbn-3"))
                        .via(source)
                        .execute(ctx)))
                .hasMessage("bulkUpdate of book: unique constraint book_isbn_key on (isbn) is violated by row 2;"
                        + " another row has these keys");
    }

    private static BulkException refused(ThrowingCallable call) {
        return catchThrowableOfType(BulkException.class, call);
    }
}
