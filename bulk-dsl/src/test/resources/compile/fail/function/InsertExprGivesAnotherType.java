import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class InsertExprGivesAnotherType {
    record Delivery(String isbn, int copies) {}

    static final BulkInsert<BookRecord, Delivery> INSERT = bulkInsert(BOOK, Delivery.class)
            .set(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.TITLE, expr(title -> inline(1))); // error: prob.found.req
}
