// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.append;
import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.eq;
import static io.bulkdsl.Functions.eqNotNull;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.jsonbConcat;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.seed.SeedRows.refusalOf;
import static io.bulkdsl.testdb.public_.Tables.AN;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jooq.JSONB.jsonb;
import static org.jooq.postgres.extensions.types.Hstore.hstore;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.AnRecord;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.types.YearToSecond;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.4 Set functions on bulkUpdate")
class SeedC4SetFunctionsTest {

    record Renamed(int id, String oldName, String newName) {}

    private static final Integer[] EMPTY = {};

    @BeforeEach
    void rows(DSLContext ctx) {
        SeedRows.tm(ctx);
        SeedRows.an(ctx);
    }

    /** Each starts with one row of {@code wide} that holds a value in one column. */
    @TestFactory
    Stream<DynamicTest> oneColumn(DSLContext ctx) {
        return Stream.of(
                change(ctx, "#148 incr of a null bigint", WIDE.BI, null, incr(), 4L, 4L),
                change(ctx, "#148 incr of a null float", WIDE.FL, null, incr(), 1.5, 1.5),
                change(ctx, "#149 concat of null keeps the column (differs: null)", WIDE.TX, "a", concat(), null, "a"),
                change(ctx, "#151 append of null keeps the column", WIDE.IA, ints(1), append(), null, ints(1)),
                change(ctx, "#152 append to null", WIDE.IA, null, append(), ints(2), ints(2)),
                change(
                        ctx,
                        "#154 jsonb null || array is the array (differs: [{}, 1])",
                        WIDE.JS,
                        null,
                        jsonbConcat(),
                        jsonb("[1]"),
                        jsonb("[1]")),
                change(
                        ctx,
                        "#154 jsonb null || scalar is the scalar (differs: [{}, 's'])",
                        WIDE.JS,
                        null,
                        jsonbConcat(),
                        jsonb("\"s\""),
                        jsonb("\"s\"")),
                change(
                        ctx,
                        "#155 jsonb || object replaces equal keys",
                        WIDE.JS,
                        jsonb("{\"a\": 1, \"b\": {\"c\": 1}}"),
                        jsonbConcat(),
                        jsonb("{\"a\": 2}"),
                        jsonb("{\"a\": 2, \"b\": {\"c\": 1}}")),
                change(
                        ctx,
                        "#155 jsonb || object is shallow",
                        WIDE.JS,
                        jsonb("{\"a\": 1, \"b\": {\"c\": 1}}"),
                        jsonbConcat(),
                        jsonb("{\"b\": {\"d\": 2}}"),
                        jsonb("{\"a\": 1, \"b\": {\"d\": 2}}")),
                change(
                        ctx,
                        "#157 union with null keeps the column (differs: its own duplicates went)",
                        WIDE.IA,
                        ints(2, 2, 1),
                        union(),
                        null,
                        ints(2, 2, 1)),
                change(ctx, "#158 union of null with [2]", WIDE.IA, null, union(), ints(2), ints(2)),
                change(ctx, "#158 union of null with null is null (differs: {})", WIDE.IA, null, union(), null, null),
                change(
                        ctx,
                        "#161 append to an array of arrays",
                        WIDE.IA2,
                        new Integer[][] {{1, 2}},
                        append(),
                        new Integer[][] {{3, 4}},
                        new Integer[][] {{1, 2}, {3, 4}}),
                change(
                        ctx,
                        "#164 incr is rounded to the column's scale by the assignment, not before",
                        WIDE.DE,
                        new BigDecimal("1.00"),
                        incr(),
                        new BigDecimal("1.239"),
                        new BigDecimal("2.24")),
                change(ctx, "#167 incr on a foreign key (differs: refused)", WIDE.FK_ID, 1, incr(), 4, 5),
                change(
                        ctx,
                        "#167 incr on an interval (differs: refused)",
                        WIDE.DU,
                        interval(1, 0),
                        incr(),
                        interval(0, 5),
                        interval(1, 5)),
                change(
                        ctx,
                        "#176 a null in an hstore stays null (differs: 'None')",
                        WIDE.HS,
                        null,
                        eq(),
                        hstore(xIsNull()),
                        hstore(xIsNull())));
    }

    private static <T, V> DynamicTest change(
            DSLContext ctx,
            String name,
            TableField<WideRecord, T> column,
            T before,
            SetFunction<T, V> function,
            V value,
            T after) {
        return dynamicTest("C.4 " + name, () -> {
            ctx.deleteFrom(WIDE).execute();
            ctx.insertInto(WIDE, WIDE.ID, column).values(1, before).execute();

            int matched = bulkUpdate(WIDE, Integer.class)
                    .key(WIDE.ID)
                    .from(id -> id)
                    .set(column, function)
                    .from(id -> value)
                    .rows(1)
                    .execute(ctx);

            assertThat(matched).isEqualTo(1);
            assertThat(inIdOrder(ctx, column)).containsExactly(after);
        });
    }

