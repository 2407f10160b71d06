import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import org.jooq.postgres.extensions.types.LocalDateRange;

class DateRangeForIntegerRange {
    record Span(int id, LocalDateRange span) {}

    static final BulkUpdate<WideRecord, Span> SPANS = bulkUpdate(WIDE, Span.class)
            .key(WIDE.ID).from(Span::id)
            .set(WIDE.IR).from(Span::span); // error: prob.found.req
}
