// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.proofs.Stock.Verb.DELETE;
import static io.bulkdsl.proofs.Stock.Verb.GET_OR_CREATE;
import static io.bulkdsl.proofs.Stock.Verb.INSERT;
import static io.bulkdsl.proofs.Stock.Verb.SYNC;
import static io.bulkdsl.proofs.Stock.Verb.UPDATE;
import static io.bulkdsl.proofs.Stock.Verb.UPSERT;
import static io.bulkdsl.proofs.db.Tables.STOCK;
import static io.bulkdsl.proofs.db.Tables.STOCK_MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.BulkDSL;
import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkStatement;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.proofs.Stock.Item;
import io.bulkdsl.proofs.Stock.Verb;
import io.bulkdsl.proofs.db.tables.records.StockMadeRecord;
import io.bulkdsl.proofs.db.tables.records.StockRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** The least rights that each statement needs, whatever its row source: with them it runs, without any one of them it doesn't. */
@PostgresTest(migrations = "classpath:db/migration")
class RolesTest {

    static final Stock<StockRecord> TABLE = new Stock<>(STOCK, STOCK.SKU, STOCK.ZONE, STOCK.AMOUNT);

    static final String DENIED = "42501 permission denied for table stock";

    /** New ones only, or an old one too. */
    static final Map<Boolean, List<Item>> ITEMS = Map.of(
            true, List.of(new Item("b", "north", 20)),
            false, List.of(new Item("a", "north", 10), new Item("b", "north", 20)));

    /** What a call asks for: rights differ. */
    enum Asked {
        COUNT((statement, ctx) -> statement.execute(ctx)),
        STATUS((statement, ctx) -> Stock.statuses(statement.fetchOutcomes(ctx))),
        VALUE((statement, ctx) ->
                Stock.statuses(statement.returning(STOCK.AMOUNT).fetchOutcomes(ctx)));

        final BiFunction<BulkStatement<Item>, DSLContext, Object> call;

        Asked(BiFunction<BulkStatement<Item>, DSLContext, Object> call) {
            this.call = call;
        }
    }

    private static List<String> least(Verb verb, Asked asked) {
        boolean told = asked != Asked.COUNT;
        List<String> rights = new ArrayList<>();
        switch (verb) {
            case UPDATE -> addTo(rights, "select (sku)", "select (zone)", "update (amount)");
            case UPDATE_ONLY_CHANGED ->
                addTo(rights, "select (sku)", "select (zone)", "select (amount)", "update (amount)");
            case UPSERT, UPSERT_ONLY_CHANGED, SYNC -> {
                addTo(rights, "select (sku)", "select (zone)", "insert (sku)", "insert (zone)", "insert (amount)");
                // what EXCLUDED is read for must be readable in the table
                addTo(rights, "select (amount)", "update (amount)");
            }
            case UPSERT_IN_TWO ->
                addTo(rights, "select (sku)", "select (zone)", "insert (sku)", "insert (zone)", "update (amount)");
            case UPSERT_KEY_NOT_UNIQUE -> {
                addTo(rights, "select (sku)", "select (zone)", "insert (sku)", "insert (zone)", "insert (amount)");
                // the lock asks for a right on the whole table: update, delete or truncate
                addTo(rights, "update (amount)", "delete");
            }
            case INSERT, INSERT_ON_CONFLICT_DO_NOTHING -> {
                addTo(rights, "insert (sku)", "insert (zone)", "insert (amount)");
                addTo(rights, told ? new String[] {"select (sku)", "select (zone)"} : new String[0]);
            }
            case DELETE -> addTo(rights, "select (sku)", "select (zone)", "delete");
            case GET_OR_CREATE ->
                addTo(rights, "select (sku)", "select (zone)", "insert (sku)", "insert (zone)", "insert (amount)");
        }
        if (verb == Verb.SYNC) {
            rights.add("delete");
        }
        if (verb == Verb.SYNC || told && verb.name().matches("UPSERT|UPSERT_ONLY_CHANGED")) {
            rights.add("select (xmax)");
        }
        if (asked == Asked.VALUE && !rights.contains("select (amount)")) {
            rights.add("select (amount)");
        }
        return rights;
    }

    private static void addTo(List<String> rights, String... more) {
        rights.addAll(List.of(more));
    }

    @Test
    void leastRights(DSLContext database) {
        database.execute("insert into stock values ('a', 'north', 1)");
        try (Role role = Role.in(database)) {
            database.connection(connection -> {
                DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
                for (Verb verb : Verb.values()) {
                    for (Asked asked : Asked.values()) {
                        for (RowSource source : List.of(VALUES, UNNEST, COPY)) {
                            List<String> least = least(verb, asked);
                            String what = verb + " by " + source + ", " + asked;
                            BulkStatement<Item> statement = TABLE.to(verb)
                                    .rows(ITEMS.get(verb == Verb.INSERT))
                                    .via(source);
                            assertThat(with(ctx, role, least, statement, asked))
                                    .as("%s with %s", what, least)
                                    .isEqualTo(Aftermath.of(
                                                    ctx, inner -> asked.call.apply(statement, inner), "table stock")
                                            .toString());
                            // the statement is the same from any source
                            boolean tries = source == VALUES || Extent.of(0, 1) == 1;
                            for (String right : tries ? least : List.<String>of()) {
                                List<String> others = new ArrayList<>(least);
                                others.remove(right);
                                assertThat(with(ctx, role, others, statement, asked))
                                        .as("%s without %s", what, right)
                                        .isEqualTo(DENIED);
                            }
                        }
                    }
                }
            });
        }
    }

