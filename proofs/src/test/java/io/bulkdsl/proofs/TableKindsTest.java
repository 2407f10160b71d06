// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.proofs.db.Tables.STOCK;
import static io.bulkdsl.proofs.db.Tables.STOCK_CHECKED;
import static io.bulkdsl.proofs.db.Tables.STOCK_INSTEAD;
import static io.bulkdsl.proofs.db.Tables.STOCK_MADE;
import static io.bulkdsl.proofs.db.Tables.STOCK_PARENT;
import static io.bulkdsl.proofs.db.Tables.STOCK_PARTED;
import static io.bulkdsl.proofs.db.Tables.STOCK_REMOTE;
import static io.bulkdsl.proofs.db.Tables.STOCK_RULED;
import static io.bulkdsl.proofs.db.Tables.STOCK_SEEN;
import static io.bulkdsl.proofs.db.Tables.STOCK_VIEW;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.proofs.Stock.Item;
import io.bulkdsl.proofs.Stock.Verb;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What each statement does to each kind of table, whatever its row source. */
@PostgresTest(migrations = "classpath:db/migration")
class TableKindsTest {

    static final Stock<?> PLAIN = new Stock<>(STOCK, STOCK.SKU, STOCK.ZONE, STOCK.AMOUNT);
    static final Stock<?> PARTED = new Stock<>(STOCK_PARTED, STOCK_PARTED.SKU, STOCK_PARTED.ZONE, STOCK_PARTED.AMOUNT);
    static final Stock<?> PARENT = new Stock<>(STOCK_PARENT, STOCK_PARENT.SKU, STOCK_PARENT.ZONE, STOCK_PARENT.AMOUNT);
    static final Stock<?> VIEW = new Stock<>(STOCK_VIEW, STOCK_VIEW.SKU, STOCK_VIEW.ZONE, STOCK_VIEW.AMOUNT);
    static final Stock<?> INSTEAD =
            new Stock<>(STOCK_INSTEAD, STOCK_INSTEAD.SKU, STOCK_INSTEAD.ZONE, STOCK_INSTEAD.AMOUNT);
    static final Stock<?> SEEN = new Stock<>(STOCK_SEEN, STOCK_SEEN.SKU, STOCK_SEEN.ZONE, STOCK_SEEN.AMOUNT);
    static final Stock<?> REMOTE = new Stock<>(STOCK_REMOTE, STOCK_REMOTE.SKU, STOCK_REMOTE.ZONE, STOCK_REMOTE.AMOUNT);
    static final Stock<?> RULED = new Stock<>(STOCK_RULED, STOCK_RULED.SKU, STOCK_RULED.ZONE, STOCK_RULED.AMOUNT);

    static final Stock<?> CHECKED =
            new Stock<>(STOCK_CHECKED, STOCK_CHECKED.SKU, STOCK_CHECKED.ZONE, STOCK_CHECKED.AMOUNT);

    static final String NO_INDEX =
            "42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification";

    static final String PLAINLY = """
            UPDATE: 1, UPDATED NOT_FOUND: a 10, z 9
            UPDATE_ONLY_CHANGED: 1, UPDATED NOT_FOUND: a 10, z 9
            UPSERT: 2, UPDATED INSERTED: a 10, b 20, z 9
            UPSERT_ONLY_CHANGED: 2, UPDATED INSERTED: a 10, b 20, z 9
            UPSERT_IN_TWO: 2, UPDATED INSERTED: a 10, b 0, z 9
            UPSERT_KEY_NOT_UNIQUE: 2, UPDATED INSERTED: a 10, b 20, z 9
            INSERT: 1, INSERTED: a 1, b 20, z 9
            INSERT_ON_CONFLICT_DO_NOTHING: 1, CONFLICT INSERTED: a 1, b 20, z 9
            DELETE: 1, DELETED NOT_FOUND: z 9
            SYNC: 3, UPDATED INSERTED: a 10, b 20
            GET_OR_CREATE: 1, UNCHANGED INSERTED: a 1, b 20, z 9
            """;

    /** What each statement makes of rows a (there already) and b (new). */
    private static String all(DSLContext ctx, Stock<?> stock) {
        String after =
                "select sku || ' ' || coalesce(amount, 0) from " + stock.table().getName() + " order by 1";
        return ctx.connectionResult(connection -> {
            StringBuilder result = new StringBuilder();
            for (Verb verb : Verb.values()) {
                List<Item> items = verb == Verb.INSERT
                        ? List.of(new Item("b", "north", 20))
                        : List.of(new Item("a", "north", 10), new Item("b", "north", 20));
                String said = Aftermath.of(
                        DSL.using(connection, SQLDialect.POSTGRES),
                        inner -> {},
                        stock.to(verb).rows(items),
                        after);
                result.append(verb).append(": ").append(said).append("\n");
            }
            return result.toString();
        });
    }

    private static void fill(DSLContext ctx, String table) {
        ctx.execute("insert into " + table + " values ('a', 'north', 1), ('z', 'north', 9)");
    }

