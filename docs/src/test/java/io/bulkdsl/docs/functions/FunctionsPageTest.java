// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.functions;

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
import static io.bulkdsl.docs.db.Tables.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.upper;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.Functions;
import io.bulkdsl.testkit.PostgresTest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tables of docs/functions.md, row by row as they stand in the page, on a server. */
@PostgresTest(migrations = "classpath:db/migration")
class FunctionsPageTest {

    private static final String FOLD = "Rows with the same key";
    private static final String NEW_ROWS = "New rows of upserts";

    private static final FunctionsPage PAGE = new FunctionsPage();

    /** The functions by the page's headings, each on the column that the page shows it with. */
    private static final Map<String, Effect<?, ?>> EFFECTS = Map.ofEntries(
            Map.entry("eq()", Effect.of(ITEM.NAME, eq())),
            Map.entry("eqNotNull()", Effect.of(ITEM.NAME, eqNotNull())),
            Map.entry("ifNull()", Effect.of(ITEM.NAME, ifNull())),
            Map.entry("incr()", Effect.of(ITEM.AMOUNT, incr())),
            Map.entry("decr()", Effect.of(ITEM.AMOUNT, decr())),
            Map.entry("greatest()", Effect.of(ITEM.PRICE, greatest())),
            Map.entry("least()", Effect.of(ITEM.PRICE, least())),
            Map.entry("concat()", Effect.of(ITEM.NAME, concat())),
            Map.entry("append()", Effect.of(ITEM.TAGS, append())),
            Map.entry("prepend()", Effect.of(ITEM.TAGS, prepend())),
            Map.entry("union()", Effect.of(ITEM.TAGS, union())),
            Map.entry("arrayRemove()", Effect.of(ITEM.TAGS, SQLDataType.CLOB, arrayRemove())),
            Map.entry("jsonbConcat()", Effect.of(ITEM.DETAILS, jsonbConcat())),
            Map.entry("hstoreConcat()", Effect.of(ITEM.LABELS, hstoreConcat())),
            Map.entry("now()", Effect.of(ITEM.CHECKED_AT, now())),
            Map.entry(
                    "expr((current, incoming) -> …)",
                    Effect.of(ITEM.AMOUNT, expr((current, incoming) -> current.times(incoming)))),
            Map.entry(
                    "expr(type, (current, incoming) -> …)",
                    Effect.of(
                            ITEM.NAME,
                            SQLDataType.INTEGER,
                            expr(SQLDataType.INTEGER, (current, length) -> left(current, length)))),
            Map.entry("expr(current -> …)", Effect.of(ITEM.NAME, expr(current -> upper(current)))),
            Map.entry("A function of your own", Effect.of(ITEM.AMOUNT, new AddFlags())));

    @TestFactory
    Stream<DynamicTest> aFunctionLeavesWhatItsTableSays(DSLContext ctx) {
        return PAGE.functions().stream().flatMap(function -> PAGE.effects(function).stream()
                .map(row -> inTransaction(function, row, ctx, (tx, effect) -> {
                    String held = value(tx, row.get("column"));
                    String incoming = value(tx, row.get("incoming"));
                    assertThat(effect.updated(tx, held, incoming)).isEqualTo(value(tx, row.get("with")));
                    if (effect.isOfTheColumnsType()) {
                        assertThat(effect.plain().updated(tx, held, incoming)).isEqualTo(value(tx, row.get("without")));
                    } else {
                        assertThat(row.get("without")).isEqualTo("–");
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> rowsWithTheSameKeyFold(DSLContext ctx) {
        return PAGE.section(FOLD).stream()
                .map(row -> inTransaction(bare(row.get("function")), row, ctx, (tx, effect) -> {
                    String held = value(tx, row.get("column"));
                    String first = value(tx, row.get("first"));
                    String second = value(tx, row.get("second"));
                    if (row.get("left").equals("refused")) {
                        assertThatThrownBy(() -> effect.folded(tx, held, first, second))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining("duplicates(FOLD)");
                    } else {
                        assertThat(effect.folded(tx, held, first, second)).isEqualTo(value(tx, row.get("left")));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> aNewRowGetsWhatItsTableSays(DSLContext ctx) {
        return PAGE.section(NEW_ROWS).stream()
                .map(row -> inTransaction(bare(row.get("function")), row, ctx, (tx, effect) -> assertThat(
                                effect.inserted(tx, value(tx, row.get("incoming"))))
                        .isEqualTo(value(tx, row.get("new row")))));
    }

    @Test
    void everyFunctionOfTheLibraryHasAHeading() {
        List<String> forms = Arrays.stream(Functions.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .sorted()
                .toList();
        assertThat(PAGE.functions().stream()
                        .filter(heading -> heading.contains("("))
                        .map(heading -> heading.substring(0, heading.indexOf('('))))
                .containsExactlyInAnyOrderElementsOf(forms);
    }

    @Test
    void everyHeadingIsTested() {
        assertThat(PAGE.functions()).containsExactlyInAnyOrderElementsOf(EFFECTS.keySet());
        assertThat(PAGE.functions())
                .allSatisfy(function ->
                        assertThat(PAGE.effects(function)).as(function).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> aTableHasNullsOnEitherSide() {
        return EFFECTS.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    Stream<String> sides = entry.getValue().takesValues()
                            ? Stream.of("c v", "null v", "c null", "null null")
                            : Stream.of("c –", "null –");
                    assertThat(PAGE.effects(entry.getKey()).stream()
                                    .map(row -> side(row.get("column"), "c") + " " + side(row.get("incoming"), "v")))
                            .containsAll(sides.toList());
                }));
    }

    private static String side(String cell, String value) {
        return List.of("null", "–").contains(bare(cell)) ? bare(cell) : value;
    }

    /** But for those that take no values. */
    @Test
    void everyFunctionIsInTheTableOfFolding() {
        assertThat(PAGE.section(FOLD))
                .extracting(row -> bare(row.get("function")))
                .containsOnlyOnceElementsOf(PAGE.functions().stream()
                        .filter(function -> EFFECTS.get(function).takesValues())
                        .toList());
        assertThat(PAGE.section(NEW_ROWS)).isNotEmpty();
    }

    private static DynamicTest inTransaction(
            String function, Map<String, String> row, DSLContext ctx, BiConsumer<DSLContext, Effect<?, ?>> test) {
        return dynamicTest(
                function + " " + row.values(),
                () -> ctx.transaction(transaction -> {
                    assertThat(EFFECTS).containsKey(function);
                    test.accept(transaction.dsl(), EFFECTS.get(function));
                }));
    }

    /** A cell's literal as the text that PostgreSQL gives: of null none, of a text what is quoted, {@code now()} itself. */
    @Nullable
    private static String value(DSLContext ctx, String cell) {
        String literal = bare(cell);
        return switch (literal) {
            case "null", "–" -> null;
            case "now()" -> ctx.fetchSingle("select cast(now() as text)").get(0, String.class);
            default -> literal.startsWith("'") ? literal.substring(1, literal.length() - 1) : literal;
        };
    }

    private static String bare(String cell) {
        return cell.replace("`", "");
    }
}
