// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.Shop.RESTOCK;
import static io.bulkdsl.testkit.SqlAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.shop.Shop.Delivery;
import org.jooq.Constants;
import org.junit.jupiter.api.Test;

class ShopSqlTest {

    @Test
    void runsOnJooq321() {
        assertEquals("3.21", Constants.MINOR_VERSION);
    }

    @Test
    void updates() {
        assertThat(RESTOCK.rows(new Delivery("978-0", 10)))
                .rendersSql("""
                        update "public"."book"
                        set "stock" = coalesce(("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock")
                        from (values (?, ?)) as "incoming" ("isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """)
                .withBinds("978-0", 10);
    }
}
