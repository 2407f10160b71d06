// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
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
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Functions.prepend;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.contract.Status;
import io.bulkdsl.contract.UpsertFunction;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;
import org.jooq.postgres.extensions.types.Hstore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every set function makes of a new row and of an existing one, with nulls on either side and on every path. */
@PostgresTest(migrations = "classpath:db/migration")
class UpsertFunctionsTest {

    /**
     * A function with a value v, on a column that holds c.
     *
     * @param fresh the column of a new row given v
     * @param freshOfNull the column of a new row given null
     * @param merged what c and v become
     * @param cNull what null and v become
     * @param vNull what c and null become
     * @param bothNull what null and null become
     */
    record Line<T, V>(
            String name,
            TableField<WideRecord, T> column,
            SetFunction<T, V> function,
            T c,
            V v,
            @Nullable T fresh,
            @Nullable T freshOfNull,
            @Nullable T merged,
            @Nullable T cNull,
            @Nullable T vNull,
            @Nullable T bothNull) {

        /** The outcome for a column that held {@code before}, or for a new row. */
        @Nullable
        T expected(boolean exists, @Nullable T before, @Nullable V value) {
            if (!exists) {
                return value == null ? freshOfNull : fresh;
            } else if (before == null) {
                return value == null ? bothNull : cNull;
            }
            return value == null ? vNull : merged;
        }
    }

    // spotless:off
    static final List<Line<?, ?>> TABLE = List.of(
            //         function         column    with              c                  v              new row: v      null     existing: c, v       c null           v null         both null
            new Line<>("eq",            WIDE.BI,  eq(),             5L,                3L,            3L,             null,    3L,                  3L,              null,          null),
            new Line<>("incr",          WIDE.BI,  incr(),           5L,                3L,            3L,             null,    8L,                  3L,              5L,            null),
            new Line<>("decr",          WIDE.BI,  decr(),           5L,                3L,            -3L,            null,    2L,                  -3L,             5L,            null),
            new Line<>("concat",        WIDE.TX,  concat(),         "a",               "b",           "b",            null,    "ab",                "b",             "a",           null),
            new Line<>("append",        WIDE.IA,  append(),         ints(1, 2),        ints(2, 3),    ints(2, 3),     null,    ints(1, 2, 2, 3),    ints(2, 3),      ints(1, 2),    null),
            new Line<>("prepend",       WIDE.IA,  prepend(),        ints(1, 2),        ints(2, 3),    ints(2, 3),     null,    ints(2, 3, 1, 2),    ints(2, 3),      ints(1, 2),    null),
            new Line<>("union",         WIDE.IA,  union(),          ints(2, 1, 2),     ints(3, 1, 3), ints(3, 1),     null,    ints(2, 1, 3),       ints(3, 1),      ints(2, 1, 2), null),
            new Line<>("arrayRemove",   WIDE.IA,  arrayRemove(),    ints(1, 2, 1),     1,             null,           null,    ints(2),             null,            ints(1, 2, 1), null),
            new Line<>("jsonbConcat",   WIDE.JS,  jsonbConcat(),    json("{\"a\": 1}"), json("[2]"),  json("[2]"),    null,    json("[{\"a\": 1}, 2]"), json("[2]"), json("{\"a\": 1}"), null),
            new Line<>("hstoreConcat",  WIDE.HS,  hstoreConcat(),   pairs("a", "1"),   pairs("a", "2"), pairs("a", "2"), null, pairs("a", "2"),     pairs("a", "2"), pairs("a", "1"), null),
            new Line<>("eqNotNull",     WIDE.TX,  eqNotNull(),      "a",               "b",           "b",            null,    "b",                 "b",             "a",           null),
            new Line<>("ifNull",        WIDE.TX,  ifNull(),         "a",               "b",           "b",            null,    "a",                 "b",             "a",           null),
            new Line<>("greatest",      WIDE.DA,  greatest(),       day(1),            day(2),        day(2),         null,    day(2),              day(2),          day(1),        null),
            new Line<>("least",         WIDE.DA,  least(),          day(1),            day(2),        day(2),         null,    day(1),              day(2),          day(1),        null),
            new Line<>("expr",          WIDE.BI,  expr((c, v) -> c.times(v)), 5L,      3L,            3L,             null,    15L,                 null,            null,          null),
            new Line<>("expr, typed",   WIDE.TX,  expr(SQLDataType.INTEGER, (c, v) -> left(c, v)), "abc", 2, null,   null,    "ab",                null,            null,          null),
            new Line<>("one's own",     WIDE.BI,  new Doubled(),    5L,                3L,            6L,             null,    11L,                 6L,              5L,            null));
    // spotless:on

