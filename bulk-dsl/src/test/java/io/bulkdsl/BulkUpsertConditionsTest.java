// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Prices.QUOTE;
import static io.bulkdsl.Prices.QUOTES;
import static io.bulkdsl.Prices.prices;
import static io.bulkdsl.Prices.quote;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.CustomCondition;
import org.junit.jupiter.api.Test;

/** Conditions on existing rows, also with what was to be inserted. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpsertConditionsTest {

    @Test
    void theLatestMayWin(DSLContext ctx) {
        var dearest = QUOTE.where(PRICE.AMOUNT.lt(excluded(PRICE.AMOUNT)));
        assertThat(dearest.rows(QUOTES.get(0)).getSQL())
                .endsWith(" where \"public\".\"price\".\"amount\" < excluded.\"amount\"");
        assertThat(dearest.rows(QUOTES).execute(ctx)).isEqualTo(2);
        assertThat(dearest.rows(quote("a", "3.00"), quote("b", "1.00"), quote("c", "1.00"))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(prices(ctx)).containsExactly("a 3.00 2 feed", "b 2.00 1 feed", "c 1.00 1 feed");
    }

    /** What updates first has no row that was to be inserted. */
    @Test
    void excludedIsOfOnConflictAlone(DSLContext ctx) {
        var dearest = QUOTE.where(PRICE.AMOUNT.lt(excluded(PRICE.AMOUNT)));
        // spotless:off
        var definitions = List.of(
                dearest.keyNotUnique(),
                dearest.setOnUpdate(PRICE.SOURCE).from(quote -> "late"),
                dearest.set(PRICE.LABELS, arrayRemove()).from(quote -> "old"),
                QUOTE.keyNotUnique().where(condition("{0} < {1}", PRICE.AMOUNT, excluded(PRICE.AMOUNT))),
                QUOTE.keyNotUnique().where(PRICE.SKU.ne("z")).where(exists(
                        selectOne().where(excluded(PRICE.AMOUNT).gt(PRICE.AMOUNT)))));
        // spotless:on
        for (var definition : definitions) {
            assertThatThrownBy(() -> definition.rows(QUOTES))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "bulkUpsert of price: a condition with excluded(…) works with ON CONFLICT alone, and this definition can't: a value for existing rows only, a function whose values are not of the column's type, a version or keyNotUnique()");
        }
        assertThat(QUOTE.keyNotUnique().where(PRICE.SKU.ne("b")).rows(QUOTES).execute(ctx))
                .isEqualTo(2);
    }

    /** The user's own, which only his configuration can render, isn't looked into. */
    @Test
    void conditionsMayNeedTheirConfiguration(DSLContext ctx) {
        var spared = CustomCondition.of(rendering -> rendering.visit(
                PRICE.SKU.ne((String) requireNonNull(rendering.configuration().data("spared")))));
        QUOTE.rows(QUOTES).execute(ctx);
        DSLContext sparing = ctx.configuration().derive().dsl();
        sparing.data("spared", "b");
        assertThat(QUOTE.keyNotUnique().where(spared).rows(QUOTES).execute(sparing))
                .isEqualTo(1);
        assertThat(prices(ctx)).containsExactly("a 1.00 2 feed", "b 2.00 1 feed");
    }
}
