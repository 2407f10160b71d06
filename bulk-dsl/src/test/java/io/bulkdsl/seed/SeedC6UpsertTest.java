// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.append;
import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.eqNotNull;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.contract.Duplicates.FIRST;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.seed.SeedRows.refusalOf;
import static io.bulkdsl.testdb.appschema.Tables.TESTMODEL;
import static io.bulkdsl.testdb.public_.Tables.AN;
import static io.bulkdsl.testdb.public_.Tables.ARRKEY;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.NODEF;
import static io.bulkdsl.testdb.public_.Tables.SLOT;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static io.bulkdsl.testdb.public_.Tables.UN;
import static io.bulkdsl.testdb.public_.Tables.UP;
import static io.bulkdsl.testdb.public_.Tables.UU;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.jooq.JSONB.jsonb;
import static org.jooq.postgres.extensions.types.Hstore.hstore;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.SourceUnderTest;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.Status;
import io.bulkdsl.testdb.public_.tables.records.AnRecord;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Among them cases of other sections that are about upserts too. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.6 bulkUpsert")
class SeedC6UpsertTest {

    record Named(int id, String name) {}

    record Counted(String name, int count) {}

    record Checked(int id, OffsetDateTime checked) {}

    record Pair(Integer a, Integer b, String value) {}

    private static final BulkUpsert<TmRecord, Named> SET_NAME =
            bulkUpsert(TM, Named.class).key(TM.ID).from(Named::id).set(TM.NAME).from(Named::name);

    private static final BulkUpsert<TmRecord, Counted> SET_INT_BY_NAME = bulkUpsert(TM, Counted.class)
            .key(TM.NAME)
            .from(Counted::name)
            .set(TM.INT_FIELD)
            .from(Counted::count)
            .keyNotUnique();

    private static final BulkUpsert<TwokeyRecord, Pair> SET_V = bulkUpsert(TWOKEY, Pair.class)
            .key(TWOKEY.A)
            .from(Pair::a)
            .key(TWOKEY.B)
            .from(Pair::b)
            .set(TWOKEY.V)
            .from(Pair::value);

    private static final BulkUpsert<TwokeyRecord, Pair> SET_V_NULLS_EQUAL = bulkUpsert(TWOKEY, Pair.class)
            .key(TWOKEY.A, notDistinct())
            .from(Pair::a)
            .key(TWOKEY.B, notDistinct())
            .from(Pair::b)
            .set(TWOKEY.V)
            .from(Pair::value);

    private static final Pair TWO_AND_NULL = new Pair(2, null, "N");

