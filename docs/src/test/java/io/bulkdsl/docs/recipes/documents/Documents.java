// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.documents;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.jsonbConcat;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.docs.db.Tables.PROFILE;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.docs.db.tables.records.ProfileRecord;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;

/** Settings of users, changed in part. */
final class Documents {

    // spotless:off
    static final BulkUpsert<ProfileRecord, Patch> MERGE = bulkUpsert(PROFILE, Patch.class)
            .key(PROFILE.USER_ID).from(Patch::user)
            .set(PROFILE.SETTINGS, jsonbConcat()).from(Patch::settings)
            .setWhenChanged(PROFILE.CHANGED_AT, now())
            .onlyChanged();

    /** The value goes to {@code settings.mail.weekly}; null leaves it as it is. */
    static final BulkUpdate<ProfileRecord, Patch> SET_WEEKLY = bulkUpdate(PROFILE, Patch.class)
            .key(PROFILE.USER_ID).from(Patch::user)
            .set(PROFILE.SETTINGS, expr((settings, value) -> coalesce(
                    function("jsonb_set", JSONB.class, settings, array(inline("mail"), inline("weekly")), value),
                    settings))).from(Patch::settings)
            .setWhenChanged(PROFILE.CHANGED_AT, now())
            .onlyChanged();

    record Forgotten(long user, String key) {}

    /** Takes a key out of the settings. */
    static final BulkUpdate<ProfileRecord, Forgotten> FORGET = bulkUpdate(PROFILE, Forgotten.class)
            .key(PROFILE.USER_ID).from(Forgotten::user)
            .set(PROFILE.SETTINGS, expr(SQLDataType.CLOB, (settings, key) ->
                    field("{0} - {1}", JSONB.class, settings, key))).from(Forgotten::key)
            .setWhenChanged(PROFILE.CHANGED_AT, now())
            .onlyChanged();
    // spotless:on

    private Documents() {}
}
