// SPDX-License-Identifier: Apache-2.0
package com.example.shop

import io.bulkdsl.testkit.SqlAssertions.assertThat
import org.junit.jupiter.api.Test

class StatementsSqlTest {

    @Test
    fun `a delivery is one update`() {
        assertThat(RESTOCK.rows(Delivery("978-0", 10), Delivery("978-1", 20)))
            .rendersSql(
                """
                update "public"."book"
                set
                  "stock" = coalesce(("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock"),
                  "restocked_at" = now()
                from (values (?, ?), (?, ?)) as "incoming" ("isbn", "stock")
                where "public"."book"."isbn" = "incoming"."isbn"
                """,
            )
            .withBinds("978-0", 10, "978-1", 20)
    }
}