    record Line1<T>(
            String name, TableField<WideRecord, T> column, Computed<T> function, T c, T fresh, T merged, T cNull) {}

    // spotless:off
    static final List<Line1<?>> COMPUTED = List.of(
            //          function           column    with                                   c    new row  existing: c  c null
            new Line1<>("expr",            WIDE.BI,  expr(c -> coalesce(c, inline(0L)).plus(1L)), 5L, 1L,   6L,         1L),
            new Line1<>("expr, constant",  WIDE.TX,  expr(c -> inline("x")),                "a", "x",     "x",         "x"));
    // spotless:on

    /** A value that counts twice, in new rows too. */
    static final class Doubled implements UpsertFunction<Long> {

        @Override
        public Field<Long> apply(Field<Long> current, Field<Long> incoming) {
            return coalesce(current.plus(incoming.times(2)), incoming.times(2), current);
        }

        @Override
        public Field<Long> inserted(Field<Long> incoming) {
            return incoming.times(2);
        }

        @Override
        public Field<Long> merged(Field<Long> current, Field<Long> excluded) {
            return coalesce(current.plus(excluded), excluded, current);
        }

        @Override
        public DataType<Long> incomingType(DataType<Long> column) {
            return column;
        }
    }

    /** So that a new function can't be forgotten here. */
    @Test
    void everyFunctionIsInTheTable() {
        Set<String> functions = Stream.concat(
                        Stream.of(Functions.class.getDeclaredMethods()), Stream.of(Equality.class.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tested = TABLE.stream().map(Line::name).collect(Collectors.toCollection(TreeSet::new));
        tested.add("now");
        tested.removeAll(Set.of("expr, typed", "one's own"));
        assertThat(tested).isEqualTo(functions);
    }

    @Test
    void setFunctions(DSLContext ctx) {
        TABLE.forEach(line -> check(ctx, line));
    }

    private static <T, V> void check(DSLContext ctx, Line<T, V> line) {
        var upsert = bulkUpsert(WIDE, Given.class)
                .key(WIDE.CODE)
                .from(Given::code)
                .set(line.column, line.function)
                .from(given -> given.isNull() ? null : line.v);
        boolean onConflict = !line.name.equals("arrayRemove") && !line.name.equals("expr, typed");
        assertThat(upsert.rows(ROWS).getSQL().contains("excluded"))
                .as(line.name)
                .isEqualTo(onConflict);
        check(ctx, line, upsert, "as it is");
        check(ctx, line, upsert.keyNotUnique(), "keyNotUnique");
        check(ctx, line, upsert.onlyChanged(), "onlyChanged");
        check(ctx, line, upsert.onlyChanged().keyNotUnique(), "onlyChanged and keyNotUnique");
        checkOnUpdate(ctx, line);
    }

    private static <T, V> void check(
            DSLContext ctx, Line<T, V> line, BulkUpsert<WideRecord, Given> upsert, String how) {
        prepare(ctx, line.column, line.c);
        var outcomes = upsert.rows(ROWS).returning(line.column).fetchOutcomes(ctx);
        for (var outcome : outcomes) {
            Given given = outcome.element();
            T expected = line.expected(given.exists(), given.held(line.c), given.isNull() ? null : line.v);
            String as = line.name + " " + how + ": " + given;
            assertThat(ctx.fetchValue(line.column, WIDE.CODE.eq(given.code())))
                    .as(as)
                    .isEqualTo(expected);
            assertThat(outcome.record().orElseThrow().value1())
                    .as(as + ", told")
                    .isEqualTo(expected);
            assertThat(outcome.created()).as(as).isEqualTo(!given.exists());
            if (how.startsWith("onlyChanged") && given.exists()) {
                boolean same = java.util.Objects.deepEquals(expected, given.held(line.c));
                assertThat(outcome.status()).as(as).isEqualTo(same ? Status.UNCHANGED : Status.UPDATED);
            }
        }
        assertThat(outcomes.rows()).hasSize(ROWS.size());
    }

    /** Of {@code setOnUpdate}, new rows get the database default: here null, and 7 of another column. */
    private static <T, V> void checkOnUpdate(DSLContext ctx, Line<T, V> line) {
        // spotless:off
        var upsert = bulkUpsert(WIDE, Given.class)
                .key(WIDE.CODE).from(Given::code)
                .setOnUpdate(line.column, line.function).from(given -> given.isNull() ? null : line.v)
                .setOnUpdate(WIDE.DFLT).from(given -> 9);
        // spotless:on
        for (var either : List.of(upsert, upsert.keyNotUnique())) {
            prepare(ctx, line.column, line.c);
            assertThat(either.rows(ROWS).execute(ctx)).as(line.name).isEqualTo(ROWS.size());
            for (Given given : ROWS) {
                T expected =
                        given.exists() ? line.expected(true, given.held(line.c), given.isNull() ? null : line.v) : null;
                assertThat(ctx.fetchValue(line.column, WIDE.CODE.eq(given.code())))
                        .as(line.name + " on update: " + given)
                        .isEqualTo(expected);
                assertThat(ctx.fetchValue(WIDE.DFLT, WIDE.CODE.eq(given.code())))
                        .isEqualTo(given.exists() ? 9 : 7);
            }
        }
    }

    @Test
    void computedFunctions(DSLContext ctx) {
        COMPUTED.forEach(line -> checkComputed(ctx, line));
    }

    private static <T> void checkComputed(DSLContext ctx, Line1<T> line) {
        // spotless:off
        var keys = bulkUpsert(WIDE, Given.class)
                .key(WIDE.CODE).from(Given::code);
        var all = keys
                .set(line.column, line.function);
        var onInsert = keys
                .setOnInsert(line.column, line.function)
                .set(WIDE.SI).from(given -> (short) 1);
        var onUpdate = keys
                .setOnUpdate(line.column, line.function);
        var whenChanged = keys
                .set(WIDE.SI).from(given -> (short) 1)
                .setWhenChanged(line.column, line.function);
        // spotless:on
        for (boolean lock : List.of(false, true)) {
            computed(ctx, line, lock ? all.keyNotUnique() : all, line.fresh, line.merged, line.cNull);
            computed(ctx, line, lock ? onInsert.keyNotUnique() : onInsert, line.fresh, line.c, null);
            computed(ctx, line, lock ? onUpdate.keyNotUnique() : onUpdate, null, line.merged, line.cNull);
            computed(ctx, line, lock ? whenChanged.keyNotUnique() : whenChanged, line.fresh, line.merged, line.cNull);
        }
    }

    private static <T> void computed(
            DSLContext ctx,
            Line1<T> line,
            BulkUpsert<WideRecord, Given> upsert,
            @Nullable T fresh,
            @Nullable T merged,
            @Nullable T cNull) {
        prepare(ctx, line.column, line.c);
        upsert.rows(ROWS).execute(ctx);
        for (Given given : ROWS) {
            T expected = !given.exists() ? fresh : given.held(line.c) == null ? cNull : merged;
            assertThat(ctx.fetchValue(line.column, WIDE.CODE.eq(given.code())))
                    .as(line.name + ": " + given)
                    .isEqualTo(expected);
        }
    }

    @Test
    void nowIsTheTimeTheTransactionBegan(DSLContext ctx) {
        var upsert =
                bulkUpsert(WIDE, String.class).key(WIDE.CODE).from(code -> code).set(WIDE.DT, now());
        for (var either : List.of(upsert, upsert.keyNotUnique())) {
            prepare(ctx, WIDE.BI, 1L);
            ctx.transaction(trx -> {
                String began = (String) trx.dsl().fetchValue("select now()::text");
                either.rows("new", "c").execute(trx.dsl());
                assertThat(trx.dsl()
                                .fetch("select dt::text from wide where code in ('new', 'c')")
                                .getValues(0, String.class))
                        .hasSize(2)
                        .containsOnly(began);
            });
        }
    }

    /** A row: "new", or one that holds c or null, given v or null. */
    record Given(String code) {

        boolean exists() {
            return !code.startsWith("n");
        }

        boolean isNull() {
            return code.endsWith("0");
        }

        <T> @Nullable T held(T c) {
            return code.startsWith("c") ? c : null;
        }
    }

    static final List<Given> ROWS =
            Stream.of("new", "new0", "c", "c0", "e", "e0").map(Given::new).toList();

    private static <T> void prepare(DSLContext ctx, TableField<WideRecord, T> column, T c) {
        ctx.deleteFrom(WIDE).execute();
        for (Given given : ROWS) {
            if (given.exists()) {
                ctx.insertInto(WIDE, WIDE.CODE, column)
                        .values(given.code(), given.held(c))
                        .execute();
            }
        }
    }

    private static Integer[] ints(Integer... elements) {
        return elements;
    }

    private static JSONB json(String text) {
        return JSONB.valueOf(text);
    }

    private static Hstore pairs(String key, String value) {
        return Hstore.hstore(Map.of(key, value));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2020, 1, day);
    }
}
