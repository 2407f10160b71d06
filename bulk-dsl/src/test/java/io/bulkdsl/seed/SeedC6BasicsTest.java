// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.seed.SeedNames.TWO_HERE_AND_ONE_NEW;
import static io.bulkdsl.seed.SeedNames.UPSERT_NAME;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.testdb.appschema.Tables.TESTMODEL;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.UN;
import static io.bulkdsl.testdb.public_.Tables.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bulkdsl.SourceUnderTest;
import io.bulkdsl.contract.Status;
import io.bulkdsl.seed.SeedNames.Named;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an upsert does with rows that exist and with new ones, and on which tables. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.6 bulkUpsert basics")
class SeedC6BasicsTest {

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
    }

    @Test
    @DisplayName("C.6 #205 no rows: 0, an empty result, nothing changes")
    void noRows(DSLContext ctx) {
        assertThat(UPSERT_NAME.rows(List.of()).execute(ctx)).isZero();
        assertThat(UPSERT_NAME.rows(List.of()).returning(TM.ID, TM.NAME).fetch(ctx))
                .isEmpty();
        assertThat(inIdOrder(ctx, TM.NAME))
                .containsExactly("test1", "test2", "test3", "test4", "test5", "test6", "test7", "test8", "test9");
    }

    @Test
    @DisplayName("C.6 #206 quotes are stored exactly")
    void quotes(DSLContext ctx) {
        assertThat(UPSERT_NAME.rows(new Named(1, "'"), new Named(11, "\"")).execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME))
                .containsExactly("'", "test2", "test3", "test4", "test5", "test6", "test7", "test8", "test9", "\"");
    }

    @Test
    @DisplayName("C.6 #208 keys and nothing to set: only the new row counts")
    void keysOnly(DSLContext ctx) {
        int written = bulkUpsert(TM, Named.class)
                .key(TM.ID)
                .from(Named::id)
                .key(TM.NAME)
                .from(Named::name)
                .doNothing()
                .rows(new Named(1, "test1"), new Named(10, "new"))
                .execute(ctx);

        assertThat(written).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1").endsWith("new").hasSize(10);
    }

    @Test
    @DisplayName("C.6 #209 doNothing() leaves existing rows as they are")
    void existingRowsStay(DSLContext ctx) {
        int written = UPSERT_NAME
                .doNothing()
                .rows(new Named(1, "no"), new Named(20, "new"))
                .execute(ctx);

        assertThat(written).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1").endsWith("new").hasSize(10);
    }

    @Test
    @DisplayName("C.6 #211 a unique key that is not the primary key")
    void uniqueKey(DSLContext ctx) {
        ctx.insertInto(UN, UN.INT_FIELD).values(1).execute();

        int written = bulkUpsert(UN, Integer.class)
                .key(UN.INT_FIELD)
                .from(value -> value)
                .doNothing()
                .rows(1, 2)
                .execute(ctx);

        assertThat(written).isEqualTo(1);
        assertThat(inIdOrder(ctx, UN.INT_FIELD)).containsExactly(1, 2);
    }

    @Test
    @DisplayName("C.6 #212 returning three columns")
    void returningColumns(DSLContext ctx) {
        Result<Record3<Integer, String, Integer>> returned = UPSERT_NAME
                .rows(TWO_HERE_AND_ONE_NEW)
                .returning(TM.ID, TM.NAME, TM.INT_FIELD)
                .fetch(ctx);

        assertThat(returned)
                .extracting(Record3::value1, Record3::value2, Record3::value3)
                .containsExactlyInAnyOrder(
                        tuple(1, "bulk_update_1", 1), tuple(5, "bulk_update_5", 5), tuple(11, "bulk_update_11", null));
    }

    @Test
    @DisplayName("C.6 #212 returning all columns")
    void returningAll(DSLContext ctx) {
        assertThat(UPSERT_NAME.rows(TWO_HERE_AND_ONE_NEW).returning(TM).fetch(ctx))
                .extracting(TmRecord::getId, TmRecord::getName, TmRecord::getIntField)
                .containsExactlyInAnyOrder(
                        tuple(1, "bulk_update_1", 1), tuple(5, "bulk_update_5", 5), tuple(11, "bulk_update_11", null));
    }

    @Test
    @DisplayName("C.6 #215 the database is the context's")
    void secondDatabase(DSLContext first) {
        try (TestDatabase second = TestDatabase.create("classpath:db/migration")) {
            SourceUnderTest.on(second.dsl());
            SeedRows.tm(second.dsl());

            assertThat(UPSERT_NAME.rows(TWO_HERE_AND_ONE_NEW).execute(second.dsl()))
                    .isEqualTo(3);
            assertThat(inIdOrder(second.dsl(), TM.NAME))
                    .contains("bulk_update_1", "bulk_update_5", "bulk_update_11")
                    .hasSize(10);
        }
        assertThat(inIdOrder(first, TM.NAME))
                .containsExactly("test1", "test2", "test3", "test4", "test5", "test6", "test7", "test8", "test9");
    }

    @Test
    @DisplayName("C.6 #217 a column in upper and lower case")
    void upperCaseColumn(DSLContext ctx) {
        SeedRows.up(ctx);

        int written = bulkUpsert(UP, Integer.class)
                .key(UP.ID)
                .from(id -> id)
                .set(UP.UPPERCASENAME)
                .from(id -> "Upsert" + id)
                .rows(1, 3, 5)
                .execute(ctx);

        assertThat(written).isEqualTo(3);
        assertThat(inIdOrder(ctx, UP.UPPERCASENAME)).containsExactly("Upsert1", "test2", "Upsert3", "Upsert5");
    }

    @Test
    @DisplayName("C.6 #217 a table of another schema")
    void schemaQualified(DSLContext ctx) {
        SeedRows.sc(ctx);

        int written = bulkUpsert(TESTMODEL, Named.class)
                .key(TESTMODEL.ID)
                .from(Named::id)
                .set(TESTMODEL.NAME)
                .from(Named::name)
                .rows(new Named(1, "abc"), new Named(2, "def"))
                .execute(ctx);

        assertThat(written).isEqualTo(2);
        assertThat(inIdOrder(ctx, TESTMODEL.NAME)).containsExactly("abc", "def");
    }

    @Test
    @DisplayName("C.6 #256 where narrows which existing rows change (differs: was ignored)")
    void where(DSLContext ctx) {
        var outcomes = UPSERT_NAME
                .where(TM.INT_FIELD.ge(2))
                .rows(new Named(1, "no"), new Named(2, "yes"), new Named(20, "new"))
                .fetchOutcomes(ctx);

        assertThat(outcomes.rows())
                .extracting(outcome -> outcome.status())
                .containsExactly(Status.UNCHANGED, Status.UPDATED, Status.INSERTED);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1", "yes", "test3").endsWith("test9", "new");
    }
}
