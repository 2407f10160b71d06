import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.DSLContext;

class InterfaceElements {
    sealed interface Move {
        String isbn();

        int copies();

        record In(String isbn, int copies) implements Move {}

        record Out(String isbn, int copies) implements Move {}
    }

    static final BulkUpdate<BookRecord, Move> MOVES = bulkUpdate(BOOK, Move.class)
            .key(BOOK.ISBN).from(Move::isbn)
            .set(BOOK.STOCK, incr()).from(move -> move instanceof Move.Out ? -move.copies() : move.copies());

    int move(DSLContext ctx) {
        return MOVES.rows(new Move.In("a", 1), new Move.Out("b", 2)).execute(ctx);
    }
}
