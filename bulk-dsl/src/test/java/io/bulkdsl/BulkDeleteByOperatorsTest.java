// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Books.left;
import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.Removals.CLEAR;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.Removals.Rule;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deletes by other operators than equality: each row goes once, by the first that matches. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkDeleteByOperatorsTest {

    record Ids(List<Long> ids) {}

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 4);
    }

    @Test
    void firstMatchingRowIsTheOneReturned(DSLContext ctx) {
        Rule[] rules = {new Rule(3, 4), new Rule(2, 9), new Rule(1, 9)};
        assertThatSql(CLEAR.where(BOOK.DISCONTINUED.isFalse()).rows(rules[0]))
                .rendersSql("""
                        delete from "public"."book"
                        using (
                          select distinct on ("public"."book"."id")
                            "public"."book"."id" as "target_1", "incoming"."row_number", "incoming"."id", "incoming"."stock"
                          from "public"."book", (values (?, ?, ?)) as "incoming" ("row_number", "id", "stock")
                          where (
                            "public"."book"."id" >= "incoming"."id" and "public"."book"."stock" < "incoming"."stock"
                            and "public"."book"."discontinued" = false)
                          order by "public"."book"."id", "incoming"."row_number") as "incoming"
                        where (
                          "public"."book"."id" = "incoming"."target_1"
                          and "public"."book"."id" >= "incoming"."id" and "public"."book"."stock" < "incoming"."stock"
                          and "public"."book"."discontinued" = false)
                        """)
                .withBinds(1, 3L, 4);
        List<Returned<Rule, Record1<String>>> rows =
                CLEAR.rows(rules).returning(BOOK.ISBN).fetchRows(ctx);
        assertThat(rows).extracting(Returned::rowNumber).containsExactly(1, 2, 2, 3);
        assertThat(rows.get(0).record().value1()).isEqualTo("isbn-3");
        assertThat(rows.subList(1, 3))
                .extracting(row -> row.record().value1())
                .containsExactlyInAnyOrder("isbn-2", "isbn-4");
        assertThat(rows.get(3).record().value1()).isEqualTo("isbn-1");
        assertThat(left(ctx)).isEmpty();
    }

    @Test
    void countsEachRowOnceWhereSeveralInputRowsMatchIt(DSLContext ctx) {
        assertThat(CLEAR.rows(new Rule(1, 3), new Rule(1, 3), new Rule(2, 4)).execute(ctx))
                .isEqualTo(3);
        assertThat(left(ctx)).containsExactly("isbn-4");
    }

    @Test
    void deletesByCollections(DSLContext ctx) {
        var delete = bulkDelete(BOOK, Ids.class).key(BOOK.ID, in()).from(Ids::ids);
        assertThat(delete.rows(new Ids(List.of())).execute(ctx)).isZero();
        assertThat(delete.rows(new Ids(List.of(1L, 2L)), new Ids(List.of(2L, 4L)))
                        .execute(ctx))
                .isEqualTo(3);
        assertThat(left(ctx)).containsExactly("isbn-3");
    }

    @Test
    void otherOperatorsNeedAPrimaryKey(DSLContext ctx) {
        ctx.insertInto(LOG_ENTRY).set(LOG_ENTRY.SEEN, 1).execute();
        var seen = bulkDelete(LOG_ENTRY, Integer.class);
        assertThatThrownBy(() ->
                        seen.key(LOG_ENTRY.SEEN, lt()).from(n -> n).rows(2).execute(ctx))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("bulkDelete from log_entry: ")
                .hasMessageContaining("primary key");
        assertThat(seen.key(LOG_ENTRY.SEEN).from(n -> n).rows(1).execute(ctx)).isEqualTo(1);
    }
}
