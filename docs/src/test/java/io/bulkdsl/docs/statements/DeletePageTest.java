// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.Operators.le;
import static io.bulkdsl.docs.db.Tables.ORDER_LINE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.BulkDeleteOfRecords;
import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.Returned;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.Status;
import io.bulkdsl.docs.db.tables.records.OrderLineRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/statements/delete.md shows. */
@PostgresTest(migrations = "classpath:db/migration")
class DeletePageTest {

    record Cancelled(long order, int line) {}

    // spotless:off
    static final BulkDelete<OrderLineRecord, Cancelled> CANCEL = bulkDelete(ORDER_LINE, Cancelled.class)
            .key(ORDER_LINE.ORDER_ID).from(Cancelled::order)
            .key(ORDER_LINE.LINE).from(Cancelled::line);

    static final BulkDelete<OrderLineRecord, Cancelled> CANCEL_ORDERS = bulkDelete(ORDER_LINE, Cancelled.class)
            .key(ORDER_LINE.ORDER_ID).from(Cancelled::order);

    static final BulkDelete<OrderLineRecord, Cancelled> CANCEL_UNSHIPPED = CANCEL
            .where(ORDER_LINE.SHIPPED_ON.isNull());

    static final BulkDelete<OrderLineRecord, Cancelled> CANCEL_UP_TO = bulkDelete(ORDER_LINE, Cancelled.class)
            .key(ORDER_LINE.ORDER_ID).from(Cancelled::order)
            .key(ORDER_LINE.LINE, le()).from(Cancelled::line);
    // spotless:on

    static final BulkDeleteOfRecords<OrderLineRecord> RECORDS =
            bulkDelete(ORDER_LINE).keys(ORDER_LINE.ORDER_ID, ORDER_LINE.LINE);

    @BeforeEach
    void lines(DSLContext ctx) {
        OrderLines.insert(ctx);
    }

    @Test
    void deletesByKey(DSLContext ctx) {
        assertThatSql(CANCEL.rows(new Cancelled(1, 2), new Cancelled(2, 1)))
                .rendersSql("""
                        delete from "public"."order_line"
                        using (values (?, ?), (?, ?)) as "incoming" ("order_id", "line")
                        where (
                          "public"."order_line"."order_id" = "incoming"."order_id"
                          and "public"."order_line"."line" = "incoming"."line"
                        )
                        """)
                .withBinds(1L, 2, 2L, 1);
        assertThat(CANCEL.rows(new Cancelled(1, 2), new Cancelled(2, 1)).execute(ctx))
                .isEqualTo(2);
        assertThat(left(ctx)).containsExactly("1/1", "1/3");
    }

    @Test
    void deletesRecords(DSLContext ctx) {
        List<OrderLineRecord> records = ctx.fetch(ORDER_LINE, ORDER_LINE.SKU.eq("pen"));
        assertThatSql(RECORDS.rows(records)).rendersSql("""
                delete from "public"."order_line"
                using (values (?, ?), (?, ?)) as "incoming" ("order_id", "line")
                where (
                  "public"."order_line"."order_id" = "incoming"."order_id"
                  and "public"."order_line"."line" = "incoming"."line"
                )
                """);
        assertThat(RECORDS.rows(records).execute(ctx)).isEqualTo(2);
        assertThat(left(ctx)).containsExactly("1/2", "1/3");
    }

    @Test
    void oneInputRowMayDeleteManyRows(DSLContext ctx) {
        assertThat(CANCEL_ORDERS.rows(new Cancelled(1, 0)).execute(ctx)).isEqualTo(3);
        assertThat(left(ctx)).containsExactly("2/1");
    }

