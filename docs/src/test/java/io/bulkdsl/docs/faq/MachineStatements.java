// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.faq;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.jsonbConcat;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.docs.db.Tables.MACHINE;
import static io.bulkdsl.docs.db.Tables.MACHINE_CACHE;
import static io.bulkdsl.docs.db.Tables.MACHINE_NOTE;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.docs.db.tables.records.MachineCacheRecord;
import io.bulkdsl.docs.db.tables.records.MachineNoteRecord;
import io.bulkdsl.docs.db.tables.records.MachineRecord;
import org.jooq.JSONB;

/** The statements of the questions. */
final class MachineStatements {

    record Usage(String code, Integer hours) {}

    record Details(String code, String[] newTags, String oldTag, JSONB settings) {}

    record Note(String machine, String text) {}

    // spotless:off
    static final BulkUpdate<MachineRecord, Usage> SET_HOURS = bulkUpdate(MACHINE, Usage.class)
            .key(MACHINE.CODE).from(Usage::code)
            .set(MACHINE.HOURS).from(Usage::hours);

    static final BulkUpdate<MachineRecord, Usage> ADD_HOURS = bulkUpdate(MACHINE, Usage.class)
            .key(MACHINE.CODE).from(Usage::code)
            .set(MACHINE.HOURS, incr()).from(Usage::hours);

    static final BulkUpsert<MachineRecord, Usage> REPORT = bulkUpsert(MACHINE, Usage.class)
            .key(MACHINE.CODE).from(Usage::code)
            .set(MACHINE.HOURS).from(Usage::hours)
            .setWhenChanged(MACHINE.CHECKED_AT, now())
            .onlyChanged();

    static final BulkInsert<MachineRecord, Usage> CREATE = bulkInsert(MACHINE, Usage.class)
            .set(MACHINE.CODE).from(Usage::code)
            .set(MACHINE.HOURS).from(Usage::hours);

    static final BulkUpsert<MachineNoteRecord, Note> NOTE = bulkUpsert(MACHINE_NOTE, Note.class)
            .key(MACHINE_NOTE.MACHINE).from(Note::machine)
            .set(MACHINE_NOTE.NOTE).from(Note::text)
            .keyNotUnique();

    static final BulkUpdate<MachineRecord, Details> TAG = bulkUpdate(MACHINE, Details.class)
            .key(MACHINE.CODE).from(Details::code)
            .set(MACHINE.TAGS, union()).from(Details::newTags)
            .set(MACHINE.SETTINGS, jsonbConcat()).from(Details::settings);

    static final BulkUpdate<MachineRecord, Details> UNTAG = bulkUpdate(MACHINE, Details.class)
            .key(MACHINE.CODE).from(Details::code)
            .set(MACHINE.TAGS, arrayRemove()).from(Details::oldTag);

    static final BulkUpsert<MachineCacheRecord, Usage> CACHE = bulkUpsert(MACHINE_CACHE, Usage.class)
            .key(MACHINE_CACHE.CODE).from(Usage::code)
            .set(MACHINE_CACHE.HOURS).from(Usage::hours);
    // spotless:on

    private MachineStatements() {}
}
