// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.docs.db.Tables.ORDER_LINE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.lower;

import io.bulkdsl.Pdnf;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.docs.db.tables.records.OrderLineRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/statements/pdnf.md shows. */
@PostgresTest(migrations = "classpath:db/migration")
class PdnfPageTest {

    record Demand(String sku, int quantity) {}

    record Shipment(String sku, @Nullable LocalDate day) {}

    // spotless:off
    static final Pdnf<Demand> EXACTLY = pdnf(Demand.class)
            .key(ORDER_LINE.SKU).from(Demand::sku)
            .key(ORDER_LINE.QUANTITY).from(Demand::quantity);

    static final Pdnf<Demand> AT_LEAST = pdnf(Demand.class)
            .key(ORDER_LINE.SKU).from(Demand::sku)
            .key(ORDER_LINE.QUANTITY, ge()).from(Demand::quantity);

    static final Pdnf<Shipment> SHIPPED = pdnf(Shipment.class)
            .key(ORDER_LINE.SKU).from(Shipment::sku)
            .key(ORDER_LINE.SHIPPED_ON, notDistinct()).from(Shipment::day);

    static final Pdnf<OrderLineRecord> OF_RECORDS = pdnf(OrderLineRecord.class)
            .key(ORDER_LINE.SKU).from(OrderLineRecord::getSku)
            .key(ORDER_LINE.QUANTITY).from(OrderLineRecord::getQuantity);
    // spotless:on

    @BeforeEach
    void insert(DSLContext ctx) {
        OrderLines.insert(ctx);
    }

    @Test
    void isAConditionOfAnyQuery(DSLContext ctx) {
        List<Demand> demands = List.of(new Demand("pen", 6), new Demand("cap", 2));
        assertThatSql(ctx.select(ORDER_LINE.LINE).from(ORDER_LINE).where(AT_LEAST.rows(demands)))
                .rendersSql("""
                        select "public"."order_line"."line"
                        from "public"."order_line"
                        where (
                          ("public"."order_line"."sku" = ? and "public"."order_line"."quantity" >= ?)
                          or ("public"."order_line"."sku" = ? and "public"."order_line"."quantity" >= ?)
                        )
                        """)
                .withBinds("pen", 6, "cap", 2);
        Result<OrderLineRecord> lines = ctx.fetch(ORDER_LINE, AT_LEAST.rows(demands));
        assertThat(lines).extracting(line -> line.getSku() + line.getQuantity()).containsExactly("pen10", "cap2");
    }

    @Test
    void alsoWhatIsWrittenByHand(DSLContext ctx) {
        List<Demand> demands = List.of(new Demand("pen", 5), new Demand("cap", 2));
        ctx.update(ORDER_LINE)
                .set(ORDER_LINE.SHIPPED_ON, LocalDate.of(2026, 3, 2))
                .where(EXACTLY.rows(demands))
                .execute();
        ctx.deleteFrom(ORDER_LINE).where(EXACTLY.rows(demands).not()).execute();
        assertThat(lines(ctx)).containsExactly("pen 5 2026-03-02", "cap 2 2026-03-02");
    }

    @Test
    void ofRecords(DSLContext ctx) {
        OrderLineRecord pens = new OrderLineRecord();
        pens.setSku("pen");
        pens.setQuantity(5);
        assertThat(ctx.fetchCount(ORDER_LINE, OF_RECORDS.rows(pens))).isEqualTo(1);
    }

    @Test
    void nulls(DSLContext ctx) {
        Shipment unsent = new Shipment("pen", null);
        assertThatSql(SHIPPED.rows(unsent)).rendersSql("""
                (
                  "public"."order_line"."sku" = ?
                  and "public"."order_line"."shipped_on" is not distinct from cast(? as date)
                )
                """);
        assertThat(ctx.fetch(ORDER_LINE, SHIPPED.rows(unsent)))
                .extracting(OrderLineRecord::getQuantity)
                .containsExactly(5);
        // spotless:off
        Pdnf<Shipment> byEquality = pdnf(Shipment.class)
                .key(ORDER_LINE.SHIPPED_ON).from(Shipment::day);
        // spotless:on
        assertThatThrownBy(() -> byEquality.rows(unsent))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("row 1, column order_line.shipped_on: the key is null and so matches no row");
    }

    @Test
    void noRowsSelectNothing(DSLContext ctx) {
        assertThatSql(AT_LEAST.rows()).rendersSql("false");
        assertThat(ctx.fetchCount(ORDER_LINE, AT_LEAST.rows())).isZero();
        assertThat(ctx.fetchCount(ORDER_LINE, AT_LEAST.rows().not())).isEqualTo(4);
    }

    @Test
    void manyRowsAreASemiJoin(DSLContext ctx) {
        List<Demand> many = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> new Demand("pen", i))
                .toList();
        assertThatSql(EXACTLY.rows(many)).rendersSql("""
                (exists (
                  select 1
                  from unnest(cast(? as text[]), cast(? as int[])) as "incoming" ("sku", "quantity")
                  where (
                    "public"."order_line"."sku" = "incoming"."sku"
                    and "public"."order_line"."quantity" = "incoming"."quantity"
                  )
                ))
                """);
        assertThat(ctx.fetchCount(ORDER_LINE, EXACTLY.rows(many))).isEqualTo(2);
    }

    @Test
    void expressionsMayBeKeys(DSLContext ctx) {
        // spotless:off
        Pdnf<String> anyCase = pdnf(String.class)
                .key(lower(ORDER_LINE.SKU)).from(String::toLowerCase);
        // spotless:on
        assertThat(ctx.fetchCount(ORDER_LINE, anyCase.rows("PEN", "Ink"))).isEqualTo(3);
    }

    @Test
    void theSameRowTwiceIsFine(DSLContext ctx) {
        Demand cap = new Demand("cap", 2);
        assertThat(ctx.fetchCount(ORDER_LINE, EXACTLY.rows(cap, cap))).isEqualTo(1);
    }

    private static List<String> lines(DSLContext ctx) {
        return ctx.selectFrom(ORDER_LINE)
                .orderBy(ORDER_LINE.ORDER_ID.desc(), ORDER_LINE.LINE)
                .fetch(line -> line.getSku() + " " + line.getQuantity() + " " + line.getShippedOn());
    }
}
