// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.append;
import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.eqNotNull;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.seed.SeedNames.TWO_HERE_AND_ONE_NEW;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.testdb.appschema.Tables.TESTMODEL;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.seed.SeedNames.Named;
import io.bulkdsl.testkit.PostgresTest;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Functions of the column in rows that exist, and of nothing in new ones; a case of C.4 that is about upserts too. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.6 bulkUpsert with set functions")
class SeedC6SetFunctionsTest {

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
    }

    @Test
    @DisplayName("C.4 #178 concat on a table of another schema (differs: SQL syntax error)")
    void concatOnSchemaQualified(DSLContext ctx) {
        SeedRows.sc(ctx);

        int written = bulkUpsert(TESTMODEL, Named.class)
                .key(TESTMODEL.ID)
                .from(Named::id)
                .set(TESTMODEL.NAME, concat())
                .from(Named::name)
                .rows(new Named(1, "abc"), new Named(2, "def"))
                .execute(ctx);

        assertThat(written).isEqualTo(2);
        assertThat(inIdOrder(ctx, TESTMODEL.NAME)).containsExactly("test1abc", "def");
    }

    @Test
    @DisplayName("C.6 #221 concat, and an expression, of null in the new row (differs: of 0)")
    void concatAndExpression(DSLContext ctx) {
        ctx.deleteFrom(TM).execute();
        ctx.insertInto(TM, TM.ID, TM.NAME, TM.INT_FIELD)
                .values(1, "updated1", 2)
                .values(2, "updated2", 3)
                .values(3, "incr", 4)
                .execute();

        int written = bulkUpsert(TM, Named.class)
                .key(TM.ID)
                .from(Named::id)
                .set(TM.NAME, concat())
                .from(Named::name)
                .set(TM.INT_FIELD, expr(current -> current.plus(1)))
                .rows(new Named(3, "_concat1"), new Named(4, "concat2"))
                .execute(ctx);

        assertThat(written).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME)).containsExactly("updated1", "updated2", "incr_concat1", "concat2");
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(2, 3, 5, null);
    }

    @Test
    @DisplayName("C.6 #223 incr; a column that isn't named is null in the new row (differs: '')")
    void incrThreeRows(DSLContext ctx) {
        int written = bulkUpsert(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.INT_FIELD, incr())
                .from(id -> id)
                .rows(1, 5, 11)
                .execute(ctx);

        assertThat(written).isEqualTo(3);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(2, 2, 3, 4, 10, 6, 7, 8, 9, 11);
        assertThat(inIdOrder(ctx, TM.NAME)).endsWith("test8", "test9", null);
    }

    @Test
    @DisplayName("C.6 #224 concat")
    void concatThreeRows(DSLContext ctx) {
        int written = bulkUpsert(TM, Named.class)
                .key(TM.ID)
                .from(Named::id)
                .set(TM.NAME, concat())
                .from(Named::name)
                .rows(TWO_HERE_AND_ONE_NEW)
                .execute(ctx);

        assertThat(written).isEqualTo(3);
        assertThat(inIdOrder(ctx, TM.NAME))
                .containsExactly(
                        "test1bulk_update_1",
                        "test2",
                        "test3",
                        "test4",
                        "test5bulk_update_5",
                        "test6",
                        "test7",
                        "test8",
                        "test9",
                        "bulk_update_11");
    }

    @Test
    @DisplayName("C.6 #226 append of elements that need a bigint")
    void appendBigints(DSLContext ctx) {
        var append = bulkUpsert(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.BIG_ARRAY_FIELD, append())
                .from(id -> new Long[] {2147483649L});

        assertThat(append.rows(11).execute(ctx)).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.BIG_ARRAY_FIELD)).endsWith(new Long[] {2147483649L});
        assertThat(append.rows(11).execute(ctx)).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.BIG_ARRAY_FIELD)).endsWith(new Long[] {2147483649L, 2147483649L});
    }

    @Test
    @DisplayName("C.6 #227 eqNotNull; null in a new row is null (differs: '')")
    void notNullOnly(DSLContext ctx) {
        int written = bulkUpsert(TM, Named.class)
                .key(TM.ID)
                .from(Named::id)
                .set(TM.NAME, eqNotNull())
                .from(Named::name)
                .rows(new Named(1, "bulk_update_1"), new Named(5, null), new Named(11, null))
                .execute(ctx);

        assertThat(written).isEqualTo(3);
        assertThat(inIdOrder(ctx, TM.NAME))
                .containsExactly(
                        "bulk_update_1", "test2", "test3", "test4", "test5", "test6", "test7", "test8", "test9", null);
    }

    @Test
    @DisplayName("C.6 #229 expressions, with and without the row's value (differs: upper of null is null)")
    void expressions(DSLContext ctx) {
        int written = bulkUpsert(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.NAME, expr(DSL::upper))
                .set(TM.INT_FIELD, expr(Field::plus))
                .from(id -> id)
                .rows(1, 2, 11)
                .execute(ctx);

        assertThat(written).isEqualTo(3);
        assertThat(inIdOrder(ctx, TM.NAME))
                .startsWith("TEST1", "TEST2", "test3")
                .endsWith((String) null);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(2, 4, 3, 4, 5, 6, 7, 8, 9, 11);
    }

    @Test
    @DisplayName("C.6 #251 arrayRemove in a new row is null (differs: error)")
    void arrayRemoveInNewRow(DSLContext ctx) {
        ctx.update(TM)
                .set(TM.ARRAY_FIELD, new Integer[] {0, 1, 0})
                .where(TM.ID.eq(1))
                .execute();
        var remove = bulkUpsert(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.ARRAY_FIELD, arrayRemove())
                .from(id -> 0);

        assertThat(remove.rows(1, 11).execute(ctx)).isEqualTo(2);
        assertThat(remove.keyNotUnique().rows(1, 12).execute(ctx)).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.ARRAY_FIELD))
                .startsWith(new Integer[] {1}, null)
                .endsWith(null, null, null);
        assertThat(ctx.fetchCount(TM)).isEqualTo(11);
    }

    @Test
    @DisplayName("C.6 #255 union gives a new row its distinct elements too (differs: all)")
    void unionInNewRow(DSLContext ctx) {
        ctx.update(TM)
                .set(TM.ARRAY_FIELD, new Integer[] {1, 2})
                .where(TM.ID.eq(1))
                .execute();

        int written = bulkUpsert(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.ARRAY_FIELD, union())
                .from(id -> new Integer[] {2, 3, 3})
                .rows(1, 11)
                .execute(ctx);

        assertThat(written).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.ARRAY_FIELD))
                .startsWith(new Integer[] {1, 2, 3}, null)
                .endsWith(null, new Integer[] {2, 3});
    }
}
