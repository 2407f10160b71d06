import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.name;

import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.testdb.public_.Keys;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.HitRecord;
import io.bulkdsl.testdb.public_.tables.records.TicketRecord;

class UpsertRecordsConflictTargets {
    static final BulkUpsertOfRecords<BookRecord> SAVE = bulkUpsert(BOOK).keys(BOOK.ISBN).set(BOOK.STOCK);

    static final BulkUpsertOfRecords<BookRecord> BY_KEY = SAVE.onConstraint(Keys.BOOK_ISBN_KEY);

    static final BulkUpsertOfRecords<BookRecord> BY_NAME = SAVE.onConstraint(name("book_isbn_key"));

    static final BulkUpsertOfRecords<TicketRecord> TICKETS =
            bulkUpsert(TICKET).keys(TICKET.SEAT).set(TICKET.HOLDER).indexWhere(TICKET.CANCELLED.isFalse());

    static final BulkUpsertOfRecords<HitRecord> HITS =
            bulkUpsert(HIT).keys(HIT.PAGE, HIT.VISITOR).set(HIT.HITS, incr()).keyNotUnique();
}