    @TestFactory
    Stream<DynamicTest> refusedWhenDefined() {
        var update = bulkUpdate(WIDE, Integer.class).key(WIDE.ID).from(id -> id);
        return Stream.of(
                refused(
                        "#160 union on an array of arrays (differs: flattened it)",
                        () -> update.set(WIDE.IA2, union()).from(id -> new Integer[][] {{1, 2}}),
                        "wide.ia2: union() works on arrays of one dimension"),
                refused(
                        "#163 arrayRemove on an array of arrays (differs: refused by the server)",
                        () -> update.set(WIDE.IA2, arrayRemove()).from(id -> ints(1)),
                        "wide.ia2: arrayRemove() works on arrays of one dimension"),
                refused(
                        "#169 now() on a time (differs: when defined; on other types it does not compile)",
                        () -> update.set(WIDE.TI, now()),
                        "wide.ti: now() needs a date, timestamp or timestamptz column"));
    }

    private static DynamicTest refused(String name, Runnable definition, String message) {
        return dynamicTest("C.4 " + name, () -> assertThatIllegalArgumentException()
                .isThrownBy(definition::run)
                .withMessageContaining(message));
    }

    @Test
    @DisplayName("C.4 #131 incr")
    void incrThreeRows(DSLContext ctx) {
        int matched = bulkUpdate(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.INT_FIELD, incr())
                .from(id -> id)
                .rows(1, 5, 8)
                .execute(ctx);

        assertThat(matched).isEqualTo(3);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(2, 2, 3, 4, 10, 6, 7, 16, 9);
    }

    @Test
    @DisplayName("C.4 #133 append, four times")
    void appendFourTimes(DSLContext ctx) {
        var append = bulkUpdate(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.ARRAY_FIELD, append())
                .from(id -> id == 4 ? EMPTY : ints(id));

        for (int round = 1; round <= 4; round++) {
            assertThat(append.rows(1, 2, 3, 4).execute(ctx)).isEqualTo(4);
        }

        assertThat(inIdOrder(ctx, TM.ARRAY_FIELD))
                .containsExactly(
                        ints(1, 1, 1, 1), ints(2, 2, 2, 2), ints(3, 3, 3, 3), EMPTY, null, null, null, null, null);
    }

    @Test
    @DisplayName("C.4 #134 union, four times; the order is that of arrival")
    void unionFourTimes(DSLContext ctx) {
        for (int i = 4; i >= 1; i--) {
            Map<Integer, Integer[]> arrays = Map.of(1, ints(1), 2, ints(2), 3, ints(i), 4, EMPTY);
            int matched = bulkUpdate(TM, Integer.class)
                    .key(TM.ID)
                    .from(id -> id)
                    .set(TM.ARRAY_FIELD, union())
                    .from(arrays::get)
                    .rows(1, 2, 3, 4)
                    .execute(ctx);
            assertThat(matched).isEqualTo(4);
        }

        assertThat(inIdOrder(ctx, TM.ARRAY_FIELD))
                .containsExactly(ints(1), ints(2), ints(4, 3, 2, 1), EMPTY, null, null, null, null, null);
    }

    @Test
    @DisplayName("C.4 #136 jsonb ||, four times: numbers stay numbers")
    void jsonbFourTimes(DSLContext ctx) {
        for (int i = 1; i <= 4; i++) {
            Map<Integer, String> objects =
                    Map.of(1, "{\"1\": %d}", 2, "{\"2\": \"%d\"}", 3, "{\"%1$d\": %1$d}", 4, "{}");
            int round = i;
            int matched = bulkUpdate(TM, Integer.class)
                    .key(TM.ID)
                    .from(id -> id)
                    .set(TM.JSON_FIELD, jsonbConcat())
                    .from(id -> jsonb(objects.get(id).formatted(round)))
                    .rows(1, 2, 3, 4)
                    .execute(ctx);
            assertThat(matched).isEqualTo(4);
        }

        assertThat(inIdOrder(ctx, TM.JSON_FIELD))
                .startsWith(
                        jsonb("{\"1\": 4}"),
                        jsonb("{\"2\": \"4\"}"),
                        jsonb("{\"1\": 1, \"2\": 2, \"3\": 3, \"4\": 4}"),
                        jsonb("{}"),
                        null);
    }

    @Test
    @DisplayName("C.4 #137 eqNotNull")
    void notNullOnly(DSLContext ctx) {
        ctx.update(TM).setNull(TM.INT_FIELD).where(TM.ID.eq(3)).execute();
        Map<Integer, Integer> values = Map.of(1, 2, 2, 3);

        int matched = bulkUpdate(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.INT_FIELD, eqNotNull())
                .from(values::get)
                .rows(1, 2, 3, 4)
                .execute(ctx);

        assertThat(matched).isEqualTo(4);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(2, 3, null, 4, 5, 6, 7, 8, 9);
    }

