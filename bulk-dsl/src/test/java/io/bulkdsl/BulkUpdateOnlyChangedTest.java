// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.DatedDeliveries.DELIVERIES;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates that write or date only what changes. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpdateOnlyChangedTest {

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 4);
    }

    @Test
    void writesOnlyWhatChanges(DSLContext ctx) {
        // spotless:off
        var restock = bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .setWhenChanged(BOOK.RESTOCKED_AT, now());
        // spotless:on
        assertThatSql(restock.rows(DELIVERIES.get(0))).rendersSql("""
                        update "public"."book"
                        set
                          "stock" = "incoming"."stock",
                          "restocked_at" = case
                            when "public"."book"."stock" is distinct from "incoming"."stock" then now()
                            else "public"."book"."restocked_at" end
                        from (values (?, ?)) as "incoming" ("isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """);
        assertThatSql(restock.onlyChanged().rows(DELIVERIES.get(0))).rendersSql("""
                        update "public"."book"
                        set "stock" = "incoming"."stock", "restocked_at" = now()
                        from (values (?, ?)) as "incoming" ("isbn", "stock")
                        where (
                          "public"."book"."isbn" = "incoming"."isbn"
                          and "public"."book"."stock" is distinct from "incoming"."stock")
                        """);
        List<Delivery> deliveries =
                List.of(new Delivery("isbn-1", 1), new Delivery("isbn-2", 9), new Delivery("isbn-3", null));
        assertThat(restock.rows(deliveries).execute(ctx)).isEqualTo(3);
        assertThat(ctx.select(BOOK.ISBN)
                        .from(BOOK)
                        .where(BOOK.RESTOCKED_AT.isNotNull())
                        .fetch(BOOK.ISBN))
                .containsExactlyInAnyOrder("isbn-2", "isbn-3");
        assertThat(restock.onlyChanged().rows(deliveries).execute(ctx)).isZero();
        assertThat(restock.onlyChanged()
                        .rows(new Delivery("isbn-3", 3), new Delivery("isbn-4", 4))
                        .returning(BOOK.ISBN)
                        .fetch(ctx))
                .extracting(book -> book.value1())
                .containsExactly("isbn-3");
    }
}