    @Test
    void whereNarrows(DSLContext ctx) {
        assertThatSql(CANCEL_UNSHIPPED.rows(new Cancelled(1, 1))).rendersSql("""
                delete from "public"."order_line"
                using (values (?, ?)) as "incoming" ("order_id", "line")
                where (
                  "public"."order_line"."order_id" = "incoming"."order_id"
                  and "public"."order_line"."line" = "incoming"."line"
                  and "public"."order_line"."shipped_on" is null
                )
                """);
        assertThat(CANCEL_UNSHIPPED
                        .rows(new Cancelled(1, 1), new Cancelled(1, 2))
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(left(ctx)).containsExactly("1/1", "1/3", "2/1");
        assertThat(CANCEL.rows(new Cancelled(1, 1)).execute(ctx)).isEqualTo(1);
    }

    @Test
    void otherOperators(DSLContext ctx) {
        assertThatSql(CANCEL_UP_TO.rows(new Cancelled(1, 2))).rendersSql("""
                delete from "public"."order_line"
                using (
                  select distinct on ("public"."order_line"."order_id", "public"."order_line"."line")
                    "public"."order_line"."order_id" as "target_1", "public"."order_line"."line" as "target_2",
                    "incoming"."row_number", "incoming"."order_id", "incoming"."line"
                  from "public"."order_line", (values (?, ?, ?)) as "incoming" ("row_number", "order_id", "line")
                  where (
                    "public"."order_line"."order_id" = "incoming"."order_id"
                    and "public"."order_line"."line" <= "incoming"."line"
                  )
                  order by "public"."order_line"."order_id", "public"."order_line"."line", "incoming"."row_number"
                ) as "incoming"
                where (
                  "public"."order_line"."order_id" = "incoming"."target_1"
                  and "public"."order_line"."line" = "incoming"."target_2"
                  and "public"."order_line"."order_id" = "incoming"."order_id"
                  and "public"."order_line"."line" <= "incoming"."line"
                )
                """);
        assertThat(CANCEL_UP_TO.rows(new Cancelled(1, 2), new Cancelled(1, 1)).execute(ctx))
                .isEqualTo(2);
        assertThat(left(ctx)).containsExactly("1/3", "2/1");
    }

    @Test
    void handsBackWhatWasDeleted(DSLContext ctx) {
        List<Cancelled> cancelled = List.of(new Cancelled(2, 1), new Cancelled(1, 3));
        assertThatSql(CANCEL.rows(cancelled).returning(ORDER_LINE.SKU, ORDER_LINE.QUANTITY))
                .rendersSql("""
                        delete from "public"."order_line"
                        using (values (?, ?), (?, ?)) as "incoming" ("order_id", "line")
                        where (
                          "public"."order_line"."order_id" = "incoming"."order_id"
                          and "public"."order_line"."line" = "incoming"."line"
                        )
                        returning "public"."order_line"."sku", "public"."order_line"."quantity"
                        """);
        List<Returned<Cancelled, Record2<String, Integer>>> gone = CANCEL.rows(cancelled)
                .returning(ORDER_LINE.SKU, ORDER_LINE.QUANTITY)
                .fetchRows(ctx);
        assertThat(gone)
                .extracting(row -> row.element() + " " + row.record().value1() + " "
                        + row.record().value2())
                .containsExactly("Cancelled[order=2, line=1] pen 5", "Cancelled[order=1, line=3] cap 2");
    }

    @Test
    void tellsWhatBecameOfEachInputRow(DSLContext ctx) {
        List<Cancelled> cancelled = List.of(new Cancelled(1, 2), new Cancelled(9, 1));
        Outcomes<Cancelled, Record1<String>> outcomes =
                CANCEL.rows(cancelled).returning(ORDER_LINE.SKU).fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(Status.DELETED, Status.NOT_FOUND);
        assertThat(outcomes.rows().get(0).record().orElseThrow().value1()).isEqualTo("ink");
        assertThat(outcomes.totals().deleted()).isEqualTo(1);
        assertThat(outcomes.totals().notFound()).isEqualTo(1);
    }

    @Test
    void theSameKeyTwice(DSLContext ctx) {
        Cancelled ink = new Cancelled(1, 2);
        assertThatThrownBy(() -> CANCEL.rows(ink, ink).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("the same key as in row 1");
        assertThat(left(ctx)).hasSize(4);
        assertThat(CANCEL.duplicates(Duplicates.FIRST).rows(ink, ink).fetchOutcomes(ctx).stream()
                        .map(Outcome::status))
                .containsExactly(Status.DELETED, Status.DUPLICATE);
        assertThat(left(ctx)).containsExactly("1/1", "1/3", "2/1");
    }

    private static List<String> left(DSLContext ctx) {
        return ctx.selectFrom(ORDER_LINE)
                .orderBy(ORDER_LINE.ORDER_ID, ORDER_LINE.LINE)
                .fetch(row -> row.getOrderId() + "/" + row.getLine());
    }
}
