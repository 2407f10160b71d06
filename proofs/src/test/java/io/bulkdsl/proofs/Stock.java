// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.getOrCreate;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcomes;
import io.bulkdsl.RowsStep;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** A table of the shape (sku, zone, amount), whatever kind it is of, and each statement on it. */
record Stock<R extends Record>(
        Table<R> table, TableField<R, String> sku, TableField<R, String> zone, TableField<R, Integer> amount) {

    /** A row of the caller's. */
    record Item(String sku, String zone, int amount) {}

    enum Verb {
        UPDATE,
        UPDATE_ONLY_CHANGED,
        UPSERT,
        UPSERT_ONLY_CHANGED,
        /** Finds and updates, then inserts. */
        UPSERT_IN_TWO,
        UPSERT_KEY_NOT_UNIQUE,
        INSERT,
        INSERT_ON_CONFLICT_DO_NOTHING,
        DELETE,
        SYNC,
        GET_OR_CREATE
    }

    // spotless:off
    RowsStep<Item, ? extends BulkStatement<Item>> to(Verb verb) {
        return switch (verb) {
            case UPDATE -> bulkUpdate(table, Item.class)
                    .key(sku).from(Item::sku)
                    .key(zone).from(Item::zone)
                    .set(amount).from(Item::amount);
            case UPDATE_ONLY_CHANGED -> bulkUpdate(table, Item.class)
                    .key(sku).from(Item::sku)
                    .key(zone).from(Item::zone)
                    .set(amount).from(Item::amount)
                    .onlyChanged();
            case UPSERT -> upsert();
            case UPSERT_ONLY_CHANGED -> upsert().onlyChanged();
            case UPSERT_IN_TWO -> bulkUpsert(table, Item.class)
                    .key(sku).from(Item::sku)
                    .key(zone).from(Item::zone)
                    .setOnUpdate(amount).from(Item::amount);
            case UPSERT_KEY_NOT_UNIQUE -> upsert().keyNotUnique();
            case INSERT -> bulkInsert(table, Item.class)
                    .set(sku).from(Item::sku)
                    .set(zone).from(Item::zone)
                    .set(amount).from(Item::amount);
            case INSERT_ON_CONFLICT_DO_NOTHING -> bulkInsert(table, Item.class)
                    .set(sku).from(Item::sku)
                    .set(zone).from(Item::zone)
                    .set(amount).from(Item::amount)
                    .onConflictDoNothing();
            case DELETE -> bulkDelete(table, Item.class)
                    .key(sku).from(Item::sku)
                    .key(zone).from(Item::zone);
            case SYNC -> bulkSync(upsert()).scope(zone.eq("north")).deleteMissing();
            case GET_OR_CREATE -> getOrCreate(table, Item.class)
                    .key(sku).from(Item::sku)
                    .key(zone).from(Item::zone)
                    .set(amount).from(Item::amount);
        };
    }

    private BulkUpsert<R, Item> upsert() {
        return bulkUpsert(table, Item.class)
                .key(sku).from(Item::sku)
                .key(zone).from(Item::zone)
                .set(amount).from(Item::amount);
    }
    // spotless:on

    /** {@code UPDATED INSERTED}. */
    static String statuses(Outcomes<?, ?> outcomes) {
        return outcomes.stream().map(outcome -> outcome.status().name()).collect(Collectors.joining(" "));
    }
}
