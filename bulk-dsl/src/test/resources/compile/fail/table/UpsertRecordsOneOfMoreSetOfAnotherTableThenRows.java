import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class UpsertRecordsOneOfMoreSetOfAnotherTableThenRows {
    int save(List<BookRecord> records, DSLContext ctx) {
        return bulkUpsert(BOOK)
                .keys(BOOK.ISBN)
                .set(BOOK.STOCK)
                .set(BOOK.TITLE, BOOK.PRICE, OFFER.PRICE)
                .rows(records) // error: cant.resolve.location.args
                .execute(ctx);
    }
}
