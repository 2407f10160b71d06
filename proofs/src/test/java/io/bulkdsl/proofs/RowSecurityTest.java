// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.proofs.db.Tables.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.proofs.Stock.Item;
import io.bulkdsl.proofs.Stock.Verb;
import io.bulkdsl.proofs.db.tables.records.StockRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row-level security: what a policy hides isn't changed, and what it forbids is an error. */
@PostgresTest(migrations = "classpath:db/migration")
class RowSecurityTest {

    static final Stock<StockRecord> TABLE = new Stock<>(STOCK, STOCK.SKU, STOCK.ZONE, STOCK.AMOUNT);

    static final Item SEEN = new Item("a", "north", 10);
    static final Item HIDDEN = new Item("h", "north", 20);

    @BeforeEach
    void policy(DSLContext ctx) {
        ctx.execute("insert into stock values ('a', 'north', 1), ('h', 'north', 500)");
        ctx.execute("create policy small on stock using (coalesce(amount, 0) < 100)");
        ctx.execute("alter table stock enable row level security");
    }

    private static String all(DSLContext database, Role role, Item... items) {
        return database.connectionResult(connection -> {
            DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
            StringBuilder result = new StringBuilder();
            for (Verb verb : Verb.values()) {
                String after = "select sku || ' ' || coalesce(amount, 0) from stock order by 1";
                String said = Aftermath.of(ctx, role::begin, TABLE.to(verb).rows(items), after);
                result.append(verb).append(": ").append(said).append("\n");
            }
            return result.toString();
        });
    }

    static final String HIDES = """
            UPDATE: 1, UPDATED NOT_FOUND: a 10, h 500
            UPDATE_ONLY_CHANGED: 1, UPDATED NOT_FOUND: a 10, h 500
            UPSERT: 42501 new row violates row-level security policy (USING expression) for table "stock"
            UPSERT_ONLY_CHANGED: 42501 new row violates row-level security policy (USING expression) for table "stock"
            UPSERT_IN_TWO: 42501 new row violates row-level security policy (USING expression) for table "stock"
            UPSERT_KEY_NOT_UNIQUE: 23505 duplicate key value violates unique constraint "stock_pkey"
            INSERT: 23505 duplicate key value violates unique constraint "stock_pkey"
            INSERT_ON_CONFLICT_DO_NOTHING: 0, CONFLICT CONFLICT: a 1, h 500
            DELETE: 1, DELETED NOT_FOUND: h 500
            SYNC: 42501 new row violates row-level security policy (USING expression) for table "stock"
            GET_OR_CREATE: 0, UNCHANGED UNCHANGED: a 1, h 500
            """;

    @Test
    void hiddenRowsAreNotThere(DSLContext ctx) {
        try (Role role = Role.in(ctx)) {
            role.grant(ctx, "stock", List.of("all"));
            assertThat(all(ctx, role, SEEN, HIDDEN)).isEqualTo(HIDES);
        }
    }

    @Test
    void hiddenFromTheOwnerWhereForced(DSLContext ctx) {
        try (Role role = Role.in(ctx)) {
            ctx.execute("alter table stock owner to " + role.name());
            assertThat(all(ctx, role, SEEN, HIDDEN)).startsWith("""
                    UPDATE: 2, UPDATED UPDATED: a 10, h 20
                    UPDATE_ONLY_CHANGED: 2, UPDATED UPDATED: a 10, h 20
                    UPSERT: 2, UPDATED UPDATED: a 10, h 20
                    """);
            ctx.execute("alter table stock force row level security");
            assertThat(all(ctx, role, SEEN, HIDDEN)).isEqualTo(HIDES);
            ctx.execute("alter table stock owner to current_user");
        }
    }

    /** getOrCreate promises the row, which nobody may see. */
    @Test
    void getOrCreateCannotHandBackAHiddenRow(DSLContext ctx) {
        try (Role role = Role.in(ctx)) {
            role.grant(ctx, "stock", List.of("all"));
            Aftermath effect = Aftermath.of(
                    ctx,
                    inner -> {
                        role.begin(inner);
                        return TABLE.to(Verb.GET_OR_CREATE)
                                .rows(SEEN, HIDDEN)
                                .returning(STOCK.AMOUNT)
                                .fetchOutcomes(inner);
                    },
                    "table stock");
            assertThat(effect.said())
                    .isEqualTo(
                            "42501 new row violates row-level security policy (USING expression) for table \"stock\"");
        }
    }

    @Test
    void rowsThatThePolicyForbidsAreAnError(DSLContext ctx) {
        try (Role role = Role.in(ctx)) {
            role.grant(ctx, "stock", List.of("all"));
            String violation = "42501 new row violates row-level security policy for table \"stock\"";
            assertThat(all(ctx, role, new Item("n", "north", 300)).lines())
                    .filteredOn(line -> !line.matches("(UPDATE|DELETE|UPSERT_IN_TWO).*"))
                    .hasSize(7)
                    .allMatch(line -> line.endsWith(violation));
            assertThat(all(ctx, role, new Item("a", "north", 300)).lines())
                    .filteredOn(line -> line.matches("(UPDATE|UPSERT|SYNC).*"))
                    .hasSize(7)
                    .allMatch(line -> line.endsWith(violation));
        }
    }

    /** Rows that may be read but not changed. */
    @Test
    void readOnlyRows(DSLContext ctx) {
        ctx.execute("drop policy small on stock");
        ctx.execute("create policy read on stock for select using (true)");
        ctx.execute("create policy add on stock for insert with check (true)");
        try (Role role = Role.in(ctx)) {
            role.grant(ctx, "stock", List.of("all"));
            assertThat(all(ctx, role, SEEN)).startsWith("""
                    UPDATE: 0, NOT_FOUND: a 1, h 500
                    UPDATE_ONLY_CHANGED: 0, UNCHANGED: a 1, h 500
                    UPSERT: 42501 new row violates row-level security policy (USING expression) for table "stock"
                    """);
        }
    }
}