    private static String with(
            DSLContext ctx, Role role, List<String> rights, BulkStatement<Item> statement, Asked asked) {
        return Aftermath.of(
                        ctx,
                        inner -> {
                            role.grant(inner, "stock", rights);
                            role.begin(inner);
                            return asked.call.apply(statement, inner);
                        },
                        "table stock")
                .toString();
    }

    /** Told of, a row's key is drawn by the statement itself, and given. */
    @Test
    void generatedKeysNeedTheSequence(DSLContext ctx) {
        BulkInsert<StockMadeRecord, Item> make = BulkDSL.<StockMadeRecord, Item>bulkInsert(STOCK_MADE, Item.class)
                .set(STOCK_MADE.SKU)
                .from(Item::sku);
        String after = "select sku from stock_made";
        try (Role role = Role.in(ctx)) {
            for (RowSource source : List.of(VALUES, UNNEST, COPY)) {
                BulkStatement<Item> made = make.rows(new Item("a", "", 1)).via(source);
                Function<DSLContext, Object> told = inner -> Stock.statuses(made.fetchOutcomes(inner));
                ctx.execute("revoke all on stock_made, stock_made_id_seq from " + role.name());
                role.grant(ctx, "stock_made", List.of("insert (sku)"));
                assertThat(by(role, ctx, made::execute, after)).isEqualTo("1: a");
                assertThat(by(role, ctx, told, after)).startsWith("42501 permission denied for ");
                role.grant(ctx, "stock_made", List.of("insert (id)", "select (id)"));
                assertThat(by(role, ctx, told, after))
                        .isEqualTo("42501 permission denied for sequence stock_made_id_seq");
                role.grant(ctx, "stock_made_id_seq", List.of("usage"));
                assertThat(by(role, ctx, told, after)).isEqualTo("INSERTED: a");
            }
        }
    }

    /** Rows that another session created too late to be seen are locked, by an update of the first key. */
    @Test
    void getOrCreateNeedsToUpdateAKeyOnceOthersGetInBetween(DSLContext ctx) {
        ctx.execute("create function nothing() returns trigger language plpgsql as 'begin return null; end'");
        // as if another session's row were in the way
        ctx.execute("create trigger kept_out before insert on stock for each row execute function nothing()");
        BulkStatement<Item> statement = TABLE.to(Verb.GET_OR_CREATE).rows(new Item("a", "north", 1));
        try (Role role = Role.in(ctx)) {
            List<String> rights = new ArrayList<>(least(Verb.GET_OR_CREATE, Asked.VALUE));
            assertThat(with(ctx, role, rights, statement, Asked.VALUE)).isEqualTo(DENIED);
            addTo(rights, "update (sku)", "select (xmax)");
            assertThat(with(ctx, role, rights, statement, Asked.VALUE)).isEqualTo("UNCHANGED");
        }
    }

    @Test
    void withoutTempRowsGoByArrays(DSLContext ctx) {
        String database = ctx.fetchSingle("select current_database()").into(String.class);
        ctx.execute("revoke temporary on database " + database + " from public");
        ctx.execute("insert into stock select 'sku-' || i, 'north', i from generate_series(1, 100) i");
        String why = "the user may not create temporary tables in this database (the privilege TEMP)";
        String after = "select count(*), sum(amount) from stock";
        try (Role role = Role.in(ctx)) {
            role.grant(ctx, "stock", List.of("all"));
            for (Verb verb : List.of(UPDATE, UPSERT, INSERT, DELETE, SYNC, GET_OR_CREATE)) {
                int first = verb == Verb.INSERT ? 101 : 1;
                BulkStatement<Item> many = TABLE.to(verb)
                        .rows(IntStream.range(first, first + 15_000)
                                .mapToObj(i -> new Item("sku-" + i, "north", -i))
                                .toList());
                assertThat(many.explain(ctx)).as("%s by the owner", verb).startsWith("COPY: ");
                assertThat(by(role, ctx, inner -> many.explain(inner), "select 1 where false"))
                        .startsWith("UNNEST: 15,000 rows of ")
                        .endsWith(", but " + why);
                assertThat(by(role, ctx, many::execute, after))
                        .as("%s by arrays", verb)
                        .isEqualTo(Aftermath.of(ctx, many.via(UNNEST)::execute, after)
                                .toString());
                Function<DSLContext, Object> copied = inner -> {
                    assertThatThrownBy(() -> many.via(COPY).execute(inner))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageEndingWith(": COPY can't be used: " + why);
                    return "refused";
                };
                assertThat(by(role, ctx, copied, after)).as("%s by COPY", verb).isEqualTo("refused: 100 5050");
            }
        }
    }

    private static String by(Role role, DSLContext ctx, Function<DSLContext, Object> call, String after) {
        return Aftermath.of(
                        ctx,
                        inner -> {
                            role.begin(inner);
                            return call.apply(inner);
                        },
                        after)
                .toString();
    }
}
