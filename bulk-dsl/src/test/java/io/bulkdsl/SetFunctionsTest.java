// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.append;
import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.decr;
import static io.bulkdsl.Functions.eq;
import static io.bulkdsl.Functions.eqNotNull;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.greatest;
import static io.bulkdsl.Functions.hstoreConcat;
import static io.bulkdsl.Functions.ifNull;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.jsonbConcat;
import static io.bulkdsl.Functions.least;
import static io.bulkdsl.Functions.prepend;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static io.bulkdsl.testkit.SqlAssertions.assertThat;
import static org.jooq.JSONB.jsonb;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.postgres.extensions.types.Hstore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every set function: its SQL, and its effect for {value, null} × {column null, not null}. */
@PostgresTest(migrations = "classpath:db/migration")
class SetFunctionsTest {

    record Row<V>(int id, @Nullable V value) {}

    /** What a function makes of: column and value, column alone, value alone, neither. */
    record Effect<T>(
            T both, T nullValue, T nullColumn, @Nullable T bothNull) {}

    private final List<DynamicTest> tests = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> functions(DSLContext ctx) {
        function(ctx, "eq", WIDE.BI, eq(), 5L, 7L, new Effect<>(7L, null, 7L, null), "incoming.bi");
        String incr = "coalesce((wide.si + incoming.si), incoming.si, wide.si)";
        function(ctx, "incr", WIDE.SI, incr(), (short) 5, (short) 7, effect((short) 12, (short) 5, (short) 7), incr);
        function(
                ctx,
                "incr numeric",
                WIDE.DE,
                incr(),
                dec("5.10"),
                dec("7.05"),
                effect(dec("12.15"), dec("5.10"), dec("7.05")),
                incr.replace("si", "de"));
        function(ctx, "incr double", WIDE.FL, incr(), 5.5, 7.0, effect(12.5, 5.5, 7.0), incr.replace("si", "fl"));
        function(
                ctx,
                "decr",
                WIDE.BI,
                decr(),
                5L,
                7L,
                effect(-2L, 5L, -7L),
                "coalesce((wide.bi - incoming.bi), -incoming.bi, wide.bi)");
        function(
                ctx,
                "concat",
                WIDE.TX,
                concat(),
                "a",
                "b",
                effect("ab", "a", "b"),
                "coalesce((wide.tx || incoming.tx), incoming.tx, wide.tx)");
        function(
                ctx,
                "append",
                WIDE.IA,
                append(),
                ints(1, 2),
                ints(2, 3),
                effect(ints(1, 2, 2, 3), ints(1, 2), ints(2, 3)),
                "(wide.ia || incoming.ia)");
        function(
                ctx,
                "prepend",
                WIDE.IA,
                prepend(),
                ints(1, 2),
                ints(2, 3),
                effect(ints(2, 3, 1, 2), ints(1, 2), ints(2, 3)),
                "(incoming.ia || wide.ia)");
        function(
                ctx,
                "jsonbConcat",
                WIDE.JS,
                jsonbConcat(),
                jsonb("{\"a\": 1}"),
                jsonb("{\"b\": 2}"),
                effect(jsonb("{\"a\": 1, \"b\": 2}"), jsonb("{\"a\": 1}"), jsonb("{\"b\": 2}")),
                "coalesce(wide.js || incoming.js, incoming.js, wide.js)");
        function(
                ctx,
                "hstoreConcat",
                WIDE.HS,
                hstoreConcat(),
                Hstore.hstore(java.util.Map.of("a", "1")),
                Hstore.hstore(java.util.Map.of("b", "2")),
                effect(
                        Hstore.hstore(java.util.Map.of("a", "1", "b", "2")),
                        Hstore.hstore(java.util.Map.of("a", "1")),
                        Hstore.hstore(java.util.Map.of("b", "2"))),
                "coalesce(wide.hs || incoming.hs, incoming.hs, wide.hs)");
        function(
                ctx,
                "union",
                WIDE.IA,
                union(),
                ints(2, 1, 2),
                ints(3, 1, 3),
                effect(ints(2, 1, 3), ints(2, 1, 2), ints(3, 1)),
                "case when incoming.ia is null then wide.ia else array(select e from unnest((wide.ia || incoming.ia)) with ordinality as u (e, n) group by e order by min(n)) end");
        function(ctx, "union of nothing", WIDE.IA, union(), ints(), ints(), effect(ints(), ints(), ints()), null);
        function(
                ctx,
                "union with null elements",
                WIDE.IA,
                union(),
                ints(null, 1),
                ints(1, null),
                effect(ints(null, 1), ints(null, 1), ints(1, null)),
                null);
        function(
                ctx,
                "arrayRemove",
                WIDE.IA,
                arrayRemove(),
                ints(1, 2, 1),
                1,
                new Effect<>(ints(2), ints(1, 2, 1), null, null),
                "case when incoming.ia is null then wide.ia else array_remove(wide.ia, incoming.ia) end");
        function(
                ctx,
                "eqNotNull",
                WIDE.CODE,
                eqNotNull(),
                "a",
                "b",
                effect("b", "a", "b"),
                "coalesce(incoming.code, wide.code)");
        function(ctx, "ifNull", WIDE.TX, ifNull(), "a", "b", effect("a", "a", "b"), "coalesce(wide.tx, incoming.tx)");
        LocalDate early = LocalDate.of(2020, 1, 1);
        LocalDate late = LocalDate.of(2021, 1, 1);
        function(
                ctx,
                "greatest",
                WIDE.DA,
                greatest(),
                early,
                late,
                effect(late, early, late),
                "greatest(wide.da, incoming.da)");
        function(
                ctx, "least", WIDE.DA, least(), early, late, effect(early, early, late), "least(wide.da, incoming.da)");
        function(
                ctx,
                "expr",
                WIDE.BI,
                expr((current, incoming) -> current.times(incoming)),
                5L,
                7L,
                new Effect<>(35L, null, null, null),
                "(wide.bi * incoming.bi)");
        function(
                ctx,
                "expr of another type",
                WIDE.TX,
                expr(INTEGER, (current, incoming) -> left(current, incoming)),
                "abc",
                2,
                new Effect<>("ab", null, null, null),
                "left(wide.tx, incoming.tx)");
        return tests.stream();
    }

