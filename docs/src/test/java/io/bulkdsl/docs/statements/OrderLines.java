// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.docs.db.Tables.ORDER_LINE;

import java.time.LocalDate;
import org.jooq.DSLContext;

/** What the pages on deletes and conditions find in the table. */
final class OrderLines {

    /** Order 1 has 10 pens (line 1, shipped), 1 ink (2) and 2 caps (3); order 2 has 5 pens (line 1). */
    static void insert(DSLContext ctx) {
        ctx.insertInto(ORDER_LINE)
                .columns(
                        ORDER_LINE.ORDER_ID,
                        ORDER_LINE.LINE,
                        ORDER_LINE.SKU,
                        ORDER_LINE.QUANTITY,
                        ORDER_LINE.SHIPPED_ON)
                .values(1L, 1, "pen", 10, LocalDate.of(2026, 3, 1))
                .values(1L, 2, "ink", 1, null)
                .values(1L, 3, "cap", 2, null)
                .values(2L, 1, "pen", 5, null)
                .execute();
    }

    private OrderLines() {}
}
