import io.bulkdsl.Returning;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class NewReturning {
    Object returning = new Returning<String, BookRecord>(null, null); // error: not.def.public.cant.access
}
