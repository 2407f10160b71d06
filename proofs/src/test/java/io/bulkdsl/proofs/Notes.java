// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.proofs.Attacks.HARMLESS;
import static io.bulkdsl.proofs.Attacks.assertUnharmed;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.CLOB;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.RowsStep;
import io.bulkdsl.proofs.AnyTable.AnyRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.TableField;

/** A table of texts, and every statement that brings some to it. */
final class Notes {

    static final AnyTable NOTE = new AnyTable("note");
    static final TableField<AnyRecord, String> SUBJECT = NOTE.primaryKey("subject", CLOB);
    private static final TableField<AnyRecord, String> BODY = NOTE.column("body", CLOB);
    private static final TableField<AnyRecord, String[]> LABELS = NOTE.column("labels", CLOB.array());

    record Note(String text) {

        String[] labels() {
            return new String[] {text, null, text};
        }
    }

    // spotless:off
    static final Map<String, RowsStep<Note, ? extends BulkStatement<Note>>> STATEMENTS = new TreeMap<>(Map.ofEntries(
            entry("insert", bulkInsert(NOTE, Note.class)
                    .set(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)),
            entry("insert, unless in conflict", bulkInsert(NOTE, Note.class)
                    .set(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)
                    .onConflictDoNothing()),
            entry("update", bulkUpdate(NOTE, Note.class)
                    .key(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)),
            entry("update with concat and in", bulkUpdate(NOTE, Note.class)
                    .key(SUBJECT, in()).from(note -> List.of(note.text(), note.text()))
                    .set(BODY, concat()).from(Note::text)),
            entry("upsert", bulkUpsert(NOTE, Note.class)
                    .key(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)),
            entry("upsert of what changes", bulkUpsert(NOTE, Note.class)
                    .key(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)
                    .onlyChanged()),
            entry("get or create", getOrCreate(NOTE, Note.class)
                    .key(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)),
            entry("sync", bulkSync(bulkUpsert(NOTE, Note.class)
                            .key(SUBJECT).from(Note::text)
                            .set(BODY).from(Note::text)
                            .set(LABELS).from(Note::labels))
                    .scope(trueCondition())
                    .deleteMissing()
                    .refuseToRemoveMoreThan(1_000)),
            entry("delete", bulkDelete(NOTE, Note.class)
                    .key(SUBJECT).from(Note::text))));
    // spotless:on

    static List<Note> notes(List<String> texts) {
        return texts.stream().map(Note::new).toList();
    }

    static void createTable(DSLContext ctx) {
        ctx.execute("create table {0} (subject text primary key, body text, labels text[])", NOTE);
    }

    /** What is asked of the server once and remembered belongs to no rows. */
    static void askOnce(DSLContext ctx, String kind) {
        ctx.deleteFrom(NOTE).execute();
        STATEMENTS.get(kind).rows(notes(HARMLESS)).execute(ctx);
    }

    static void before(DSLContext ctx, boolean exist, List<String> texts) {
        ctx.deleteFrom(NOTE).execute();
        if (exist) {
            ctx.execute(
                    "insert into {0} (subject, body) select text, '' from unnest({1}) text",
                    NOTE, val(texts.toArray(String[]::new)));
        }
    }

    /** What a statement leaves, and that it left the rest alone. */
    static void assertContents(DSLContext ctx, String kind, boolean exist, List<String> texts) {
        boolean isThere = kind.startsWith("update") ? exist : !kind.equals("delete");
        boolean isWritten = !exist || !kind.startsWith("get") && !kind.endsWith("conflict");
        var rows = ctx.select(SUBJECT, BODY, LABELS).from(NOTE).fetch();
        assertThat(rows.getValues(SUBJECT)).containsExactlyInAnyOrderElementsOf(isThere ? texts : List.of());
        for (var row : rows) {
            assertThat(row.value2()).isEqualTo(isWritten ? row.value1() : "");
            if (isWritten && !kind.contains("concat")) {
                assertThat(row.value3()).containsExactly(new Note(row.value1()).labels());
            }
        }
        assertUnharmed(ctx);
    }

    private Notes() {}
}
