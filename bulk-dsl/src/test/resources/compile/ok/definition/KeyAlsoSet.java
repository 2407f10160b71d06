import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;

class KeyAlsoSet {
    record Move(int from, int to) {}

    static final BulkUpdate<TwokeyRecord, Move> MOVES = bulkUpdate(TWOKEY, Move.class)
            .key(TWOKEY.A).from(Move::from)
            .set(TWOKEY.A).from(Move::to);
}
