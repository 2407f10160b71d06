// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.faq;

import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.docs.db.Tables.MACHINE;
import static io.bulkdsl.docs.db.Tables.MACHINE_NOTE;
import static io.bulkdsl.docs.faq.MachineStatements.NOTE;
import static io.bulkdsl.docs.faq.MachineStatements.REPORT;
import static io.bulkdsl.docs.faq.MachineStatements.SET_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.jooq.impl.DSL.val;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.docs.db.tables.records.MachineRecord;
import io.bulkdsl.docs.faq.MachineStatements.Note;
import io.bulkdsl.docs.faq.MachineStatements.Usage;
import io.bulkdsl.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** Messages that people search for, as the server says them, and the statements that don't get them. */
@PostgresTest(migrations = "classpath:db/migration")
class MessagesTest {

    private static final String KEY_TWICE = """
            insert into machine (code, hours) values ('lathe', 10), ('lathe', 20)
            on conflict (code) do update set hours = excluded.hours
            """;

    private static final String NULLS_IN_VALUES = """
            update machine set hours = incoming.hours
            from (values ('lathe', null), ('mill', null)) as incoming (code, hours)
            where machine.code = incoming.code
            """;

    private static final String TYPED_NULLS = """
            update machine set hours = incoming.hours
            from (values ('lathe', cast(null as integer)), ('mill', null)) as incoming (code, hours)
            where machine.code = incoming.code
            """;

    private static final String NULL_KEYS_IN_VALUES = """
            update machine set hours = incoming.hours
            from (values (null, 1), (null, 2)) as incoming (id, hours)
            where machine.id = incoming.id
            """;

    private static final String PARAMETER_IS_NULL = """
            select * from machine where ? is null or code = ?
            """;

    private static final String NO_UNIQUE_INDEX = """
            insert into machine_note (machine, note) values ('lathe', 'oil')
            on conflict (machine) do update set note = excluded.note
            """;

    /** The hours are set twice. */
    private static final class Mistaken {

        static final BulkUpdate<MachineRecord, Usage> STATEMENT =
                SET_HOURS.set(MACHINE.HOURS).from(Usage::hours);
    }

    @BeforeEach
    void machines(DSLContext ctx) {
        ctx.execute("insert into machine (code, hours) values ('lathe', 5), ('mill', 5)");
    }

    @Test
    void aMistakeInAConstantIsTheCause() {
        assertThatExceptionOfType(ExceptionInInitializerError.class)
                .isThrownBy(() -> Mistaken.STATEMENT.rows())
                .havingCause()
                .isInstanceOf(IllegalArgumentException.class)
                .withMessage("column machine.hours is set twice; keep one, or combine them in one function with"
                        + " expr(…)");
        assertThatExceptionOfType(NoClassDefFoundError.class)
                .isThrownBy(() -> Mistaken.STATEMENT.rows())
                .withMessageStartingWith("Could not initialize class ");
    }

    private static String messageOf(DataSource pool, String sql) {
        return messageOf(pool, sql, statement -> {});
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private static String messageOf(DataSource pool, String sql, Binding values) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            values.bind(statement);
            statement.execute();
            return "no error";
        } catch (PSQLException e) {
            return e.getServerErrorMessage() == null
                    ? e.getMessage()
                    : e.getServerErrorMessage().getMessage();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aKeyTwiceInAnUpsert(DSLContext ctx, DataSource pool) {
        assertThat(messageOf(pool, KEY_TWICE))
                .isEqualTo("ON CONFLICT DO UPDATE command cannot affect row a second time");

        List<Usage> twice = List.of(new Usage("lathe", 10), new Usage("lathe", 20));
        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> REPORT.rows(twice).execute(ctx))
                .withMessageContaining("the same key as in row 1");
        REPORT.duplicates(LAST).rows(twice).execute(ctx);
        assertThat(ctx.fetchValue(MACHINE.HOURS, MACHINE.CODE.eq("lathe"))).isEqualTo(20);
    }

    @Test
    void nullsInValuesAreText(DataSource pool) {
        assertThat(messageOf(pool, NULLS_IN_VALUES))
                .isEqualTo("column \"hours\" is of type integer but expression is of type text");
        assertThat(messageOf(pool, TYPED_NULLS)).isEqualTo("no error");
        assertThat(messageOf(pool, NULL_KEYS_IN_VALUES)).isEqualTo("operator does not exist: bigint = text");
    }

    @Test
    void aCastWithALengthCuts(DSLContext ctx) {
        assertThat(ctx.fetchOne("select cast('abcdef' as varchar(3))").get(0)).isEqualTo("abc");
    }

    @Test
    void aParameterWithoutAType(DataSource pool) {
        assertThat(messageOf(pool, PARAMETER_IS_NULL, statement -> {
                    statement.setNull(1, Types.NULL);
                    statement.setString(2, "lathe");
                }))
                .isEqualTo("could not determine data type of parameter $1");
        assertThat(messageOf(pool, PARAMETER_IS_NULL, statement -> {
                    statement.setNull(1, Types.VARCHAR);
                    statement.setString(2, "lathe");
                }))
                .isEqualTo("no error");
        assertThat(messageOf(pool, PARAMETER_IS_NULL.replace("? is null", "cast(? as text) is null"), statement -> {
                    statement.setNull(1, Types.NULL);
                    statement.setString(2, "lathe");
                }))
                .isEqualTo("no error");
    }

    @Test
    void nullsOfOursHaveTheColumnsType(DSLContext ctx) {
        SET_HOURS.rows(new Usage("lathe", null), new Usage("mill", null)).execute(ctx);

        assertThat(ctx.selectFrom(MACHINE).fetchMap(MACHINE.CODE, MACHINE.HOURS))
                .containsOnly(entry("lathe", null), entry("mill", null));
    }

    @Test
    void moreThan65535Parameters(DataSource pool) {
        String sql = "select 1 where 1 in (" + "?,".repeat(65_535) + "?)";

        assertThat(messageOf(pool, sql, statement -> {
                    for (int i = 1; i <= 65_536; i++) {
                        statement.setInt(i, i);
                    }
                }))
                .startsWith("PreparedStatement can have at most 65,535 parameters.");
    }

    @Test
    void jooqWritesManyValuesIntoTheSql(DSLContext ctx) {
        var many = DSL.selectOne()
                .where(val(1).in(IntStream.range(0, 70_000).mapToObj(DSL::val).toList()));

        AtomicReference<String> sent = new AtomicReference<>();
        ExecuteListener listener = ExecuteListener.onExecuteStart(query -> sent.set(query.sql()));

        ctx.configuration().deriveAppending(listener).dsl().fetch(many);

        assertThat(sent.get()).doesNotContain("?").contains("69999");
    }

    @Test
    void anUpsertWithoutAUniqueIndex(DSLContext ctx, DataSource pool) {
        assertThat(messageOf(pool, NO_UNIQUE_INDEX))
                .isEqualTo("there is no unique or exclusion constraint matching the ON CONFLICT specification");

        NOTE.rows(new Note("lathe", "oil")).execute(ctx);
        NOTE.rows(new Note("lathe", "grease"), new Note("mill", "oil")).execute(ctx);

        assertThat(ctx.selectFrom(MACHINE_NOTE).fetchMap(MACHINE_NOTE.MACHINE, MACHINE_NOTE.NOTE))
                .containsOnly(entry("lathe", "grease"), entry("mill", "oil"));
    }
}
