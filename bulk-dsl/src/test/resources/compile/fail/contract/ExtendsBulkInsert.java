import io.bulkdsl.BulkInsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class ExtendsBulkInsert {
    abstract class Mine extends BulkInsert<BookRecord, String> {} // error: cant.inherit.from.final, cant.apply.symbol
}
