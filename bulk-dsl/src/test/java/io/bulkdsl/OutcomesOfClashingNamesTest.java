// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Told.told;
import static io.bulkdsl.testdb.appschema.Tables.TESTMODEL;
import static io.bulkdsl.testdb.public_.Tables.INCOMING;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testdb.public_.tables.records.IncomingRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outcomes of tables and columns that have the names our SQL uses itself, and of another schema's. */
@PostgresTest(migrations = "classpath:db/migration")
class OutcomesOfClashingNamesTest {

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
    void columnsNamedAsWhatIsReadBefore(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        ctx.execute("create table stale (id integer primary key, o1 text, version integer)");
        ctx.execute("create table checked (id integer primary key, is_stale text, version integer)");
        ctx.execute("insert into stale values (1, 'a', 1); insert into checked values (1, 'a', 1)");
        KeyedTable<Integer> stale = new KeyedTable<>("stale", "id", SQLDataType.INTEGER.notNull(), "o1");
        KeyedTable<Integer> checked = new KeyedTable<>("checked", "id", SQLDataType.INTEGER.notNull(), "is_stale");
        for (KeyedTable<Integer> table : List.of(stale, checked)) {
            // spotless:off
            var update = bulkUpdate(table, Integer.class)
                    .key(table.key).from(id -> id)
                    .set(table.text).from(id -> "b")
                    .version(table.version).from(id -> 1);
            // spotless:on
            assertThat(OutcomeText.of(told(ctx, update.rows(1), table.text)))
                    .as(table.getName())
                    .containsExactly("1 UPDATED [b] was [a]");
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
}
