import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcome;
import io.bulkdsl.contract.Status;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record1;

class OutcomesInStreams {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    Map<Status, Long> count(List<Delivery> deliveries, DSLContext ctx) {
        return UPSERT.rows(deliveries).fetchOutcomes(ctx).stream()
                .collect(Collectors.groupingBy(Outcome::status, Collectors.counting()));
    }

    List<Long> created(List<Delivery> deliveries, DSLContext ctx) {
        return UPSERT.rows(deliveries).returning(BOOK.ID).fetchOutcomes(ctx).stream()
                .filter(Outcome::created)
                .flatMap(outcome -> outcome.record().stream())
                .map(Record1::value1)
                .toList();
    }
}
