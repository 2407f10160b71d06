import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.AuthorRecord;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.RowCountQuery;

class BatchAndTransaction {
    static final BulkUpdateOfRecords<BookRecord> UPDATE = bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.STOCK);

    static final BulkUpdateOfRecords<AuthorRecord> RENAME = bulkUpdate(AUTHOR).keys(AUTHOR.ID).set(AUTHOR.NAME);

    int[] both(List<BookRecord> books, List<AuthorRecord> authors, DSLContext ctx) {
        return ctx.batch(UPDATE.rows(books).query(), RENAME.rows(authors).query()).execute();
    }

    int together(List<BookRecord> books, List<AuthorRecord> authors, DSLContext ctx) {
        return ctx.transactionResult(trx ->
                UPDATE.rows(books).execute(trx.dsl()) + RENAME.rows(authors).execute(trx.dsl()));
    }

    int later(List<BookRecord> books, DSLContext ctx) {
        RowCountQuery query = UPDATE.rows(books).query();
        return ctx.execute(query);
    }
}
