import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class ExtendsBulkUpdate {
    class Mine extends BulkUpdate<BookRecord, String> {} // error: cant.inherit.from.final, cant.apply.symbol
}
