// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.seed.SeedNames.UPDATE_NAME;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.seed.SeedRows.refusalOf;
import static io.bulkdsl.testdb.appschema.Tables.TESTMODEL;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.UP;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bulkdsl.SourceUnderTest;
import io.bulkdsl.seed.SeedNames.Named;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an update writes, what it returns, and on which tables. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.2 bulkUpdate basics")
class SeedC2BasicsTest {

    record Counted(String name, int count) {}

    record AddedUpTo(int fromId, int belowCount, int add) {}

    private static final List<Named> THREE_ROWS =
            List.of(new Named(1, "bulk_update_1"), new Named(5, "bulk_update_5"), new Named(8, "bulk_update_8"));

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
    }

    @Test
    @DisplayName("C.2 #58 no rows: 0, nothing changes")
    void noRows(DSLContext ctx) {
        assertThat(UPDATE_NAME.rows(List.of()).execute(ctx)).isZero();
        assertThat(inIdOrder(ctx, TM.NAME))
                .containsExactly("test1", "test2", "test3", "test4", "test5", "test6", "test7", "test8", "test9");
    }

    @Test
    @DisplayName("C.2 #59 quotes are stored exactly")
    void quotes(DSLContext ctx) {
        assertThat(UPDATE_NAME.rows(new Named(1, "'"), new Named(5, "\"")).execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME))
                .containsExactly("'", "test2", "test3", "test4", "\"", "test6", "test7", "test8", "test9");
    }

    @Test
    @DisplayName("C.2 #61 the database is the context's")
    void secondDatabase(DSLContext first) {
        try (TestDatabase second = TestDatabase.create("classpath:db/migration")) {
            SourceUnderTest.on(second.dsl());
            SeedRows.tm(second.dsl());

            assertThat(UPDATE_NAME.rows(THREE_ROWS).execute(second.dsl())).isEqualTo(3);
            assertThat(inIdOrder(second.dsl(), TM.NAME)).contains("bulk_update_1", "bulk_update_5", "bulk_update_8");
        }
        assertThat(inIdOrder(first, TM.NAME))
                .containsExactly("test1", "test2", "test3", "test4", "test5", "test6", "test7", "test8", "test9");
    }

    @Test
    @DisplayName("C.2 #65 returning three columns")
    void returningColumns(DSLContext ctx) {
        Result<Record3<Integer, String, Integer>> returned = UPDATE_NAME
                .rows(THREE_ROWS)
                .returning(TM.ID, TM.NAME, TM.INT_FIELD)
                .fetch(ctx);

        assertThat(returned)
                .extracting(Record3::value1, Record3::value2, Record3::value3)
                .containsExactlyInAnyOrder(
                        tuple(1, "bulk_update_1", 1), tuple(5, "bulk_update_5", 5), tuple(8, "bulk_update_8", 8));
    }

    @Test
    @DisplayName("C.2 #67 returning all columns")
    void returningAll(DSLContext ctx) {
        Result<Record> returned =
                UPDATE_NAME.rows(THREE_ROWS).returning(TM.fields()).fetch(ctx);

        assertThat(returned.into(TM))
                .extracting(TmRecord::getId, TmRecord::getName, TmRecord::getIntField)
                .containsExactlyInAnyOrder(
                        tuple(1, "bulk_update_1", 1), tuple(5, "bulk_update_5", 5), tuple(8, "bulk_update_8", 8));
    }

    @Test
    @DisplayName("C.2 #70 a table of another schema")
    void schemaQualified(DSLContext ctx) {
        SeedRows.sc(ctx);

        int matched = bulkUpdate(TESTMODEL, Named.class)
                .key(TESTMODEL.ID)
                .from(Named::id)
                .set(TESTMODEL.NAME)
                .from(Named::name)
                .rows(new Named(1, "abc"))
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TESTMODEL.NAME)).containsExactly("abc");
    }

    @Test
    @DisplayName("C.2 #71 a column in upper and lower case")
    void upperCaseColumn(DSLContext ctx) {
        SeedRows.up(ctx);

        int matched = bulkUpdate(UP, Integer.class)
                .key(UP.ID)
                .from(id -> id)
                .set(UP.UPPERCASENAME)
                .from(id -> "BulkUpdate" + id)
                .rows(1, 3)
                .execute(ctx);

        assertThat(matched).isEqualTo(2);
        assertThat(inIdOrder(ctx, UP.UPPERCASENAME)).containsExactly("BulkUpdate1", "test2", "BulkUpdate3");
    }

    @Test
    @DisplayName("C.2 #74 where leaves out row 1")
    void where(DSLContext ctx) {
        int matched = UPDATE_NAME.where(TM.INT_FIELD.ge(5)).rows(THREE_ROWS).execute(ctx);

        assertThat(matched).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME))
                .containsExactly(
                        "test1",
                        "test2",
                        "test3",
                        "test4",
                        "bulk_update_5",
                        "test6",
                        "test7",
                        "bulk_update_8",
                        "test9");
    }

    @Test
    @DisplayName("C.2 #76 the sequence of the README")
    void readmeSequence(DSLContext ctx) {
        ctx.deleteFrom(TM).execute();
        ctx.insertInto(TM, TM.ID, TM.NAME, TM.INT_FIELD)
                .values(1, "item1", 1)
                .values(2, "item2", 1)
                .values(3, "item3", 1)
                .execute();

        assertThat(UPDATE_NAME
                        .rows(new Named(1, "updated1"), new Named(2, "updated2"))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(bulkUpdate(TM, Counted.class)
                        .key(TM.NAME)
                        .from(Counted::name)
                        .set(TM.INT_FIELD)
                        .from(Counted::count)
                        .rows(new Counted("updated1", 2), new Counted("updated2", 3))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(bulkUpdate(TM, AddedUpTo.class)
                        .key(TM.ID, ge())
                        .from(AddedUpTo::fromId)
                        .key(TM.INT_FIELD, lt())
                        .from(AddedUpTo::belowCount)
                        .set(TM.INT_FIELD, incr())
                        .from(AddedUpTo::add)
                        .set(TM.NAME, expr(DSL::upper))
                        .rows(new AddedUpTo(2, 3, 3))
                        .execute(ctx))
                .isEqualTo(1);

        assertThat(inIdOrder(ctx, TM.NAME)).containsExactly("updated1", "updated2", "ITEM3");
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(2, 3, 4);
    }

    @Test
    @DisplayName("C.2 #89 texts that mean something to somebody are stored exactly")
    void oddTexts(DSLContext ctx) {
        List<Named> rows = List.of(
                new Named(1, "%"),
                new Named(2, "%s"),
                new Named(3, "€"),
                new Named(4, "😀"),
                new Named(5, "'); drop table x;--"),
                new Named(6, "? :name {0} \\ $1"));

        assertThat(UPDATE_NAME.rows(rows).execute(ctx)).isEqualTo(6);
        assertThat(inIdOrder(ctx, TM.NAME))
                .startsWith("%", "%s", "€", "😀", "'); drop table x;--", "? :name {0} \\ $1", "test7");
    }

    @Test
    @DisplayName("C.2 #92 a row that the server refuses undoes the call (differs: earlier batches stayed)")
    void atomic(DSLContext ctx) {
        SeedRows.wide(ctx, WIDE.SI, (short) 0, Short.MAX_VALUE, (short) 0);

        assertThat(refusalOf(() -> bulkUpdate(WIDE, Integer.class)
                        .key(WIDE.ID)
                        .from(id -> id)
                        .set(WIDE.SI, incr())
                        .from(Integer::shortValue)
                        .rows(1, 2, 3)
                        .execute(ctx)))
                .isEqualTo("22003");
        assertThat(inIdOrder(ctx, WIDE.SI)).containsExactly((short) 0, Short.MAX_VALUE, (short) 0);
    }
}
