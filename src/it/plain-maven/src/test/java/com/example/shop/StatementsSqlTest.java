// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.Statements.QUOTE;
import static com.example.shop.Statements.RESTOCK;
import static com.example.shop.Statements.missing;
import static com.example.shop.db.Tables.BOOK;
import static io.bulkdsl.testkit.SqlAssertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What is sent to the server; needs none. */
class StatementsSqlTest {

    @Test
    void aDeliveryIsOneUpdate() {
        assertThat(RESTOCK.rows(new Delivery("978-0", 10), new Delivery("978-1", 20)))
                .rendersSql("""
                        update "public"."book"
                        set
                          "stock" = coalesce(("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock"),
                          "restocked_at" = now()
                        from (values (?, ?), (?, ?)) as "incoming" ("isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """)
                .withBinds("978-0", 10, "978-1", 20);
    }

    @Test
    void aQuoteIsOneUpsert() {
        assertThat(QUOTE.rows(new Quote("a", BigDecimal.ONE), new Quote("b", BigDecimal.TEN)))
                .rendersSql("""
                        insert into "public"."price" ("sku", "amount", "first_seen")
                        select "incoming"."sku", "incoming"."amount", now()
                        from (values (?, ?), (?, ?)) as "incoming" ("sku", "amount")
                        where (not exists (
                          select 1
                          from "public"."price"
                          where (
                            "public"."price"."sku" = "incoming"."sku"
                            and not ("public"."price"."amount" is distinct from cast("incoming"."amount" as numeric(10, 2)))
                          )
                        ))
                        order by "incoming"."sku"
                        on conflict ("sku") do update
                        set "amount" = excluded."amount"
                        where "public"."price"."amount" is distinct from excluded."amount"
                        """)
                .withBinds("a", BigDecimal.ONE, "b", BigDecimal.TEN);
    }

    @Test
    void whatIsMissingIsACondition() {
        assertThat(DSL.selectFrom(BOOK).where(missing(List.of(new Delivery("978-0", 1), new Delivery("978-1", 2)))))
                .rendersSql("""
                        select "public"."book"."isbn", "public"."book"."title", "public"."book"."stock", "public"."book"."restocked_at"
                        from "public"."book"
                        where (
                          ("public"."book"."isbn" = ? and "public"."book"."stock" < ?)
                          or ("public"."book"."isbn" = ? and "public"."book"."stock" < ?)
                        )
                        """)
                .withBinds("978-0", 1, "978-1", 2);
    }
}
