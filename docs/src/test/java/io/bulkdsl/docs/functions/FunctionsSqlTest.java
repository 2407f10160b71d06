// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.functions;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.append;
import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.decr;
import static io.bulkdsl.Functions.eq;
import static io.bulkdsl.Functions.eqNotNull;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.greatest;
import static io.bulkdsl.Functions.hstoreConcat;
import static io.bulkdsl.Functions.ifNull;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.jsonbConcat;
import static io.bulkdsl.Functions.least;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Functions.prepend;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.docs.db.Tables.ITEM;
import static io.bulkdsl.testkit.SqlAssertions.assertThat;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.upper;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.docs.db.tables.records.ItemRecord;
import java.math.BigDecimal;
import java.util.Map;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.jooq.postgres.extensions.types.Hstore;
import org.junit.jupiter.api.Test;

/** What each set function renders; what it does is tested by {@link FunctionsPageTest}. */
class FunctionsSqlTest {

    record Incoming(
            int id,
            int amount,
            BigDecimal price,
            String name,
            String[] tags,
            String tag,
            JSONB details,
            Hstore labels,
            int length) {}

    private static final Incoming ROW = new Incoming(
            1,
            5,
            BigDecimal.ONE,
            "name",
            new String[] {"tag"},
            "tag",
            JSONB.valueOf("{}"),
            Hstore.valueOf(Map.of("a", "1")),
            3);

    // spotless:off
    private static final BulkUpdate.SetStep<ItemRecord, Incoming> UPDATE = bulkUpdate(ITEM, Incoming.class)
            .key(ITEM.ID).from(Incoming::id);

    @Test
    void eqSets() {
        assertThat(UPDATE
                .set(ITEM.NAME, eq()).from(Incoming::name)
                .rows(ROW))
                .rendersSql(update("name", """
                        set "name" = "incoming"."name"
                        """));
    }

    @Test
    void incrAdds() {
        assertThat(UPDATE
                .set(ITEM.AMOUNT, incr()).from(Incoming::amount)
                .rows(ROW))
                .rendersSql(update("amount", """
                        set "amount" = coalesce(("public"."item"."amount" + "incoming"."amount"), "incoming"."amount", "public"."item"."amount")
                        """));
    }

    @Test
    void decrSubtracts() {
        assertThat(UPDATE
                .set(ITEM.AMOUNT, decr()).from(Incoming::amount)
                .rows(ROW))
                .rendersSql(update("amount", """
                        set "amount" = coalesce(("public"."item"."amount" - "incoming"."amount"), -"incoming"."amount", "public"."item"."amount")
                        """));
    }

    @Test
    void concatJoinsTexts() {
        assertThat(UPDATE
                .set(ITEM.NAME, concat()).from(Incoming::name)
                .rows(ROW))
                .rendersSql(update("name", """
                        set "name" = coalesce(("public"."item"."name" || "incoming"."name"), "incoming"."name", "public"."item"."name")
                        """));
    }

    @Test
    void appendJoinsArrays() {
        assertThat(UPDATE
                .set(ITEM.TAGS, append()).from(Incoming::tags)
                .rows(ROW))
                .rendersSql(update("tags", "cast(? as text[])", """
                        set "tags" = ("public"."item"."tags" || "incoming"."tags")
                        """));
    }

    @Test
    void prependJoinsArrays() {
        assertThat(UPDATE
                .set(ITEM.TAGS, prepend()).from(Incoming::tags)
                .rows(ROW))
                .rendersSql(update("tags", "cast(? as text[])", """
                        set "tags" = ("incoming"."tags" || "public"."item"."tags")
                        """));
    }

    @Test
    void unionAddsWhatIsNew() {
        assertThat(UPDATE
                .set(ITEM.TAGS, union()).from(Incoming::tags)
                .rows(ROW))
                .rendersSql(update("tags", "cast(? as text[])", """
                        set "tags" = case when "incoming"."tags" is null then "public"."item"."tags"
                            else array(
                                select e from unnest(("public"."item"."tags" || "incoming"."tags")) with ordinality as u (e, n)
                                group by e order by min(n)) end
                        """));
    }

    @Test
    void arrayRemoveTakesAnElement() {
        assertThat(UPDATE
                .set(ITEM.TAGS, arrayRemove()).from(Incoming::tag)
                .rows(ROW))
                .rendersSql(update("tags", """
                        set "tags" = case when "incoming"."tags" is null then "public"."item"."tags"
                            else array_remove("public"."item"."tags", "incoming"."tags") end
                        """));
    }

