// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.seed.SeedRows.refusalOf;
import static io.bulkdsl.testdb.public_.Tables.AN;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.UU;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.jooq.JSONB.jsonb;
import static org.jooq.postgres.extensions.types.Hstore.hstore;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.testdb.public_.tables.records.AnRecord;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testdb.public_.tables.records.UuRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Among them a case of another section that is about inserts too. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.7 bulkInsert")
class SeedC7InsertTest {

    record Named(int id, String name) {}

    private static final BulkInsert<TmRecord, String> NAMES =
            bulkInsert(TM, String.class).set(TM.NAME).from(name -> name);

    private static final BulkInsert<TmRecord, Named> NAMED =
            bulkInsert(TM, Named.class).set(TM.ID).from(Named::id).set(TM.NAME).from(Named::name);

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
        ctx.execute("select setval('tm_id_seq', 9)");
    }

    @Test
    @DisplayName("C.7 #259 ids from the sequence")
    void idsFromSequence(DSLContext ctx) {
        assertThat(NAMES.rows("a", "b", "c").execute(ctx)).isEqualTo(3);
        assertThat(ctx.fetch(TM, TM.ID.gt(9)).sortAsc(TM.ID))
                .extracting(TmRecord::getId, TmRecord::getName)
                .containsExactly(tuple(10, "a"), tuple(11, "b"), tuple(12, "c"));
    }

    @Test
    @DisplayName("C.7 #260 no rows: 0, an empty result")
    void noRows(DSLContext ctx) {
        assertThat(NAMES.rows(List.of()).execute(ctx)).isZero();
        Result<Record2<Integer, String>> returned =
                NAMES.rows(List.of()).returning(TM.ID, TM.NAME).fetch(ctx);
        assertThat(returned).isEmpty();
        assertThat(returned.fields()).containsExactly(TM.ID, TM.NAME);
        assertThat(ctx.fetchCount(TM)).isEqualTo(9);
    }

    @Test
    @DisplayName("C.7 #262 columns that aren't named get the database default, or null (differs: that of the model)")
    void databaseDefaults(DSLContext ctx) {
        ctx.transaction(trx -> {
            int inserted = bulkInsert(AN, Integer.class)
                    .set(AN.ID)
                    .from(id -> id)
                    .rows(11)
                    .execute(trx.dsl());

            assertThat(inserted).isEqualTo(1);
            AnRecord row = trx.dsl().fetchSingle(AN);
            assertThat(row.getId()).isEqualTo(11);
            assertThat(row.getCreated()).isEqualTo(trx.dsl().fetchValue(DSL.currentOffsetDateTime()));
            assertThat(row.getUpdated()).isEqualTo(trx.dsl().fetchValue(DSL.currentLocalDate()));
            assertThat(row.getChecked()).isNull();
        });
    }

    @Test
    @DisplayName("C.7 #263 now()")
    void nowInColumn(DSLContext ctx) {
        ctx.transaction(trx -> {
            int inserted = bulkInsert(AN, Integer.class)
                    .set(AN.ID)
                    .from(id -> id)
                    .set(AN.CHECKED, now())
                    .rows(11)
                    .execute(trx.dsl());

            assertThat(inserted).isEqualTo(1);
            assertThat(trx.dsl().fetchSingle(AN).getChecked())
                    .isEqualTo(trx.dsl().fetchValue(DSL.currentOffsetDateTime()));
        });
    }

    @Test
    @DisplayName("C.7 #265 given times are stored (differs: were ignored)")
    void givenTimes(DSLContext ctx) {
        OffsetDateTime created = OffsetDateTime.parse("2011-01-02T00:00Z");

        int inserted = bulkInsert(AN, OffsetDateTime.class)
                .set(AN.CREATED)
                .from(time -> time)
                .set(AN.UPDATED)
                .from(time -> time.toLocalDate().plusDays(1))
                .rows(created)
                .execute(ctx);

        assertThat(inserted).isEqualTo(1);
        assertThat(ctx.fetchSingle(AN).getCreated()).isEqualTo(created);
        assertThat(ctx.fetchSingle(AN).getUpdated()).isEqualTo(LocalDate.parse("2011-01-03"));
    }

    @Test
    @DisplayName("C.7 #266 a default that differs in each row")
    void uuids(DSLContext ctx) {
        int inserted = bulkInsert(UU, Integer.class)
                .set(UU.KEY_FIELD)
                .from(key -> key)
                .rows(1, 2)
                .execute(ctx);

        assertThat(inserted).isEqualTo(2);
        assertThat(ctx.fetch(UU).sortAsc(UU.KEY_FIELD))
                .extracting(UuRecord::getKeyField, UuRecord::getCharField)
                .containsExactly(tuple(1, ""), tuple(2, ""));
        assertThat(ctx.fetchValues(UU.ID)).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    @DisplayName("C.7 #268 null for the database default: fromOrDefault (differs: eq_not_null, default of the model)")
    void nullForDefault(DSLContext ctx) {
        int inserted = bulkInsert(WIDE, String.class)
                .set(WIDE.TX)
                .fromOrDefault(text -> null)
                .set(WIDE.NN)
                .fromOrDefault(text -> text.isEmpty() ? null : text)
                .rows("", "given", "")
                .execute(ctx);

        assertThat(inserted).isEqualTo(3);
        assertThat(ctx.fetchValues(WIDE.NN)).containsExactlyInAnyOrder("dd", "given", "dd");
        assertThat(ctx.fetchValues(WIDE.TX)).containsOnlyNulls();
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
        return dynamicTest("C.7 #269 " + column.getName(), () -> {
            ctx.deleteFrom(TM).execute();

            int inserted = bulkInsert(TM, Integer.class)
                    .set(TM.ID)
                    .from(id -> id)
                    .set(column)
                    .from(id -> values[id])
                    .rows(IntStream.range(0, values.length).boxed())
                    .execute(ctx);

            assertThat(inserted).isEqualTo(values.length);
            assertThat(inIdOrder(ctx, column)).containsExactly(values);
        });
    }

    @Test
    @DisplayName("C.7 #271 null is written, whatever the default")
    void nullIsWritten(DSLContext ctx) {
        int inserted = bulkInsert(WIDE, String.class)
                .set(WIDE.TX)
                .from(text -> text)
                .set(WIDE.DFLT_NULL)
                .from(text -> null)
                .rows("a")
                .execute(ctx);

        assertThat(inserted).isEqualTo(1);
        assertThat(ctx.fetchSingle(WIDE).getDfltNull()).isNull();
    }

    @Test
    @DisplayName("C.7 #272 null in a NOT NULL column is refused, whatever the default")
    void nullInNotNull(DSLContext ctx) {
        assertThat(refusalOf(() -> bulkInsert(WIDE, String.class)
                        .set(WIDE.NN)
                        .from(text -> null)
                        .rows("a")
                        .execute(ctx)))
                .isEqualTo("23502");
        assertThat(ctx.fetchCount(WIDE)).isZero();
    }

    @Test
    @DisplayName("C.7 #274 rows of nothing but defaults (differs: SQL syntax error)")
    void nothingButDefaults(DSLContext ctx) {
        int inserted =
                bulkInsert(TM).touched().rows(new TmRecord(), new TmRecord()).execute(ctx);

        assertThat(inserted).isEqualTo(2);
        assertThat(ctx.fetch(TM, TM.ID.gt(9)).sortAsc(TM.ID))
                .extracting(TmRecord::getId, TmRecord::getName, TmRecord::getBigArrayField)
                .containsExactly(tuple(10, null, new Long[0]), tuple(11, null, new Long[0]));
    }

    @Test
    @DisplayName("C.7 #275 an id that exists, or twice in the input, is refused; the message names the rows")
    void sameIdTwice(DSLContext ctx) {
        var existing = NAMED.rows(new Named(10, "a"), new Named(9, "b"));
        var twice = NAMED.rows(new Named(10, "a"), new Named(11, "b"), new Named(10, "c"));

        for (var insert : List.of(existing, twice)) {
            assertThat(refusalOf(() -> insert.execute(ctx))).isEqualTo("23505");
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> insert.execute(ctx))
                    .withMessageContainingAll("tm_pkey", insert == existing ? "row 2" : "row 1 and row 3");
        }
        assertThat(ctx.fetchCount(TM)).isEqualTo(9);
    }

    @Test
    @DisplayName("C.7 #277 returning without the primary key (differs: refused, after the statement ran)")
    void withoutPrimaryKey(DSLContext ctx) {
        assertThat(NAMES.rows("a", "b").returning(TM.NAME).fetch(ctx).getValues(TM.NAME))
                .containsExactlyInAnyOrder("a", "b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NAMES.rows("c").returning(List.of()).fetch(ctx));
        assertThat(ctx.fetchCount(TM)).isEqualTo(11);
    }

    @Test
    @DisplayName("C.7 #280 returned in input order, each with its input row")
    void inputOrder(DSLContext ctx) {
        var returned = NAMES.rows("c", "a", "b").returning(TM).fetchRows(ctx);

        assertThat(returned)
                .extracting(row -> row.element(), row -> row.record().getName())
                .containsExactly(tuple("c", "c"), tuple("a", "a"), tuple("b", "b"));
        assertThat(returned).extracting(row -> row.record().getId()).containsExactlyInAnyOrder(10, 11, 12);
    }

    @Test
    @DisplayName("C.3 #122 a text too long for the column is refused (differs: was cut)")
    void tooLong(DSLContext ctx) {
        assertThat(refusalOf(() -> bulkInsert(WIDE, String.class)
                        .set(WIDE.CODE)
                        .from(code -> code)
                        .rows("abcdefgh")
                        .execute(ctx)))
                .isEqualTo("22001");
        assertThat(ctx.fetchCount(WIDE)).isZero();
    }
}
