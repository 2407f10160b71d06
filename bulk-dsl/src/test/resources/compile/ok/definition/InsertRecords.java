import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsertOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.MemberRecord;
import java.util.List;
import org.jooq.DSLContext;

class InsertRecords {
    static final BulkInsertOfRecords<BookRecord> NAMED = bulkInsert(BOOK)
            .set(BOOK.ISBN, BOOK.TITLE, BOOK.PRICE, BOOK.TAGS)
            .set(BOOK.STOCK)
            .set(BOOK.RESTOCKED_AT, now())
            .onConflictDoNothing();

    static final BulkInsertOfRecords<MemberRecord> TOUCHED = bulkInsert(MEMBER)
            .touched()
            .overridingSystemValue()
            .filledByDatabase(MEMBER.NAME);

    int insert(List<BookRecord> books, MemberRecord[] members, DSLContext ctx) {
        return NAMED.rows(books).execute(ctx) + TOUCHED.rows(members).execute(ctx);
    }
}
