// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.testdb.public_.Tables.CASELESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.records.CaselessRecord;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** One definition may meet tables of the same name that differ in their collations. */
@NotVia(because = "counts statements by VALUES")
@PostgresTest(migrations = "classpath:db/migration")
class EqualKeysOfSeveralTablesTest {

    private static final List<Hits> TWICE = List.of(new Hits("Emma", 1), new Hits("EMMA", 10));

    private static final String PLAIN = "create table %s (name text primary key, hits integer not null)";

    // spotless:off
    private final BulkUpdate<CaselessRecord, Hits> count = bulkUpdate(CASELESS, Hits.class)
            .key(CASELESS.NAME).from(Hits::name)
            .set(CASELESS.HITS, incr()).from(Hits::n)
            .duplicates(FOLD);
    // spotless:on

    @Test
    void inSchemasThatAreNotSaid(DSLContext ctx, DataSource dataSource) throws SQLException {
        ctx.execute("create schema plain");
        ctx.execute(PLAIN.formatted("plain.caseless"));
        for (String schema : List.of("plain", "public")) {
            ctx.execute("insert into {0}.caseless values ('Emma', 0)", DSL.name(schema));
            try (Connection connection = dataSource.getConnection()) {
                connection.setSchema(schema);
                count.rows(TWICE).execute(DSL.using(connection, SQLDialect.POSTGRES, withoutSchema()));
            }
        }
        assertThat(ctx.fetchValue("select hits from plain.caseless")).isEqualTo(1);
        assertThat(ctx.fetchValue(CASELESS.HITS)).isEqualTo(11);
    }

    @Test
    void inSeveralDatabases(DSLContext ctx) {
        try (TestDatabase other = TestDatabase.create()) {
            other.dsl().execute(PLAIN.formatted("caseless"));
            for (DSLContext database : List.of(other.dsl(), ctx)) {
                database.execute("insert into caseless values ('Emma', 0)");
                count.rows(TWICE).execute(database);
            }
            assertThat(other.dsl().fetchValue(CASELESS.HITS)).isEqualTo(1);
            assertThat(ctx.fetchValue(CASELESS.HITS)).isEqualTo(11);
        }
    }

    @Test
    void isAskedOnce() {
        try (TestDatabase other = TestDatabase.create()) {
            other.dsl().execute(PLAIN.formatted("caseless"));
            assertThat(statements(other.dsl())).containsExactly(2, 1, 1);
            assertThat(statements(
                            other.dsl().configuration().derive(withoutSchema()).dsl()))
                    .as("without any such collation the schema doesn't matter")
                    .containsExactly(2, 1, 1);
        }
    }

    /** How many a call takes, three times. */
    private List<Integer> statements(DSLContext ctx) {
        return List.of(1, 2, 3).stream()
                .map(call -> {
                    ExecutedSql executed = new ExecutedSql();
                    count.rows(TWICE).via(RowSource.VALUES).execute(executed.of(ctx));
                    return executed.all().size();
                })
                .toList();
    }

    private static Settings withoutSchema() {
        return new Settings().withRenderSchema(false);
    }
}
