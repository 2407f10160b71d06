import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.testdb.public_.tables.records.AuthorRecord;
import org.jooq.Result;

class JooqRecordsAsElements {
    BulkStatement<AuthorRecord> statement(Result<AuthorRecord> authors) {
        return bulkUpdate(BOOK, AuthorRecord.class)
                .key(BOOK.AUTHOR_ID).from(AuthorRecord::getId)
                .set(BOOK.TITLE).from(author -> author.get(AUTHOR.NAME))
                .rows(authors);
    }
}