    @Test
    void jsonbConcatMerges() {
        assertThat(UPDATE
                .set(ITEM.DETAILS, jsonbConcat()).from(Incoming::details)
                .rows(ROW))
                .rendersSql(update("details", "cast(? as jsonb)", """
                        set "details" = coalesce("public"."item"."details" || "incoming"."details", "incoming"."details", "public"."item"."details")
                        """));
    }

    @Test
    void hstoreConcatMerges() {
        assertThat(UPDATE
                .set(ITEM.LABELS, hstoreConcat()).from(Incoming::labels)
                .rows(ROW))
                .rendersSql(update("labels", "cast(? as hstore)", """
                        set "labels" = coalesce("public"."item"."labels" || "incoming"."labels", "incoming"."labels", "public"."item"."labels")
                        """));
    }

    @Test
    void eqNotNullKeepsWhatNullWouldWipe() {
        assertThat(UPDATE
                .set(ITEM.NAME, eqNotNull()).from(Incoming::name)
                .rows(ROW))
                .rendersSql(update("name", """
                        set "name" = coalesce("incoming"."name", "public"."item"."name")
                        """));
    }

    @Test
    void ifNullFillsGaps() {
        assertThat(UPDATE
                .set(ITEM.NAME, ifNull()).from(Incoming::name)
                .rows(ROW))
                .rendersSql(update("name", """
                        set "name" = coalesce("public"."item"."name", "incoming"."name")
                        """));
    }

    @Test
    void greatestKeepsTheLarger() {
        assertThat(UPDATE
                .set(ITEM.PRICE, greatest()).from(Incoming::price)
                .rows(ROW))
                .rendersSql(update("price", """
                        set "price" = greatest("public"."item"."price", "incoming"."price")
                        """));
    }

    @Test
    void leastKeepsTheSmaller() {
        assertThat(UPDATE
                .set(ITEM.PRICE, least()).from(Incoming::price)
                .rows(ROW))
                .rendersSql(update("price", """
                        set "price" = least("public"."item"."price", "incoming"."price")
                        """));
    }

    @Test
    void exprOfBoth() {
        assertThat(UPDATE
                .set(ITEM.AMOUNT, expr((current, incoming) -> current.times(incoming))).from(Incoming::amount)
                .rows(ROW))
                .rendersSql(update("amount", """
                        set "amount" = ("public"."item"."amount" * "incoming"."amount")
                        """));
    }

    @Test
    void exprOfAnotherType() {
        assertThat(UPDATE
                .set(ITEM.NAME, expr(SQLDataType.INTEGER, (current, length) -> left(current, length))).from(Incoming::length)
                .rows(ROW))
                .rendersSql(update("name", """
                        set "name" = left("public"."item"."name", "incoming"."name")
                        """));
    }

    @Test
    void aFunctionOfOnesOwn() {
        assertThat(UPDATE
                .set(ITEM.AMOUNT, new AddFlags()).from(Incoming::amount)
                .rows(ROW))
                .rendersSql(update("amount", """
                        set "amount" = coalesce(("public"."item"."amount" | "incoming"."amount"), "incoming"."amount", "public"."item"."amount")
                        """));
    }

    @Test
    void nowStamps() {
        assertThat(UPDATE
                .set(ITEM.CHECKED_AT, now())
                .rows(ROW))
                .rendersSql(update("""
                        set "checked_at" = now()
                        """));
    }

    @Test
    void exprOfTheColumn() {
        assertThat(UPDATE
                .set(ITEM.NAME, expr(current -> upper(current)))
                .rows(ROW))
                .rendersSql(update("""
                        set "name" = upper("public"."item"."name")
                        """));
    }

    // spotless:on

    /** The whole update of which a function makes the set clause. */
    private static String update(String incoming, String value, String set) {
        return """
                update "public"."item"
                %sfrom (values (?, %s)) as "incoming" ("id", "%s")
                where "public"."item"."id" = "incoming"."id"
                """.formatted(set, value, incoming);
    }

    private static String update(String incoming, String set) {
        return update(incoming, "?", set);
    }

    /** Of a function that takes no values. */
    private static String update(String set) {
        return """
                update "public"."item"
                %sfrom (values (?)) as "incoming" ("id")
                where "public"."item"."id" = "incoming"."id"
                """.formatted(set);
    }
}