    private <T, V> void function(
            DSLContext ctx,
            String name,
            TableField<WideRecord, T> column,
            SetFunction<T, V> function,
            T current,
            V incoming,
            Effect<T> effect,
            @Nullable String sql) {
        var update = bulkUpdate(WIDE, Row.class).key(WIDE.ID).from(Row::id);
        @SuppressWarnings("unchecked")
        var definition = update.set(column, function).from(row -> (V) row.value());
        if (sql != null) {
            String quoted = sql.replaceAll("(wide|incoming)\\.(\\w+)", "\"$1\".\"$2\"")
                    .replace("\"wide\"", "\"public\".\"wide\"");
            tests.add(dynamicTest(name + " SQL", () -> assertThat(definition
                            .rows(new Row<>(1, incoming), new Row<>(2, null))
                            .query())
                    .rendersSql("update \"public\".\"wide\" set \"" + column.getName() + "\" = " + quoted
                            + " from (values (?, " + cast(column, incoming, function) + "), (?, "
                            + cast(column, incoming, function)
                            + ")) as \"incoming\" (\"id\", \"" + column.getName()
                            + "\") where \"public\".\"wide\".\"id\" = \"incoming\".\"id\"")));
        }
        tests.add(effect(ctx, definition, column, name + ": value on value", current, incoming, effect.both()));
        tests.add(effect(ctx, definition, column, name + ": null on value", current, null, effect.nullValue()));
        tests.add(effect(ctx, definition, column, name + ": value on null", null, incoming, effect.nullColumn()));
        tests.add(effect(ctx, definition, column, name + ": null on null", null, null, effect.bothNull()));
    }

    @SuppressWarnings("rawtypes")
    private static <T> DynamicTest effect(
            DSLContext ctx,
            BulkUpdate<WideRecord, Row> definition,
            TableField<WideRecord, T> column,
            String name,
            @Nullable T current,
            @Nullable Object incoming,
            @Nullable T expected) {
        return dynamicTest(name, () -> {
            int id = ctx.insertInto(WIDE)
                    .set(column, current)
                    .returning(WIDE.ID)
                    .fetchSingle()
                    .getId();
            Assertions.assertThat(definition.rows(new Row<>(id, incoming)).execute(ctx))
                    .isEqualTo(1);
            Assertions.assertThat(ctx.fetchValue(column, WIDE.ID.eq(id))).isEqualTo(expected);
            ctx.delete(WIDE).where(WIDE.ID.eq(id)).execute();
        });
    }

    private static <T, V> String cast(TableField<WideRecord, T> column, V incoming, SetFunction<T, V> function) {
        return org.jooq
                .impl
                .DSL
                .using(org.jooq.SQLDialect.POSTGRES)
                .render(org.jooq.impl.DSL.val(null, function.incomingType(column.getDataType())));
    }

    /** The usual: a null on either side counts as nothing. */
    private static <T> Effect<T> effect(T both, T current, T incoming) {
        return new Effect<>(both, current, incoming, null);
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    private static Integer[] ints(Integer... numbers) {
        return numbers;
    }
}
