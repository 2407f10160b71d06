import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkSync;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.GetOrCreate;
import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.contract.Status;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;

class OutcomesOfEveryStatement {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> UPDATE = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    static final BulkDelete<BookRecord, Delivery> DELETE =
            bulkDelete(BOOK, Delivery.class).key(BOOK.ISBN).from(Delivery::isbn);

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    static final BulkInsert<BookRecord, Delivery> INSERT = bulkInsert(BOOK, Delivery.class)
            .set(BOOK.ISBN).from(Delivery::isbn);

    static final GetOrCreate<BookRecord, Delivery> FIND =
            getOrCreate(BOOK, Delivery.class).key(BOOK.ISBN).from(Delivery::isbn);

    static final BulkSync<BookRecord, Delivery> SYNC =
            bulkSync(UPSERT).scope(trueCondition()).deleteMissing();

    void all(List<Delivery> deliveries, DSLContext ctx) {
        List<BulkStatement<Delivery>> statements = List.of(
                UPDATE.rows(deliveries),
                DELETE.rows(deliveries),
                UPSERT.rows(deliveries),
                INSERT.rows(deliveries),
                FIND.rows(deliveries),
                SYNC.rows(deliveries));
        for (BulkStatement<Delivery> statement : statements) {
            Outcomes<Delivery, Record> untyped = statement.fetchOutcomes(ctx);
            Outcomes<Delivery, Record2<Long, String>> typed =
                    statement.returning(BOOK.ID, BOOK.TITLE).fetchOutcomes(ctx);
            Outcomes<Delivery, BookRecord> books = statement.returning(BOOK).fetchOutcomesWithOld(ctx);
            for (Outcome<Delivery, Record2<Long, String>> outcome : typed) {
                Long id = outcome.record().orElseThrow().value1();
                List<Record2<Long, String>> records = outcome.records();
                Status status = outcome.status();
                System.out.println(outcome.rowNumber() + outcome.element().isbn() + id + records + status);
            }
            Optional<BookRecord> before = books.rows().get(0).oldRecord();
            List<BookRecord> removed = books.removed();
            System.out.println(untyped.totals() + "" + before + removed);
        }
    }
}