    @Test
    @DisplayName("C.4 #139 expressions, with and without the row's value")
    void expressions(DSLContext ctx) {
        int matched = bulkUpdate(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.NAME, expr(DSL::upper))
                .set(TM.INT_FIELD, expr(Field::plus))
                .from(id -> id * 2)
                .rows(1, 2)
                .execute(ctx);

        assertThat(matched).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("TEST1", "TEST2", "test3");
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).startsWith(3, 6, 3);
    }

    @Test
    @DisplayName("C.4 #140 what is to be updated is named (differs: some columns updated themselves)")
    void noColumnUpdatesItself(DSLContext ctx) {
        OffsetDateTime checked = OffsetDateTime.parse("2020-01-02T00:00Z");

        ctx.transaction(trx -> {
            int matched = bulkUpdate(AN, OffsetDateTime.class)
                    .key(AN.ID)
                    .from(time -> 1)
                    .set(AN.CHECKED)
                    .from(time -> time)
                    .set(AN.UPDATED, now())
                    .rows(checked)
                    .execute(trx.dsl());

            assertThat(matched).isEqualTo(1);
            AnRecord row = trx.dsl().fetchSingle(AN);
            assertThat(row.getChecked()).isEqualTo(checked);
            assertThat(row.getCreated()).isEqualTo("2019-01-01T00:00Z");
            assertThat(row.getUpdated()).isEqualTo(trx.dsl().fetchValue(DSL.currentLocalDate()));
        });
    }

    @Test
    @DisplayName("C.4 #142 given times are stored")
    void givenTimes(DSLContext ctx) {
        OffsetDateTime created = OffsetDateTime.parse("2011-01-02T00:00Z");

        int matched = bulkUpdate(AN, OffsetDateTime.class)
                .key(AN.ID)
                .from(time -> 1)
                .set(AN.CREATED)
                .from(time -> time)
                .set(AN.UPDATED)
                .from(time -> time.toLocalDate().plusDays(1))
                .rows(created)
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        AnRecord row = ctx.fetchSingle(AN);
        assertThat(row.getCreated()).isEqualTo(created);
        assertThat(row.getUpdated()).isEqualTo(LocalDate.parse("2011-01-03"));
    }

    @Test
    @DisplayName("C.4 #143 now() is the transaction's time (differs: only the named column changes)")
    void nowOnTimestamp(DSLContext ctx) {
        ctx.transaction(trx -> {
            int matched = bulkUpdate(AN, Integer.class)
                    .key(AN.ID)
                    .from(id -> id)
                    .set(AN.CHECKED, now())
                    .rows(1)
                    .execute(trx.dsl());

            assertThat(matched).isEqualTo(1);
            AnRecord row = trx.dsl().fetchSingle(AN);
            assertThat(row.getChecked()).isEqualTo(trx.dsl().fetchValue(DSL.currentOffsetDateTime()));
            assertThat(row.getUpdated()).isEqualTo("2019-01-01");
        });
    }

    @Test
    @DisplayName("C.4 #166 a sum too large for the column is refused")
    void overflow(DSLContext ctx) {
        SeedRows.wide(ctx, WIDE.SI, (short) 1);

        assertThat(refusalOf(() -> bulkUpdate(WIDE, Short.class)
                        .key(WIDE.ID)
                        .from(value -> 1)
                        .set(WIDE.SI, incr())
                        .from(value -> value)
                        .rows(Short.MAX_VALUE)
                        .execute(ctx)))
                .isEqualTo("22003");
    }

    @Test
    @DisplayName("C.4 #170 an expression without the row's value (differs: takes none, so none is dropped)")
    void expressionWithoutValue(DSLContext ctx) {
        TmRecord record = new TmRecord();
        record.setId(1);
        record.setIntField(100);

        int matched = bulkUpdate(TM)
                .keys(TM.ID)
                .set(TM.INT_FIELD, expr(current -> current.plus(1)))
                .rows(record)
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).startsWith(2, 2, 3);
    }

    @Test
    @DisplayName("C.4 #172 the row's value alone, and times the column")
    void expressionOfValue(DSLContext ctx) {
        var key = bulkUpdate(TM, Integer.class).key(TM.ID).from(id -> id);

        assertThat(key.set(TM.INT_FIELD, expr((current, incoming) -> incoming))
                        .from(id -> 7)
                        .rows(1, 2)
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).startsWith(7, 7, 3);

        assertThat(key.set(TM.INT_FIELD, expr((current, incoming) -> incoming.times(current)))
                        .from(id -> 10)
                        .rows(2, 3)
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).startsWith(7, 70, 30, 4);
    }

    @Test
    @DisplayName("C.4 #179 concat on a column that is also a key")
    void concatOnKey(DSLContext ctx) {
        int matched = bulkUpdate(TM, Renamed.class)
                .key(TM.ID)
                .from(Renamed::id)
                .key(TM.NAME)
                .from(Renamed::oldName)
                .set(TM.NAME, concat())
                .from(Renamed::newName)
                .rows(List.of(new Renamed(1, "test1", "Z"), new Renamed(2, "no", "Z")))
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1Z", "test2");
    }

    private static Integer[] ints(Integer... elements) {
        return elements;
    }

    private static YearToSecond interval(int days, int hours) {
        return YearToSecond.valueOf(Duration.ofDays(days).plusHours(hours));
    }

    private static Map<String, String> xIsNull() {
        Map<String, String> map = new HashMap<>(Map.of("n", "3", "b", "false"));
        map.put("x", null);
        return map;
    }
}
