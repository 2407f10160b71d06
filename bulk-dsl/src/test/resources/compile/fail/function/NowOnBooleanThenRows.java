import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import java.util.List;

class NowOnBooleanThenRows {
    record Notice(long id) {}

    BulkStatement<Notice> notices(List<Notice> rows) {
        return bulkUpdate(BOOK, Notice.class)
                .key(BOOK.ID).from(Notice::id)
                .set(BOOK.DISCONTINUED, now())
                .rows(rows); // error: cant.resolve.location.args
    }
}
