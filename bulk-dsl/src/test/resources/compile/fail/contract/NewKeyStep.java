import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class NewKeyStep {
    Object step = new BulkUpdate.KeyStep<BookRecord, String>(null); // error: not.def.public.cant.access
}
