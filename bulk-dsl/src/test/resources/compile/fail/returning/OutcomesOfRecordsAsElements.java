import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.Outcomes;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;

class OutcomesOfRecordsAsElements {
    Outcomes<String, Record1<Long>> insert(List<BookRecord> records, DSLContext ctx) {
        return bulkInsert(BOOK).touched().rows(records).returning(BOOK.ID).fetchOutcomes(ctx); // error: prob.found.req
    }
}
