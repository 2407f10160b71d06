import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.BulkSync;
import io.bulkdsl.testdb.public_.tables.records.TicketRecord;

class SyncMarksAFlag {
    record Booking(String seat, String holder) {}

    static final BulkSync<TicketRecord, Booking> BOOKINGS = bulkSync(bulkUpsert(TICKET, Booking.class)
                    .key(TICKET.SEAT).from(Booking::seat)
                    .set(TICKET.HOLDER).from(Booking::holder)
                    .indexWhere(TICKET.CANCELLED.isFalse()))
            .scope(TICKET.SEAT.startsWith("A"))
            .softDeleteMissing(TICKET.CANCELLED, cancelled -> inline(true));
}
