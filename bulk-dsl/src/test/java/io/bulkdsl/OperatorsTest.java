// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Operators.between;
import static io.bulkdsl.Operators.eq;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.gt;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.Operators.isNull;
import static io.bulkdsl.Operators.le;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.Operators.ne;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.Operators.notIn;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.contract.Bounds;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operator: its SQL, which rows it matches in a bulk update and in pdnf, and what null does to it. */
@PostgresTest(migrations = "classpath:db/migration")
class OperatorsTest {

    record Row<V>(@Nullable V key) {}

    private final List<DynamicTest> tests = new ArrayList<>();

    /** b of the rows 1 to 5 is 1, 2, 3, 4 and null. */
    @BeforeEach
    void rows(DSLContext ctx) {
        for (Integer b : Arrays.asList(1, 2, 3, 4, null)) {
            ctx.insertInto(TWOKEY).set(TWOKEY.A, 0).set(TWOKEY.B, b).execute();
        }
    }

    @TestFactory
    Stream<DynamicTest> operators(DSLContext ctx) {
        operator(ctx, "eq", eq(), 2, Set.of(2), "b = v");
        operator(ctx, "ne", ne(), 2, Set.of(1, 3, 4), "b <> v");
        operator(ctx, "lt", lt(), 3, Set.of(1, 2), "b < v");
        operator(ctx, "le", le(), 3, Set.of(1, 2, 3), "b <= v");
        operator(ctx, "gt", gt(), 3, Set.of(4), "b > v");
        operator(ctx, "ge", ge(), 3, Set.of(3, 4), "b >= v");
        operator(ctx, "in", in(), List.of(1, 4, 9), Set.of(1, 4), "b = any (v)");
        operator(ctx, "in nothing", in(), List.of(), Set.of(), "b = any (v)");
        operator(ctx, "notIn", notIn(), List.of(1, 4), Set.of(2, 3), "b <> all (v)");
        operator(ctx, "notIn nothing", notIn(), List.of(), Set.of(1, 2, 3, 4, 5), "b <> all (v)");
        operator(ctx, "between", between(), Bounds.of(2, 3), Set.of(2, 3), "b between (v)[1] and (v)[2]");
        operator(ctx, "between nothing", between(), Bounds.of(3, 2), Set.of(), "b between (v)[1] and (v)[2]");
        operator(ctx, "isNull true", isNull(), true, Set.of(5), "(b is null) = v");
        operator(ctx, "isNull false", isNull(), false, Set.of(1, 2, 3, 4), "(b is null) = v");
        operator(ctx, "notDistinct", notDistinct(), 2, Set.of(2), "b is not distinct from v");
        accepted(ctx, "notDistinct null", notDistinct(), null, Set.of(5));
        for (KeyOperator<Integer, ?> operator : List.<KeyOperator<Integer, ?>>of(
                eq(), ne(), lt(), le(), gt(), ge(), in(), notIn(), between(), isNull())) {
            refused(ctx, operator, null, "the key is null");
        }
        refused(ctx, in(), Collections.singletonList(null), "contains null");
        refused(ctx, notIn(), Arrays.asList(1, null), "contains null");
        return tests.stream();
    }

    private <V> void operator(
            DSLContext ctx,
            String name,
            KeyOperator<Integer, V> operator,
            V key,
            Set<Integer> matched,
            String condition) {
        accepted(ctx, name, operator, key, matched);
        String sql = condition
                .replaceFirst("\\bb\\b", "\"public\".\"twokey\".\"b\"")
                .replaceAll("\\bv\\b", "\"incoming\".\"b\"");
        tests.add(dynamicTest(name + ": SQL", () -> assertThat(
                        update(operator).rows(List.of(new Row<>(key))).getSQL())
                .contains(" where ")
                .contains(sql)));
    }

    private <V> void accepted(
            DSLContext ctx, String name, KeyOperator<Integer, V> operator, @Nullable V key, Set<Integer> matched) {
        List<Row<V>> rows = List.of(new Row<>(key));
        tests.add(dynamicTest(
                name + ": bulk update",
                () -> ctx.transaction(trx -> {
                    assertThat(update(operator).rows(rows).execute(trx.dsl())).isEqualTo(matched.size());
                    assertThat(ids(trx.dsl(), TWOKEY.V.eq("hit"))).isEqualTo(matched);
                    trx.dsl().update(TWOKEY).setNull(TWOKEY.V).execute();
                })));
        tests.add(dynamicTest(name + ": pdnf", () -> assertThat(ids(
                        ctx,
                        pdnf(Row.class).key(TWOKEY.B, operator).from(row -> key).rows(rows)))
                .isEqualTo(matched)));
        tests.add(dynamicTest(name + ": pdnf of many", () -> assertThat(ids(
                        ctx,
                        pdnf(Row.class)
                                .key(TWOKEY.B, operator)
                                .from(row -> key)
                                .rows(Collections.nCopies(101, rows.get(0)))))
                .isEqualTo(matched)));
    }

    private <V> void refused(DSLContext ctx, KeyOperator<Integer, V> operator, @Nullable V key, String message) {
        List<Row<V>> rows = List.of(new Row<>(key));
        String name = operator + " of " + key;
        tests.add(dynamicTest(name + ": refused in a bulk update", () -> assertThatThrownBy(
                        () -> update(operator).rows(rows).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 1, column twokey.b: ")
                .hasMessageContaining(message)));
        tests.add(dynamicTest(name + ": refused in pdnf", () -> assertThatThrownBy(() ->
                        pdnf(Row.class).key(TWOKEY.B, operator).from(row -> key).rows(rows))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining(message)));
    }

    @SuppressWarnings("unchecked")
    private static <V> BulkUpdate<?, Row<V>> update(KeyOperator<Integer, V> operator) {
        return bulkUpdate(TWOKEY, (Class<Row<V>>) (Class<?>) Row.class)
                .key(TWOKEY.B, operator)
                .from(Row::key)
                .set(TWOKEY.V)
                .from(row -> "hit");
    }

    private static Set<Integer> ids(DSLContext ctx, Condition condition) {
        return ctx.select(TWOKEY.ID).from(TWOKEY).where(condition).fetchSet(TWOKEY.ID);
    }
}
