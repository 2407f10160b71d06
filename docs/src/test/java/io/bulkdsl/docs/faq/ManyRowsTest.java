// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.faq;

import static io.bulkdsl.docs.db.Tables.MACHINE;
import static io.bulkdsl.docs.faq.MachineStatements.ADD_HOURS;
import static io.bulkdsl.docs.faq.MachineStatements.SET_HOURS;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.docs.faq.MachineStatements.Usage;
import io.bulkdsl.testkit.PostgresTest;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** The ways of updating many rows, by plain JDBC and by bulk-dsl. */
@PostgresTest(migrations = "classpath:db/migration")
class ManyRowsTest {

    private static final String BY_VALUES = """
            update machine
            set hours = incoming.hours
            from (values (?, ?), (?, ?)) as incoming (code, hours)
            where machine.code = incoming.code
            """;

    private static final String BY_ARRAYS = """
            update machine
            set hours = incoming.hours
            from unnest(cast(? as text[]), cast(? as int[])) as incoming (code, hours)
            where machine.code = incoming.code
            """;

    private static final String TABLE_TO_COPY_INTO = """
            create temporary table incoming (code text, hours integer) on commit drop
            """;

    private static final String COPY = """
            copy incoming (code, hours) from stdin
            """;

    private static final String FROM_THE_COPY = """
            update machine
            set hours = incoming.hours
            from incoming
            where machine.code = incoming.code
            """;

    @BeforeEach
    void machines(DSLContext ctx) {
        ctx.execute("insert into machine (code, hours) values ('lathe', 5), ('mill', 5)");
    }

    private static Map<String, Integer> hours(DSLContext ctx) {
        return ctx.selectFrom(MACHINE).fetchMap(MACHINE.CODE, MACHINE.HOURS);
    }

    @Test
    void byValues(DSLContext ctx, DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement update = connection.prepareStatement(BY_VALUES)) {
            update.setString(1, "lathe");
            update.setInt(2, 10);
            update.setString(3, "mill");
            update.setInt(4, 20);
            update.executeUpdate();
        }
        assertThat(hours(ctx)).containsOnly(entry("lathe", 10), entry("mill", 20));
    }

    @Test
    void byArrays(DSLContext ctx, DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement update = connection.prepareStatement(BY_ARRAYS)) {
            update.setArray(1, connection.createArrayOf("text", new String[] {"lathe", "mill"}));
            update.setArray(2, connection.createArrayOf("int4", new Integer[] {10, 20}));
            update.executeUpdate();
        }
        assertThat(hours(ctx)).containsOnly(entry("lathe", 10), entry("mill", 20));
    }

    @Test
    void unnestFlattensArraysOfArrays(DSLContext ctx) {
        assertThat(ctx.fetch("select * from unnest(array[array[1, 2], array[3, 4]])"))
                .hasSize(4);
    }

    @Test
    void byCopyIntoATemporaryTable(DSLContext ctx, DataSource pool) throws SQLException, IOException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(TABLE_TO_COPY_INTO);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader("lathe\t10\nmill\t20\n"));
            statement.executeUpdate(FROM_THE_COPY);
            connection.commit();
        }
        assertThat(hours(ctx)).containsOnly(entry("lathe", 10), entry("mill", 20));
    }

    @Test
    void byBulkDsl(DSLContext ctx) {
        SET_HOURS.rows(new Usage("lathe", 10), new Usage("mill", 20)).execute(ctx);

        assertThat(hours(ctx)).containsOnly(entry("lathe", 10), entry("mill", 20));
    }

    @Test
    void aFewRowsAreValues() {
        assertThatSql(SET_HOURS.rows(new Usage("lathe", 10), new Usage("mill", 20)))
                .rendersSql("""
                        update "public"."machine"
                        set "hours" = "incoming"."hours"
                        from (values (?, ?), (?, ?)) as "incoming" ("code", "hours")
                        where "public"."machine"."code" = "incoming"."code"
                        """)
                .withBinds("lathe", 10, "mill", 20);
    }

    @Test
    void theSourceIsChosenByTheNumberOfRows(DSLContext ctx) {
        assertThat(SET_HOURS.rows(usages(2)).explain(ctx)).isEqualTo("VALUES: 2 rows, fewer than 50");
        assertThat(SET_HOURS.rows(usages(1_000)).explain(ctx))
                .isEqualTo("UNNEST: 1,000 rows of 2 values, 50 rows or more but fewer than 30,000 values");
        assertThat(SET_HOURS.rows(usages(20_000)).explain(ctx))
                .isEqualTo("COPY: 20,000 rows of 2 values, 30,000 values or more");
    }

    private static List<Usage> usages(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Usage("m" + i, i)).toList();
    }

    @Test
    void manyRowsAreOneBindValueAColumn() {
        assertThatSql(SET_HOURS.rows(usages(2)).via(RowSource.UNNEST)).rendersSql("""
                        update "public"."machine"
                        set "hours" = "incoming"."hours"
                        from unnest(cast(? as text[]), cast(? as int[])) as "incoming" ("code", "hours")
                        where "public"."machine"."code" = "incoming"."code"
                        """);
    }

    @Test
    void moreValuesThanAStatementCarriesGoAsArrays(DSLContext ctx) {
        assertThat(SET_HOURS.rows(usages(100_000)).execute(ctx)).isZero();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() ->
                        SET_HOURS.rows(usages(100_000)).via(RowSource.VALUES).execute(ctx))
                .withMessageContaining("200,000 bind values, and a statement carries at most 65,535");
    }

    @Test
    void theSqlIsThereWithoutADatabase() {
        String sql = ADD_HOURS.rows(new Usage("lathe", 10)).getSQL(ParamType.INLINED);

        assertThat(sql).contains("from (values ('lathe', 10)) as \"incoming\" (\"code\", \"hours\")");
    }

    @Test
    void definitionsAreSharedByThreads(DSLContext ctx) {
        IntStream.range(0, 20)
                .parallel()
                .forEach(i -> ADD_HOURS.rows(new Usage("lathe", 1)).execute(ctx));

        assertThat(hours(ctx)).containsEntry("lathe", 25);
    }

    @Test
    void aRowThatCannotBeSentIsNamed(DSLContext ctx) {
        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> SET_HOURS
                        .rows(new Usage("lathe", 1), new Usage(null, 2))
                        .execute(ctx))
                .withMessageContaining("row 2");
    }
}