    private static final List<Named> THREE_ROWS =
            List.of(new Named(1, "bulk_update_1"), new Named(5, "bulk_update_5"), new Named(11, "bulk_update_11"));

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
        ctx.execute("select setval('tm_id_seq', 9)");
    }

    @Test
    @DisplayName("C.6 #205 no rows: 0, an empty result, nothing changes")
    void noRows(DSLContext ctx) {
        assertThat(SET_NAME.rows(List.of()).execute(ctx)).isZero();
        assertThat(SET_NAME.rows(List.of()).returning(TM.ID, TM.NAME).fetch(ctx))
                .isEmpty();
        assertThat(inIdOrder(ctx, TM.NAME))
                .containsExactly("test1", "test2", "test3", "test4", "test5", "test6", "test7", "test8", "test9");
    }

    @Test
    @DisplayName("C.6 #206 quotes are stored exactly")
    void quotes(DSLContext ctx) {
        assertThat(SET_NAME.rows(new Named(1, "'"), new Named(11, "\"")).execute(ctx))
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
        int written = SET_NAME.doNothing()
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
        Result<Record3<Integer, String, Integer>> returned = SET_NAME.rows(THREE_ROWS)
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
        assertThat(SET_NAME.rows(THREE_ROWS).returning(TM).fetch(ctx))
                .extracting(TmRecord::getId, TmRecord::getName, TmRecord::getIntField)
                .containsExactlyInAnyOrder(
                        tuple(1, "bulk_update_1", 1), tuple(5, "bulk_update_5", 5), tuple(11, "bulk_update_11", null));
    }

    @Test
    @DisplayName("C.6 #214 a key without a unique index")
    void keyNotUnique(DSLContext ctx) {
        assertThat(SET_INT_BY_NAME
                        .rows(new Counted("test3", 33), new Counted("new", 100))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(1, 2, 33, 4, 5, 6, 7, 8, 9, 100);
        assertThat(inIdOrder(ctx, TM.NAME))
                .startsWith("test1", "test2", "test3")
                .endsWith("new");
    }

    @Test
    @DisplayName("C.6 #215 the database is the context's")
    void secondDatabase(DSLContext first) {
        try (TestDatabase second = TestDatabase.create("classpath:db/migration")) {
            SourceUnderTest.on(second.dsl());
            SeedRows.tm(second.dsl());

            assertThat(SET_NAME.rows(THREE_ROWS).execute(second.dsl())).isEqualTo(3);
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
    @DisplayName("C.3 #122 a text too long for the column is refused (differs: was cut)")
    void tooLong(DSLContext ctx) {
        assertThat(refusalOf(() -> bulkUpsert(WIDE, String.class)
                        .key(WIDE.CODE)
                        .from(code -> code)
                        .set(WIDE.TX)
                        .from(code -> code)
                        .rows("abcdefgh")
                        .execute(ctx)))
                .isEqualTo("22001");
        assertThat(ctx.fetchCount(WIDE)).isZero();
    }

    @Test
    @DisplayName("C.3 #119 a key longer than the column is refused and matches no row, with and without a unique index")
    void keyTooLong(DSLContext ctx) {
        SeedRows.wide(ctx, WIDE.CODE, "abcde");
        var upsert = bulkUpsert(WIDE, String.class)
                .key(WIDE.CODE)
                .from(code -> code)
                .set(WIDE.TX)
                .from(code -> "hit");
        var updatesFirst = bulkUpsert(WIDE, String.class)
                .key(WIDE.CODE)
                .from(code -> code)
                .setOnUpdate(WIDE.TX)
                .from(code -> "hit");

        for (var definition : List.of(upsert, upsert.keyNotUnique(), updatesFirst)) {
            assertThat(refusalOf(() -> definition.rows("abcdefgh").execute(ctx)))
                    .isEqualTo("22001");
            assertThat(inIdOrder(ctx, WIDE.TX)).containsExactly((String) null);
        }
        assertThat(upsert.keyNotUnique().rows("abcde").execute(ctx)).isEqualTo(1);
        assertThat(updatesFirst.rows("abcde").execute(ctx)).isEqualTo(1);
    }

    @Test
    @DisplayName("C.6 #218 new rows get database defaults, now() is named (differs: some columns set themselves)")
    void defaultsAndNow(DSLContext ctx) {
        SeedRows.an(ctx);
        OffsetDateTime checked = OffsetDateTime.parse("2020-01-02T00:00Z");

        ctx.transaction(trx -> {
            int written = bulkUpsert(AN, Checked.class)
                    .key(AN.ID)
                    .from(Checked::id)
                    .set(AN.CHECKED)
                    .from(Checked::checked)
                    .set(AN.UPDATED, now())
                    .rows(new Checked(1, null), new Checked(11, checked))
                    .execute(trx.dsl());

            assertThat(written).isEqualTo(2);
            LocalDate today = trx.dsl().fetchValue(DSL.currentLocalDate());
            AnRecord existing = trx.dsl().fetchSingle(AN, AN.ID.eq(1));
            assertThat(existing.getCreated()).isEqualTo("2019-01-01T00:00Z");
            assertThat(existing.getUpdated()).isEqualTo(today);
            assertThat(existing.getChecked()).isNull();
            AnRecord created = trx.dsl().fetchSingle(AN, AN.ID.eq(11));
            assertThat(created.getCreated()).isEqualTo(trx.dsl().fetchValue(DSL.currentOffsetDateTime()));
            assertThat(created.getUpdated()).isEqualTo(today);
            assertThat(created.getChecked()).isEqualTo(checked);
        });
    }

    @Test
    @DisplayName("C.6 #220 an existing row keeps its uuid, a new one gets its own")
    void uuids(DSLContext ctx) {
        UUID uuid = UUID.fromString("09ddba14-4acb-4fff-9381-7f7b253181e7");
        ctx.insertInto(UU, UU.ID, UU.KEY_FIELD, UU.CHAR_FIELD)
                .values(uuid, 1, "abc")
                .execute();

        int written = bulkUpsert(UU, Integer.class)
                .key(UU.KEY_FIELD)
                .from(key -> key)
                .set(UU.CHAR_FIELD)
                .from(key -> "new" + key)
                .rows(1, 2)
                .execute(ctx);

        assertThat(written).isEqualTo(2);
        assertThat(ctx.fetchSingle(UU, UU.KEY_FIELD.eq(1)).getId()).isEqualTo(uuid);
        assertThat(ctx.fetchSingle(UU, UU.KEY_FIELD.eq(2)).getId()).isNotNull().isNotEqualTo(uuid);
        assertThat(ctx.fetchValues(UU.CHAR_FIELD)).containsExactlyInAnyOrder("new1", "new2");
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
                .rows(THREE_ROWS)
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

    @TestFactory
    Stream<DynamicTest> storedExactly(DSLContext ctx) {
        return Stream.of(
                stored(ctx, TM.ARRAY_FIELD, new Integer[] {1}, new Integer[] {2, null}, new Integer[] {}, null),
                stored(
                        ctx,
                        TM.JSON_FIELD,
                        jsonb("{\"a\": \"it's\"}"),
                        jsonb("[1, \"say \\\"b\\\"\"]"),
                        jsonb("{}"),
                        null),
                stored(
                        ctx,
                        TM.HSTORE_FIELD,
                        hstore(Map.of("a", "it's")),
                        hstore(Map.of("say \"b\"", "c => d")),
                        hstore(Map.of()),
                        null));
    }

    @SafeVarargs
    private static <T> DynamicTest stored(DSLContext ctx, TableField<TmRecord, T> column, T... values) {
        return dynamicTest("C.6 #230 " + column.getName() + " in rows 1, 2, 4 and 11", () -> {
            List<Integer> ids = List.of(1, 2, 4, 11);

            int written = bulkUpsert(TM, Integer.class)
                    .key(TM.ID)
                    .from(id -> id)
                    .set(column)
                    .from(id -> values[ids.indexOf(id)])
                    .rows(ids)
                    .execute(ctx);

            assertThat(written).isEqualTo(4);
            assertThat(ctx.select(column)
                            .from(TM)
                            .where(TM.ID.in(ids))
                            .orderBy(TM.ID)
                            .fetch(column))
                    .containsExactly(values);
        });
    }

    @Test
    @DisplayName("C.6 #232 keys that are the same to the server are refused before it writes (differs: by the server)")
    void sameKeyTwice(DSLContext ctx) {
        ctx.insertInto(TAG, TAG.NAME, TAG.HITS).values("here", 1).execute();
        var hit = bulkUpsert(TAG, String.class)
                .key(TAG.NAME)
                .from(name -> name)
                .set(TAG.HITS, incr())
                .from(name -> 1);

        for (List<String> rows : List.of(List.of("here", "HERE"), List.of("new", "NEW"), List.of("new", "new"))) {
            assertThatExceptionOfType(InvalidRowException.class)
                    .as("%s", rows)
                    .isThrownBy(() -> hit.rows(rows).execute(ctx))
                    .withMessageContaining("row 2");
        }
        assertThat(ctx.fetchSingle(TAG).getHits()).isEqualTo(1);
    }

    @Test
    @DisplayName("C.6 #233 doNothing(), the same key twice: refused, or the first on request (differs: the first)")
    void sameKeyTwiceDoNothing(DSLContext ctx) {
        var create = SET_NAME.doNothing();
        List<Named> rows = List.of(new Named(10, "first"), new Named(10, "second"));

        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> create.rows(rows).execute(ctx));
        assertThat(create.duplicates(FIRST).rows(rows).execute(ctx)).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).endsWith("test9", "first");
    }

    @Test
    @DisplayName("C.6 #235 a null key is refused (differs: inserted a second row)")
    void nullKey(DSLContext ctx) {
        SeedRows.twoKey(ctx);

        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> SET_V.rows(TWO_AND_NULL).execute(ctx))
                .withMessageContaining("notDistinct()");
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("x", "y", "z", "w");
    }

    @Test
    @DisplayName("C.6 #235 to a unique index whose nulls are distinct, null is a new key each time")
    void nullsDistinct(DSLContext ctx) {
        SeedRows.twoKey(ctx);
        ctx.execute("select setval('twokey_id_seq', 99)");

        assertThat(SET_V_NULLS_EQUAL.rows(TWO_AND_NULL).execute(ctx)).isEqualTo(1);
        assertThat(ctx.fetch(TWOKEY, TWOKEY.A.eq(2)).sortAsc(TWOKEY.ID))
                .extracting(TwokeyRecord::getId, TwokeyRecord::getB, TwokeyRecord::getV)
                .containsExactly(tuple(3, null, "z"), tuple(100, null, "N"));
    }

    @Test
    @DisplayName("C.6 #236 keyNotUnique() with notDistinct() updates the row with null (differs: lost)")
    void nullKeyNotUnique(DSLContext ctx) {
        SeedRows.twoKey(ctx);
        ctx.execute("select setval('twokey_id_seq', 99)");

        assertThat(SET_V_NULLS_EQUAL
                        .keyNotUnique()
                        .rows(TWO_AND_NULL, new Pair(null, null, "new"))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(ctx.fetch(TWOKEY))
                .extracting(TwokeyRecord::getA, TwokeyRecord::getB, TwokeyRecord::getV)
                .containsExactlyInAnyOrder(
                        tuple(1, 1, "x"),
                        tuple(1, 2, "y"),
                        tuple(2, null, "N"),
                        tuple(null, 5, "w"),
                        tuple(null, null, "new"));
    }

    @Test
    @DisplayName("C.6 #238 a key without a unique index is refused; the message lists the unique keys")
    void noUniqueIndex(DSLContext ctx) {
        SeedRows.twoKey(ctx);
        var upsert = bulkUpsert(TWOKEY, Pair.class)
                .key(TWOKEY.A)
                .from(Pair::a)
                .set(TWOKEY.V)
                .from(Pair::value);

        assertThat(refusalOf(() -> upsert.rows(TWO_AND_NULL).execute(ctx))).isEqualTo("42P10");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> upsert.rows(TWO_AND_NULL).execute(ctx))
                .withMessageContainingAll("(a)", "(a, b)", "(id)", "keyNotUnique()");
    }

    @Test
    @DisplayName("C.6 #239 the keys in another order than the index")
    void keysInAnotherOrder(DSLContext ctx) {
        SeedRows.twoKey(ctx);

        int written = bulkUpsert(TWOKEY, Pair.class)
                .key(TWOKEY.B)
                .from(Pair::b)
                .key(TWOKEY.A)
                .from(Pair::a)
                .set(TWOKEY.V)
                .from(Pair::value)
                .rows(new Pair(1, 2, "N"))
                .execute(ctx);

        assertThat(written).isEqualTo(1);
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("x", "N", "z", "w");
    }

    @Test
    @DisplayName("C.6 #241 a deferrable unique constraint is refused; keyNotUnique() does it")
    void deferrableConstraint(DSLContext ctx) {
        SeedRows.twoKey(ctx);
        ctx.execute("select setval('twokey_id_seq', 99)");
        ctx.execute("alter table twokey add unique (v) deferrable");
        var upsert = bulkUpsert(TWOKEY, String.class)
                .key(TWOKEY.V)
                .from(v -> v)
                .set(TWOKEY.B)
                .from(v -> 9);

        assertThat(refusalOf(() -> upsert.rows("x", "new").execute(ctx))).isEqualTo("55000");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> upsert.rows("x", "new").execute(ctx))
                .withMessageContainingAll("deferrable", "keyNotUnique()");
        assertThat(upsert.keyNotUnique().rows("x", "new").execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetch(TWOKEY, TWOKEY.B.eq(9)))
                .extracting(TwokeyRecord::getV)
                .containsExactlyInAnyOrder("x", "new");
    }

    @Test
    @DisplayName("C.6 #242 null as a key, with nulls not distinct (differs: wrote null to the other columns)")
    void nullsNotDistinct(DSLContext ctx) {
        int version =
                ctx.connectionResult(connection -> connection.getMetaData().getDatabaseMajorVersion());
        assumeTrue(version >= 15, "PostgreSQL " + version + " has no unique index with nulls not distinct, 15 has");
        ctx.insertInto(SLOT, SLOT.A, SLOT.B, SLOT.V).values(50, null, "old").execute();

        int written = bulkUpsert(SLOT, Pair.class)
                .key(SLOT.A, notDistinct())
                .from(Pair::a)
                .key(SLOT.B, notDistinct())
                .from(Pair::b)
                .set(SLOT.V)
                .from(Pair::value)
                .rows(new Pair(50, null, "9"))
                .execute(ctx);

        assertThat(written).isEqualTo(1);
        assertThat(inIdOrder(ctx, SLOT.V)).containsExactly("9");
    }

    @Test
    @DisplayName("C.6 #243 a key that the column rounds, in whichever row (differs: null in rows after the first)")
    void roundedKey(DSLContext ctx) {
        for (List<String> keys : List.of(List.of("5", "1.239"), List.of("1.239", "5"))) {
            ctx.deleteFrom(DECKEY).execute();
            SeedRows.decKey(ctx);

            int written = bulkUpsert(DECKEY, String.class)
                    .key(DECKEY.K)
                    .from(BigDecimal::new)
                    .set(DECKEY.V)
                    .from(key -> "for " + key)
                    .rows(keys)
                    .execute(ctx);

            assertThat(written).isEqualTo(2);
            assertThat(inIdOrder(ctx, DECKEY.V)).containsExactly("for 1.239", "for 5");
        }
    }

    @Test
    @DisplayName("C.6 #244 arrays as keys, with and without a unique index (differs: error without)")
    void arrayKeys(DSLContext ctx) {
        ctx.insertInto(ARRKEY, ARRKEY.K, ARRKEY.V)
                .values(new Integer[] {1, 2}, "old")
                .execute();
        var upsert = bulkUpsert(ARRKEY, Integer[].class)
                .key(ARRKEY.K)
                .from(k -> k)
                .set(ARRKEY.V, concat())
                .from(k -> "new");

        assertThat(upsert.rows(new Integer[] {1, 2}, new Integer[] {3}).execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, ARRKEY.V)).containsExactly("oldnew", "new");
        assertThat(upsert.keyNotUnique()
                        .rows(new Integer[] {1, 2}, new Integer[] {4})
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, ARRKEY.V)).containsExactly("oldnewnew", "new", "new");
    }

    @Test
    @DisplayName("C.6 #245 a missing NOT NULL column is refused before the server is asked (differs: by it)")
    void missingColumn(DSLContext ctx) {
        ctx.insertInto(NODEF, NODEF.ID, NODEF.A, NODEF.T).values(1, 1, "t").execute();
        var upsert = bulkUpsert(NODEF, Integer.class)
                .key(NODEF.ID)
                .from(id -> id)
                .set(NODEF.A)
                .from(id -> 5);

        assertThatIllegalStateException()
                .isThrownBy(() -> upsert.rows(1))
                .withMessageContainingAll("nodef.t is NOT NULL without a default", "keyNotUnique()");
        assertThat(upsert.keyNotUnique().rows(1).execute(ctx)).isEqualTo(1);
        assertThat(refusalOf(() -> upsert.keyNotUnique().rows(1, 2).execute(ctx)))
                .isEqualTo("23502");
        assertThat(ctx.fetchSingle(NODEF).valuesRow()).isEqualTo(DSL.row(1, 5, "t"));
    }

    @Test
    @DisplayName("C.6 #246 a column that isn't named is null, with and without a unique index (differs: '' without)")
    void unnamedColumn(DSLContext ctx) {
        var upsert = bulkUpsert(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.INT_FIELD)
                .from(id -> id);

        assertThat(upsert.rows(11).execute(ctx)).isEqualTo(1);
        assertThat(upsert.keyNotUnique().rows(12).execute(ctx)).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).endsWith("test9", null, null);
    }

    @Test
    @DisplayName("C.6 #247 several rows with the key are all updated")
    void severalRowsWithTheKey(DSLContext ctx) {
        ctx.update(TM).set(TM.NAME, "same").where(TM.ID.le(2)).execute();

        assertThat(SET_INT_BY_NAME.rows(new Counted("same", 50)).execute(ctx)).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(50, 50, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    @DisplayName("C.6 #248 the caller's rows stay as they are (differs: were changed)")
    void rowsAreOnlyRead(DSLContext ctx) {
        TmRecord existing = new TmRecord().setName("test1").setIntField(100);
        TmRecord created = new TmRecord().setName("new").setIntField(200);
        List<TmRecord> before = List.of(existing.copy(), created.copy());

        int written = bulkUpsert(TM)
                .keys(TM.NAME)
                .set(TM.INT_FIELD)
                .keyNotUnique()
                .rows(existing, created)
                .execute(ctx);

        assertThat(written).isEqualTo(2);
        assertThat(List.of(existing, created)).isEqualTo(before).noneMatch(record -> record.changed(TM.ID));
    }

    @Test
    @DisplayName("C.6 #249 without a unique index, created and updated rows are returned alike (differs: error)")
    void returningWithoutUniqueIndex(DSLContext ctx) {
        assertThat(SET_INT_BY_NAME
                        .rows(new Counted("new", 100), new Counted("test3", 33))
                        .returning(TM.ID, TM.NAME, TM.INT_FIELD)
                        .fetch(ctx))
                .extracting(Record3::value1, Record3::value2, Record3::value3)
                .containsExactlyInAnyOrder(tuple(10, "new", 100), tuple(3, "test3", 33));
    }

    @Test
    @DisplayName("C.6 #250 now() in new rows, without a unique index too (differs: null there)")
    void nowInNewRows(DSLContext ctx) {
        SeedRows.an(ctx);
        var check = bulkUpsert(AN, Integer.class).key(AN.ID).from(id -> id).set(AN.CHECKED, now());

        ctx.transaction(trx -> {
            assertThat(check.keyNotUnique().rows(1, 2).execute(trx.dsl())).isEqualTo(2);
            assertThat(check.rows(3).execute(trx.dsl())).isEqualTo(1);
            assertThat(inIdOrder(trx.dsl(), AN.CHECKED))
                    .hasSize(3)
                    .containsOnly(trx.dsl().fetchValue(DSL.currentOffsetDateTime()));
        });
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
    @DisplayName("C.6 #253 defaults are for new rows only")
    void defaultsOnlyInNewRows(DSLContext ctx) {
        ctx.insertInto(WIDE, WIDE.CODE, WIDE.DFLT).values("a", 99).execute();
        var upsert = bulkUpsert(WIDE, String.class)
                .key(WIDE.CODE)
                .from(code -> code)
                .set(WIDE.TX)
                .from(code -> "n");

        assertThat(upsert.rows("a").execute(ctx)).isEqualTo(1);
        assertThat(upsert.rows("b").execute(ctx)).isEqualTo(1);
        assertThat(inIdOrder(ctx, WIDE.TX)).containsExactly("n", "n");
        assertThat(inIdOrder(ctx, WIDE.DFLT)).containsExactly(99, 7);
    }

    @Test
    @DisplayName("C.6 #254 setting a key is refused when defined (differs: existing rows were moved)")
    void settingTheKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SET_NAME.set(TM.ID).from(Named::id))
                .withMessageContainingAll("tm.id", "key");
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

    @Test
    @DisplayName("C.6 #256 where narrows which existing rows change (differs: was ignored)")
    void where(DSLContext ctx) {
        var outcomes = SET_NAME.where(TM.INT_FIELD.ge(2))
                .rows(new Named(1, "no"), new Named(2, "yes"), new Named(20, "new"))
                .fetchOutcomes(ctx);

        assertThat(outcomes.rows())
                .extracting(outcome -> outcome.status())
                .containsExactly(Status.UNCHANGED, Status.UPDATED, Status.INSERTED);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1", "yes", "test3").endsWith("test9", "new");
    }

    @Test
    @Timeout(120)
    @DisplayName("C.6 #257 four at once without a unique index: one row for each key (differs: up to four)")
    void concurrently(DSLContext ctx) throws Exception {
        int threads = 4;
        int rounds = 10;
        List<String> keys = IntStream.range(0, 20).mapToObj(i -> "key " + i).toList();
        var count = bulkUpsert(TWOKEY, String.class)
                .key(TWOKEY.V)
                .from(key -> key)
                .set(TWOKEY.A, incr())
                .from(key -> 1)
                .keyNotUnique();

        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Random random = new Random(i);
            calls.add(() -> {
                int written = 0;
                for (int round = 0; round < rounds; round++) {
                    List<String> shuffled = new ArrayList<>(keys);
                    Collections.shuffle(shuffled, random);
                    written += count.rows(shuffled).execute(ctx);
                }
                return written;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Integer> written : pool.invokeAll(calls)) {
                assertThat(written.get()).isEqualTo(rounds * keys.size());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(ctx.fetchValues(TWOKEY.V)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(ctx.fetchValues(TWOKEY.A)).containsOnly(threads * rounds);
    }
}
