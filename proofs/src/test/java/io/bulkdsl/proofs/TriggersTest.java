// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.proofs.db.Tables.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.proofs.Stock.Item;
import io.bulkdsl.proofs.Stock.Verb;
import io.bulkdsl.proofs.db.tables.records.StockRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which triggers fire how often, and what counts say where triggers have their way. */
@PostgresTest(migrations = "classpath:db/migration")
class TriggersTest {

    static final Stock<StockRecord> TABLE = new Stock<>(STOCK, STOCK.SKU, STOCK.ZONE, STOCK.AMOUNT);

    static final String STOCK_AFTER = "select sku || ' ' || coalesce(amount, 0) from stock order by 1";

    static final String KEPT_OUT =
            "create function kept_out() returns trigger language plpgsql as 'begin return null; end'";

    @BeforeEach
    void rows(DSLContext ctx) {
        ctx.execute("insert into stock values ('a', 'north', 1), ('u', 'north', 9)");
    }

    /** Rows a (which changes), u (which doesn't) and b (which is new). */
    private static String all(DSLContext database, String trigger, String sku, String after) {
        return database.connectionResult(connection -> {
            DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
            StringBuilder result = new StringBuilder();
            for (Verb verb : Verb.values()) {
                List<Item> old = List.of(new Item("a", "north", 10), new Item("u", "north", 9));
                List<Item> items = new ArrayList<>(verb == Verb.INSERT ? List.of() : old);
                items.add(new Item(sku, "north", 20));
                String said = Aftermath.of(
                        ctx, inner -> inner.execute(trigger), TABLE.to(verb).rows(items), after);
                result.append(verb).append(": ").append(said).append("\n");
            }
            return result.toString();
        });
    }

    @Test
    void eachFiresOnceForEachRowAndOnceForAll(DSLContext ctx) {
        ctx.execute("""
                create function see() returns trigger language plpgsql as $$
                begin
                  insert into stock_seen_by values (lower(tg_when || ' ' || tg_op), 1);
                  return coalesce(new, old);
                end $$""");
        ctx.execute("""
                create function see_all() returns trigger language plpgsql as $$
                begin
                  insert into stock_seen_by select lower(tg_op) || ' of', count(*) from touched;
                  return null;
                end $$""");
        String triggers = """
                create trigger b before insert or update or delete on stock for each row execute function see();
                create trigger a after insert or update or delete on stock for each row execute function see();
                create trigger i after insert on stock referencing new table as touched for each statement execute function see_all();
                create trigger u after update on stock referencing new table as touched for each statement execute function see_all();
                create trigger d after delete on stock referencing old table as touched for each statement execute function see_all();""";
        // of rows one by one the sum, of statements each
        String seen = """
                select trigger || ' ' || case when trigger like '% of' then string_agg(rows::text, '+') else sum(rows)::text end
                from stock_seen_by group by trigger order by trigger""";
        assertThat(all(ctx, triggers, "b", seen)).isEqualTo("""
                UPDATE: 2, UPDATED UPDATED NOT_FOUND: after update 2, before update 2, update of 2
                UPDATE_ONLY_CHANGED: 1, UPDATED UNCHANGED NOT_FOUND: after update 1, before update 1, update of 1
                UPSERT: 3, UPDATED UPDATED INSERTED: after insert 1, after update 2, before insert 3, before update 2, insert of 1, update of 2
                UPSERT_ONLY_CHANGED: 2, UPDATED UNCHANGED INSERTED: after insert 1, after update 1, before insert 2, before update 1, insert of 1, update of 1
                UPSERT_IN_TWO: 3, UPDATED UPDATED INSERTED: after insert 1, after update 2, before insert 1, before update 2, insert of 1, update of 2
                UPSERT_KEY_NOT_UNIQUE: 3, UPDATED UPDATED INSERTED: after insert 1, after update 2, before insert 1, before update 2, insert of 1, update of 2
                INSERT: 1, INSERTED: after insert 1, before insert 1, insert of 1
                INSERT_ON_CONFLICT_DO_NOTHING: 1, CONFLICT CONFLICT INSERTED: after insert 1, before insert 3, insert of 1
                DELETE: 2, DELETED DELETED NOT_FOUND: after delete 2, before delete 2, delete of 2
                SYNC: 3, UPDATED UPDATED INSERTED: after insert 1, after update 2, before insert 3, before update 2, delete of 0, insert of 1, update of 2
                GET_OR_CREATE: 1, UNCHANGED UNCHANGED INSERTED: after insert 1, before insert 3, insert of 1
                """);
    }