    @Test
    void table(DSLContext ctx) {
        fill(ctx, "stock");
        assertThat(all(ctx, PLAIN)).isEqualTo(PLAINLY);
    }

    @Test
    void partitioned(DSLContext ctx) {
        fill(ctx, "stock_parted");
        assertThat(all(ctx, PARTED)).isEqualTo(PLAINLY);
    }

    @Test
    void rowsGoToTheirPartition(DSLContext ctx) {
        fill(ctx, "stock_parted");
        var move = bulkUpdate(STOCK_PARTED, Item.class)
                .key(STOCK_PARTED.SKU)
                .from(Item::sku)
                .set(STOCK_PARTED.ZONE)
                .from(Item::zone);
        String where = "select tableoid::regclass, sku from stock_parted order by sku";
        assertThatSql(move.rows(new Item("a", "south", 0))).rendersSql("""
                update "public"."stock_parted"
                set "zone" = "incoming"."zone"
                from (values (?, ?)) as "incoming" ("sku", "zone")
                where "public"."stock_parted"."sku" = "incoming"."sku\"""");
        assertThat(Aftermath.of(ctx, inner -> {}, move.rows(new Item("a", "south", 0)), where))
                .isEqualTo("1, UPDATED: stock_south a, stock_north z");
        assertThat(Aftermath.of(ctx, inner -> {}, move.rows(new Item("a", "west", 0)), where))
                .isEqualTo("23514 no partition of relation \"stock_parted\" found for row");
        for (Verb verb : List.of(Verb.INSERT, Verb.UPSERT_IN_TWO, Verb.UPSERT_KEY_NOT_UNIQUE)) {
            assertThat(Aftermath.of(ctx, inner -> {}, PARTED.to(verb).rows(new Item("b", "west", 20)), where))
                    .isEqualTo("23514 no partition of relation \"stock_parted\" found for row");
        }
    }

    /** Rows of children are found by those statements that look for them, but a unique index is of one table. */
    @Test
    void inheritance(DSLContext ctx) {
        fill(ctx, "stock_child");
        assertThat(all(ctx, PARENT)).isEqualTo("""
                UPDATE: 1, UPDATED NOT_FOUND: a 10, z 9
                UPDATE_ONLY_CHANGED: 1, UPDATED NOT_FOUND: a 10, z 9
                UPSERT: 2, INSERTED INSERTED: a 1, a 10, b 20, z 9
                UPSERT_ONLY_CHANGED: 2, INSERTED INSERTED: a 1, a 10, b 20, z 9
                UPSERT_IN_TWO: 2, UPDATED INSERTED: a 10, b 0, z 9
                UPSERT_KEY_NOT_UNIQUE: 2, UPDATED INSERTED: a 10, b 20, z 9
                INSERT: 1, INSERTED: a 1, b 20, z 9
                INSERT_ON_CONFLICT_DO_NOTHING: 2, INSERTED INSERTED: a 1, a 10, b 20, z 9
                DELETE: 1, DELETED NOT_FOUND: z 9
                SYNC: 3, INSERTED INSERTED: a 1, a 10, b 20
                GET_OR_CREATE: 2, INSERTED INSERTED: a 1, a 10, b 20, z 9
                """);
    }

    @Test
    void view(DSLContext ctx) {
        fill(ctx, "stock");
        String noKey =
                "refused: bulkInsert into stock_view: a new row is tied to its input row by the table's primary key";
        assertThat(all(ctx, VIEW))
                .isEqualTo(PLAINLY.replaceAll("INSERT: 1, INSERTED(: .*)", "INSERT: 1$1 | " + noKey)
                        .replaceAll("NOTHING: 1, CONFLICT INSERTED(: .*)", "NOTHING: 1$1 | " + noKey));
    }

    @Test
    void viewThatChecks(DSLContext ctx) {
        fill(ctx, "stock");
        for (Verb verb : List.of(Verb.UPDATE, Verb.UPSERT_KEY_NOT_UNIQUE)) {
            assertThat(Aftermath.of(ctx, inner -> {}, CHECKED.to(verb).rows(new Item("a", "north", -1)), "table stock"))
                    .isEqualTo("44000 new row violates check option for view \"stock_checked\"");
        }
    }

    @Test
    void viewWithTriggers(DSLContext ctx) {
        fill(ctx, "stock");
        String noKey =
                "refused: bulkInsert into stock_instead: a new row is tied to its input row by the table's primary key";
        assertThat(all(ctx, INSTEAD)).isEqualTo("""
                UPDATE: 1, UPDATED NOT_FOUND: a 10, z 9
                UPDATE_ONLY_CHANGED: 1, UPDATED NOT_FOUND: a 10, z 9
                UPSERT: %2$s | %3$s
                UPSERT_ONLY_CHANGED: %2$s | %3$s
                UPSERT_IN_TWO: %3$s
                UPSERT_KEY_NOT_UNIQUE: 2, UPDATED INSERTED: a 10, b 20, z 9
                INSERT: 1: a 1, b 20, z 9 | %1$s
                INSERT_ON_CONFLICT_DO_NOTHING: 23505 duplicate key value violates unique constraint "stock_pkey" | %1$s
                DELETE: 1, DELETED NOT_FOUND: z 9
                SYNC: %3$s
                GET_OR_CREATE: %2$s
                """.formatted(
                        noKey, NO_INDEX, "0A000 FOR NO KEY UPDATE is not allowed with GROUP BY clause"));
    }

