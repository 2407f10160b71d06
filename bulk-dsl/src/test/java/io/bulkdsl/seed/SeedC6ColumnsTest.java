// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.seed.SeedNames.UPSERT_NAME;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.seed.SeedRows.refusalOf;
import static io.bulkdsl.testdb.public_.Tables.AN;
import static io.bulkdsl.testdb.public_.Tables.NODEF;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.UU;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.jooq.JSONB.jsonb;
import static org.jooq.postgres.extensions.types.Hstore.hstore;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.seed.SeedNames.Named;
import io.bulkdsl.testdb.public_.tables.records.AnRecord;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values, defaults and {@code now()}, in rows that exist and in new ones; a case of C.3 that is about upserts too. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.6 bulkUpsert: what each column gets")
class SeedC6ColumnsTest {

    record Checked(int id, OffsetDateTime checked) {}

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
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
                .isThrownBy(() -> UPSERT_NAME.set(TM.ID).from(Named::id))
                .withMessageContainingAll("tm.id", "key");
    }
}
