import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.TicketRecord;

class IndexWhereField {
    record Booking(String seat, String holder) {}

    static final BulkUpsert<TicketRecord, Booking> BOOK = bulkUpsert(TICKET, Booking.class)
            .key(TICKET.SEAT).from(Booking::seat)
            .set(TICKET.HOLDER).from(Booking::holder)
            .indexWhere(TICKET.CANCELLED); // error: prob.found.req
}