    /** Rows that a trigger doesn't let be inserted: nothing is told of them that isn't so, though an upsert can't tell why. */
    @Test
    void keptFromBeingInserted(DSLContext ctx) {
        ctx.execute(KEPT_OUT);
        assertThat(all(ctx, before("insert", "kept_out"), "b", STOCK_AFTER)).isEqualTo("""
                UPDATE: 2, UPDATED UPDATED NOT_FOUND: a 10, u 9
                UPDATE_ONLY_CHANGED: 1, UPDATED UNCHANGED NOT_FOUND: a 10, u 9
                UPSERT: 0, UNCHANGED UNCHANGED UNCHANGED: a 1, u 9
                UPSERT_ONLY_CHANGED: 0, UNCHANGED UNCHANGED UNCHANGED: a 1, u 9
                UPSERT_IN_TWO: 2, UPDATED UPDATED CONFLICT: a 10, u 9
                UPSERT_KEY_NOT_UNIQUE: 2, UPDATED UPDATED CONFLICT: a 10, u 9
                INSERT: 0, CONFLICT: a 1, u 9
                INSERT_ON_CONFLICT_DO_NOTHING: 0, CONFLICT CONFLICT CONFLICT: a 1, u 9
                DELETE: 2, DELETED DELETED NOT_FOUND
                SYNC: 0, UNCHANGED UNCHANGED UNCHANGED: a 1, u 9
                GET_OR_CREATE: 0, UNCHANGED UNCHANGED UNCHANGED: a 1, u 9
                """);
    }

    @Test
    void keptFromBeingUpdated(DSLContext ctx) {
        ctx.execute(KEPT_OUT);
        assertThat(all(ctx, before("update", "kept_out"), "b", STOCK_AFTER)).startsWith("""
                UPDATE: 0, NOT_FOUND NOT_FOUND NOT_FOUND: a 1, u 9
                UPDATE_ONLY_CHANGED: 0, UNCHANGED UNCHANGED NOT_FOUND: a 1, u 9
                UPSERT: 1, UNCHANGED UNCHANGED INSERTED: a 1, b 20, u 9
                UPSERT_ONLY_CHANGED: 1, UNCHANGED UNCHANGED INSERTED: a 1, b 20, u 9
                UPSERT_IN_TWO: 1, UNCHANGED UNCHANGED INSERTED: a 1, b 0, u 9
                UPSERT_KEY_NOT_UNIQUE: 1, UNCHANGED UNCHANGED INSERTED: a 1, b 20, u 9
                """);
    }

    @Test
    void keptFromBeingDeleted(DSLContext ctx) {
        ctx.execute(KEPT_OUT);
        ctx.execute("insert into stock values ('z', 'north', 9)");
        assertThat(all(ctx, before("delete", "kept_out"), "b", STOCK_AFTER))
                .contains("DELETE: 0, NOT_FOUND NOT_FOUND NOT_FOUND: a 1, u 9, z 9\n")
                .contains("SYNC: 3, UPDATED UPDATED INSERTED: a 10, b 20, u 9, z 9\n");
    }

    /** Which input row a row is of can't be told then, so that nothing is: an error, or the count that is true. */
    @Test
    void aTriggerThatChangesKeys(DSLContext ctx) {
        ctx.execute("create function lowered() returns trigger language plpgsql as"
                + " 'begin new.sku = lower(new.sku); return new; end'");
        String told = all(ctx, before("insert", "lowered"), "B", STOCK_AFTER).replaceAll("22P02 .*", "22P02");
        assertThat(told).isEqualTo("""
                UPDATE: 2, UPDATED UPDATED NOT_FOUND: a 10, u 9
                UPDATE_ONLY_CHANGED: 1, UPDATED UNCHANGED NOT_FOUND: a 10, u 9
                UPSERT: 3: a 10, b 20, u 9 | 22P02
                UPSERT_ONLY_CHANGED: 2: a 10, b 20, u 9 | 22P02
                UPSERT_IN_TWO: 22P02
                UPSERT_KEY_NOT_UNIQUE: 22P02
                INSERT: 1: a 1, b 20, u 9 | 22P02
                INSERT_ON_CONFLICT_DO_NOTHING: 1: a 1, b 20, u 9 | 22P02
                DELETE: 2, DELETED DELETED NOT_FOUND
                SYNC: 22P02
                GET_OR_CREATE: 22P02
                """);
    }

    private static String before(String event, String function) {
        return "create trigger t before " + event + " on stock for each row execute function " + function + "()";
    }
}
