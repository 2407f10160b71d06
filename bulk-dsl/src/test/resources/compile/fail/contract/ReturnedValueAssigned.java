import io.bulkdsl.Returned;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class ReturnedValueAssigned {
    void clear(Returned<String, BookRecord> returned) {
        returned.element = null; // error: report.access
    }
}
