import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.Pdnf;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.jooq.DSLContext;

class InDelete {
    record Unwanted(String isbn, OffsetDateTime before) {}

    static final Pdnf<Unwanted> UNWANTED = pdnf(Unwanted.class)
            .key(BOOK.ISBN).from(Unwanted::isbn)
            .key(BOOK.RESTOCKED_AT, lt()).from(Unwanted::before);

    int delete(Stream<Unwanted> unwanted, DSLContext ctx) {
        return ctx.deleteFrom(BOOK).where(UNWANTED.rows(unwanted)).and(BOOK.DISCONTINUED).execute();
    }
}
