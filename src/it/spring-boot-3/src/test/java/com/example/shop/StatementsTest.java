// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent to the server; without one, and without Spring. */
class StatementsTest {

    @Test
    void receives() {
        assertThatSql(Stock.RECEIVE.rows(List.of(new Movement("a", 1), new Movement("b", 2))))
                .rendersSql("""
                        insert into "public"."stock" ("sku", "copies")
                        select "incoming"."sku", "incoming"."copies"
                        from (values (?, ?), (?, ?)) as "incoming" ("sku", "copies")
                        order by "incoming"."sku"
                        on conflict ("sku") do update
                        set "copies" = coalesce(
                          ("public"."stock"."copies" + excluded."copies"), excluded."copies", "public"."stock"."copies")
                        """)
                .withBinds("a", 1, "b", 2);
    }

    @Test
    void sells() {
        assertThatSql(Stock.SELL.rows(List.of(new Movement("a", 1))))
                .rendersSql("""
                        update "public"."stock"
                        set "copies" = coalesce(
                          ("public"."stock"."copies" - "incoming"."copies"),
                          -"incoming"."copies",
                          "public"."stock"."copies")
                        from (values (?, ?)) as "incoming" ("sku", "copies")
                        where "public"."stock"."sku" = "incoming"."sku"
                        """)
                .withBinds("a", 1);
    }
}
