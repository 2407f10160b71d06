import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDeleteOfRecords;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;
import java.util.List;
import org.jooq.DSLContext;

class DeleteRecordsForm {
    static final BulkDeleteOfRecords<TwokeyRecord> CELLS = bulkDelete(TWOKEY)
            .keys(TWOKEY.A, TWOKEY.B)
            .where(TWOKEY.V.isNull())
            .duplicates(Duplicates.FOLD);

    static final BulkDeleteOfRecords<TwokeyRecord> ONE_BY_ONE =
            bulkDelete(TWOKEY).key(TWOKEY.A).key(TWOKEY.B);

    int remove(List<TwokeyRecord> cells, TwokeyRecord cell, DSLContext ctx) {
        return CELLS.rows(cells).execute(ctx)
                + CELLS.rows(ctx.selectFrom(TWOKEY).fetch()).execute(ctx)
                + ONE_BY_ONE.rows(cell, cell).execute(ctx)
                + bulkDelete(BOOK).keys(BOOK.ISBN).rows(ctx.fetchStream(BOOK)).execute(ctx);
    }
}
