import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.name;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.Keys;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.TicketRecord;

class UpsertConflictTargets {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    static final BulkUpsert<BookRecord, Delivery> BY_KEY = UPSERT.onConstraint(Keys.BOOK_ISBN_KEY);

    static final BulkUpsert<BookRecord, Delivery> BY_NAME = UPSERT.onConstraint(name("book_isbn_key"));

    static final BulkUpsert<BookRecord, Delivery> LOCKING = UPSERT.keyNotUnique();

    record Booking(String seat, String holder) {}

    static final BulkUpsert<TicketRecord, Booking> BOOKINGS = bulkUpsert(TICKET, Booking.class)
            .key(TICKET.SEAT).from(Booking::seat)
            .set(TICKET.HOLDER).from(Booking::holder)
            .indexWhere(TICKET.CANCELLED.isFalse());
}
