// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.Statements.RESTOCK;
import static io.bulkdsl.testkit.SqlAssertions.assertThat;

import io.bulkdsl.contract.RowSource;
import org.junit.jupiter.api.Test;

/** What is sent to the server; needs none. */
class StatementsSqlTest {

    @Test
    void aLargeDeliveryTravelsAsArrays() {
        assertThat(RESTOCK.rows(new Delivery("978-0", 10), new Delivery("978-1", 20)).via(RowSource.UNNEST))
                .rendersSql("""
                        update "public"."book"
                        set
                          "stock" = coalesce(("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock"),
                          "restocked_at" = now()
                        from unnest(cast(? as text[]), cast(? as int[])) as "incoming" ("isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """)
                .withBinds(new String[] {"978-0", "978-1"}, new Integer[] {10, 20});
    }
}
