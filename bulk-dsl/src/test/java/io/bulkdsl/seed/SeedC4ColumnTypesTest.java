// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.append;
import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.eq;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.jsonbConcat;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.seed.SeedRows.ints;
import static io.bulkdsl.seed.SeedRows.refusalOf;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jooq.JSONB.jsonb;
import static org.jooq.postgres.extensions.types.Hstore.hstore;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.types.YearToSecond;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a function makes of one column and one value, nulls among them, and which types it refuses. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.4 Set functions on bulkUpdate: columns of each type")
class SeedC4ColumnTypesTest {

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

    private static YearToSecond interval(int days, int hours) {
        return YearToSecond.valueOf(Duration.ofDays(days).plusHours(hours));
    }

    private static Map<String, String> xIsNull() {
        Map<String, String> map = new HashMap<>(Map.of("n", "3", "b", "false"));
        map.put("x", null);
        return map;
    }
}
