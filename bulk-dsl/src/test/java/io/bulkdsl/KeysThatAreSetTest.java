// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.records.LogEntryRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Updates that give rows another key: all see the table as it was, so that none may come after another. */
@PostgresTest(migrations = "classpath:db/migration")
class KeysThatAreSetTest {

    record Renaming(String from, String to) {}

    // spotless:off
    private static final BulkUpdate<LogEntryRecord, Renaming> RENAME = bulkUpdate(LOG_ENTRY, Renaming.class)
            .key(LOG_ENTRY.LEVEL).from(Renaming::from)
            .set(LOG_ENTRY.LEVEL).from(Renaming::to);

    private static final BulkUpdate<LogEntryRecord, Integer> NEXT = bulkUpdate(LOG_ENTRY, Integer.class)
            .key(LOG_ENTRY.SEEN).from(seen -> seen)
            .set(LOG_ENTRY.SEEN).from(seen -> seen + 1);
    // spotless:on

    private static final List<Renaming> RING =
            List.of(new Renaming("a", "b"), new Renaming("b", "c"), new Renaming("c", "a"));

    @ParameterizedTest
    @EnumSource
    void eachRowOnce(RowSource source, DSLContext ctx) {
        insertLevels(ctx);
        assertThat(RENAME.rows(RING).via(source).execute(ctx)).isEqualTo(3);
        assertThat(levels(ctx)).containsExactly("b", "c", "a");
    }

    @Test
    void notInParts(DSLContext ctx) {
        insertLevels(ctx);
        assertThatIllegalStateException()
                .isThrownBy(() -> RENAME.rows(RING).batchSize(1).execute(ctx))
                .withMessage(
                        "bulkUpdate of log_entry: keys are set, so that a row of one batch may match what another has written; send all rows in one statement");
        assertThatIllegalStateException()
                .isThrownBy(() -> RENAME.rows(RING).parallel(2))
                .withMessage(
                        "bulkUpdate of log_entry: keys are set, so that a row of one portion may match what another has written; send all rows in one statement");
        assertThat(levels(ctx)).containsExactly("a", "b", "c");
    }

    /** More rows than are sent at a time by arrays, to which the library resorts where it can't copy. */
    @Test
    void manyByArraysGoTogether(DSLContext ctx) {
        int rows = 150_000;
        ctx.execute("insert into log_entry (seen) select i from generate_series(1, {0}) as i", DSL.inline(rows));
        String database = ctx.fetchSingle("select current_database()").into(String.class);
        String role = database + "_without_temp";
        ctx.execute("revoke temporary on database " + database + " from public");
        ctx.execute("create role " + role);
        ctx.execute("grant select, update on log_entry to " + role);
        try {
            ctx.connection(connection -> {
                DSLContext limited = DSL.using(connection, SQLDialect.POSTGRES);
                limited.execute("set role " + role);
                assertThat(NEXT.rows(IntStream.rangeClosed(1, rows).boxed().toList())
                                .execute(limited))
                        .isEqualTo(rows);
                limited.execute("reset role");
            });
            assertThat(ctx.fetchSingle("select min(seen), max(seen), count(distinct seen) from log_entry")
                            .intoArray())
                    .containsExactly(2, rows + 1, (long) rows);
        } finally {
            ctx.execute("drop owned by " + role);
            ctx.execute("drop role " + role);
        }
    }

    private static void insertLevels(DSLContext ctx) {
        ctx.execute("insert into log_entry (level, seen) values ('a', 1), ('b', 2), ('c', 3)");
    }

    private static List<String> levels(DSLContext ctx) {
        return ctx.select(LOG_ENTRY.LEVEL)
                .from(LOG_ENTRY)
                .orderBy(LOG_ENTRY.SEEN)
                .fetch(LOG_ENTRY.LEVEL);
    }
}
