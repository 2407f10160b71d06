// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.operators;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Operators.between;
import static io.bulkdsl.Operators.eq;
import static io.bulkdsl.Operators.eqBy;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.gt;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.Operators.isNull;
import static io.bulkdsl.Operators.le;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.Operators.ne;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.Operators.notIn;
import static io.bulkdsl.docs.db.Tables.SAMPLE;
import static io.bulkdsl.docs.operators.Like.like;
import static io.bulkdsl.docs.operators.SampleColumn.WORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.Operators;
import io.bulkdsl.Pdnf;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.docs.db.tables.records.SampleRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tables of docs/operators.md as they stand there: each row of them is tried. */
@PostgresTest(migrations = "classpath:db/migration")
class OperatorsPageTest {

    /** One key by one operator, its value read from what the page says comes. */
    private record Tried(BulkDelete<SampleRecord, String> delete, Pdnf<String> pdnf) {}

    @TestFactory
    Stream<DynamicTest> eachRowOfEachTable(DSLContext ctx) {
        return OperatorSection.all().stream().flatMap(section -> section.rows().stream()
                .map(row -> dynamicTest(
                        section.operator() + ": " + row.column() + ", " + row.incoming(),
                        () -> matches(ctx, section.operator(), row))));
    }

    @TestFactory
    Stream<DynamicTest> eachCondition() {
        return OperatorSection.all().stream()
                .map(section -> dynamicTest(section.operator(), () -> {
                    OperatorSection.Row row = section.rows().get(0);
                    String sql = tried(section.operator(), SampleColumn.of(row))
                            .delete()
                            .rows(row.incoming())
                            .via(RowSource.VALUES)
                            .getSQL();
                    assertThat(sql.replace("\"", "").replace("public.", "")).contains(section.condition());
                }));
    }

    @Test
    void noOperatorIsMissing() {
        assertThat(OperatorSection.all())
                .extracting(OperatorSection::operator)
                .doesNotHaveDuplicates()
                .containsAll(Arrays.stream(Operators.class.getMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .map(Method::getName)
                        .toList());
    }

    private static void matches(DSLContext ctx, String operator, OperatorSection.Row row) {
        SampleColumn<?> column = SampleColumn.of(row);
        ctx.deleteFrom(SAMPLE).execute();
        ctx.execute("insert into sample (id, " + column.column().getName() + ") values (1, " + row.column() + ")");
        Tried tried = tried(operator, column);
        assertThat(answer(() -> ctx.fetchCount(SAMPLE, tried.pdnf().rows(row.incoming()))))
                .as("pdnf")
                .isEqualTo(row.matches());
        assertThat(answer(() -> tried.delete().rows(row.incoming()).execute(ctx)))
                .as("delete")
                .isEqualTo(row.matches());
    }

    private static String answer(Supplier<Integer> rows) {
        try {
            return rows.get() == 1 ? "yes" : "no";
        } catch (InvalidRowException e) {
            return "refused";
        }
    }

    private static <T> Tried tried(String operator, SampleColumn<T> column) {
        return switch (operator) {
            case "eq" -> tried(column, eq(), column::value);
            case "notDistinct" -> tried(column, notDistinct(), column::value);
            case "eqBy" -> tried(WORD, eqBy(DSL::lower), WORD::value);
            case "ne" -> tried(column, ne(), column::value);
            case "lt" -> tried(column, lt(), column::value);
            case "le" -> tried(column, le(), column::value);
            case "gt" -> tried(column, gt(), column::value);
            case "ge" -> tried(column, ge(), column::value);
            case "in" -> tried(column, in(), column::collection);
            case "notIn" -> tried(column, notIn(), column::collection);
            case "between" -> tried(column, between(), column::bounds);
            case "isNull" -> tried(column, isNull(), text -> text.equals("null") ? null : Boolean.valueOf(text));
            case "like" -> tried(WORD, like(), WORD::value);
            default -> throw new AssertionError("it isn't known here how to try " + operator);
        };
    }

    private static <T, V> Tried tried(
            SampleColumn<T> column, KeyOperator<T, V> operator, Function<String, @Nullable V> incoming) {
        return new Tried(
                bulkDelete(SAMPLE, String.class).key(column.column(), operator).from(incoming),
                pdnf(String.class).key(column.column(), operator).from(incoming));
    }
}
