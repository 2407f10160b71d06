import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.JobTable;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.reactivestreams.Publisher;

class BatchesOfAllKinds {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    long atNight(Stream<Delivery> deliveries, DSLContext ctx) {
        List<Rejected<Delivery>> bad = new ArrayList<>();
        List<Object> anything = new ArrayList<>();
        Progress done = RESTOCK.rows(deliveries)
                .batchSize(10_000)
                .batchBytes(1 << 20)
                .batchDelay(Duration.ofMillis(100))
                .commitEachBatch()
                .distinctKeys()
                .countMatched()
                .onProgress(progress -> System.out.println(progress.rows()))
                .cancelWhen(progress -> progress.elapsed().toHours() > 6)
                .onReject(row -> bad.add(row))
                .onReject(anything::add)
                .maxRejects(100)
                .jobId("night", JobTable.DEFAULT)
                .retry(3, Duration.ofSeconds(1))
                .execute(ctx);
        return done.written();
    }

    int published(Publisher<? extends Delivery> deliveries, DSLContext ctx) {
        return RESTOCK.rowsFrom(deliveries).execute(ctx);
    }
}
