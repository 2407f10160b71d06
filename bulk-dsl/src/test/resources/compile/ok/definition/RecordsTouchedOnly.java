import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsTouchedOnly {
    static final BulkUpdateOfRecords<BookRecord> NAMED = bulkUpdate(BOOK)
            .keys(BOOK.ID)
            .set(BOOK.TITLE, BOOK.PRICE)
            .touchedOnly()
            .where(BOOK.DISCONTINUED.isFalse());

    static final BulkUpdateOfRecords<BookRecord> WHATEVER = bulkUpdate(BOOK).keys(BOOK.ID).touchedOnly().onlyChanged();
}
