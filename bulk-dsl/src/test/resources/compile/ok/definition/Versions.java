import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.DocumentRecord;
import io.bulkdsl.testdb.public_.tables.records.MemoRecord;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataChangedException;

class Versions {
    record Edit(int id, String title, Integer version) {}

    static final BulkUpdate<DocumentRecord, Edit> EDIT = bulkUpdate(DOCUMENT, Edit.class)
            .key(DOCUMENT.ID).from(Edit::id)
            .set(DOCUMENT.TITLE).from(Edit::title)
            .version(DOCUMENT.VERSION).from(Edit::version)
            .onlyChanged();

    static final BulkUpsert<DocumentRecord, Edit> SAVE = bulkUpsert(DOCUMENT, Edit.class)
            .key(DOCUMENT.ID).from(Edit::id)
            .set(DOCUMENT.TITLE).from(Edit::title)
            .version(DOCUMENT.VERSION).from(Edit::version);

    record Note(int id, String body, OffsetDateTime read) {}

    static final BulkUpdate<MemoRecord, Note> NOTES = bulkUpdate(MEMO, Note.class)
            .key(MEMO.ID).from(Note::id)
            .set(MEMO.BODY).from(Note::body)
            .version(MEMO.CHANGED_AT).from(Note::read);

    int edit(List<Edit> edits, DSLContext ctx) {
        try {
            return EDIT.rows(edits).execute(ctx);
        } catch (DataChangedException e) {
            return 0;
        }
    }
}