    @Test
    void materializedView(DSLContext ctx) {
        fill(ctx, "stock");
        ctx.execute("refresh materialized view stock_seen");
        assertThat(all(ctx, SEEN).lines())
                .hasSize(Verb.values().length)
                .allMatch(line -> line.matches("\\w+: (42809 cannot change materialized view|42P10 there is no unique"
                        + "|42809 cannot lock relation|42809 \"stock_seen\" is not a table or view).*"));
    }

    @Test
    void foreign(DSLContext ctx, TestDatabase database) {
        fill(ctx, "stock");
        elsewhereIsHere(ctx, database);
        String noKey =
                "refused: bulkInsert into stock_remote: a new row is tied to its input row by the table's primary key";
        assertThat(all(ctx, REMOTE).replaceAll("42809 .*", "42809")).isEqualTo("""
                UPDATE: 1, UPDATED NOT_FOUND: a 10, z 9
                UPDATE_ONLY_CHANGED: 1, UPDATED NOT_FOUND: a 10, z 9
                UPSERT: %2$s
                UPSERT_ONLY_CHANGED: %2$s
                UPSERT_IN_TWO: %2$s
                UPSERT_KEY_NOT_UNIQUE: 42809
                INSERT: 1: a 1, b 20, z 9 | %1$s
                INSERT_ON_CONFLICT_DO_NOTHING: 1: a 1, b 20, z 9 | %1$s
                DELETE: 1, DELETED NOT_FOUND: z 9
                SYNC: %2$s
                GET_OR_CREATE: %2$s
                """.formatted(noKey, NO_INDEX));
    }

    /** A rule rewrites the statement, which must then be a simple one. */
    @Test
    void withRules(DSLContext ctx) {
        fill(ctx, "stock_ruled");
        assertThat(all(ctx, RULED)).isEqualTo("""
                UPDATE: 1, UPDATED NOT_FOUND: a 10, z 9
                UPDATE_ONLY_CHANGED: 1: a 10, z 9 | %2$s
                UPSERT: %1$s
                UPSERT_ONLY_CHANGED: %1$s
                UPSERT_IN_TWO: %2$s
                UPSERT_KEY_NOT_UNIQUE: %2$s
                INSERT: 1, INSERTED: a 1, b 20, z 9
                INSERT_ON_CONFLICT_DO_NOTHING: %1$s
                DELETE: 1, DELETED NOT_FOUND: z 9
                SYNC: %1$s
                GET_OR_CREATE: %1$s
                """.formatted(
                        "0A000 INSERT with ON CONFLICT clause cannot be used with table that has INSERT or UPDATE rules",
                        "0A000 DO ALSO rules are not supported for data-modifying statements in WITH"));
    }

    @Test
    void generatedColumns(DSLContext ctx) {
        String after = "select id, sku, twice from stock_made";
        var make = bulkInsert(STOCK_MADE, Item.class)
                .set(STOCK_MADE.SKU)
                .from(Item::sku)
                .set(STOCK_MADE.AMOUNT)
                .from(Item::amount);
        Item item = new Item("a", "", 2);
        assertThat(Aftermath.of(ctx, inner -> {}, make.rows(item), after.replace("id, ", "")))
                .isEqualTo("1, INSERTED: a 4");
        var given = make.set(STOCK_MADE.ID).from(each -> 7L);
        assertThat(Aftermath.of(ctx, inner -> {}, given.rows(item), after))
                .isEqualTo("428C9 cannot insert a non-DEFAULT value into column \"id\"");
        assertThat(Aftermath.of(ctx, inner -> {}, given.overridingSystemValue().rows(item), after))
                .isEqualTo("1, INSERTED: 7 a 4");
        for (RowSource source : List.of(RowSource.VALUES, RowSource.COPY)) {
            var computed = make.set(STOCK_MADE.TWICE).from(each -> 5).rows(item).via(source);
            assertThat(Aftermath.of(ctx, computed::execute, after).said())
                    .matches("428C9 cannot insert .* \"twice\"|42P10 column \"twice\" is a generated column");
        }
    }

    /** The server reaches itself by another connection. */
    private static void elsewhereIsHere(DSLContext ctx, TestDatabase database) {
        ctx.execute(
                "alter server elsewhere options (add host '127.0.0.1', add port {0}, add dbname {1})",
                DSL.inline(ctx.fetchSingle("select current_setting('port')").into(String.class)),
                DSL.inline(ctx.fetchSingle("select current_database()").into(String.class)));
        ctx.execute(
                "create user mapping for current_user server elsewhere options (user {0}, password {1})",
                DSL.inline(database.user()), DSL.inline(database.password()));
    }
}
