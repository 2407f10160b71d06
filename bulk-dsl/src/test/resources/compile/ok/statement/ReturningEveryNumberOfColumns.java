import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Record4;
import org.jooq.Record5;
import org.jooq.Record6;
import org.jooq.Record7;
import org.jooq.Record8;
import org.jooq.Record;
import org.jooq.Result;

class ReturningEveryNumberOfColumns {
    static final BulkUpdateOfRecords<BookRecord> UPDATE = bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.STOCK);

    void update(List<BookRecord> records, DSLContext ctx) {
        BulkStatement<BookRecord> statement = UPDATE.rows(records);
        Result<Record1<Long>> one = statement.returning(BOOK.ID).fetch(ctx);
        Result<Record2<Long, String>> two = statement.returning(BOOK.ID, BOOK.ISBN).fetch(ctx);
        Result<Record3<Long, String, String>> three = statement.returning(BOOK.ID, BOOK.ISBN, BOOK.TITLE).fetch(ctx);
        Result<Record4<Long, String, String, Integer>> four =
                statement.returning(BOOK.ID, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK).fetch(ctx);
        Result<Record5<Long, String, String, Integer, BigDecimal>> five =
                statement.returning(BOOK.ID, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK, BOOK.PRICE).fetch(ctx);
        Result<Record6<Long, String, String, Integer, BigDecimal, Double>> six = statement
                .returning(BOOK.ID, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK, BOOK.PRICE, BOOK.RATING)
                .fetch(ctx);
        Result<Record7<Long, String, String, Integer, BigDecimal, Double, String[]>> seven = statement
                .returning(BOOK.ID, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK, BOOK.PRICE, BOOK.RATING, BOOK.TAGS)
                .fetch(ctx);
        Result<Record8<Long, String, String, Integer, BigDecimal, Double, String[], JSONB>> eight = statement
                .returning(BOOK.ID, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK, BOOK.PRICE, BOOK.RATING, BOOK.TAGS, BOOK.NOTES)
                .fetch(ctx);
        Result<Record> nine = statement
                .returning(
                        BOOK.ID, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK, BOOK.PRICE, BOOK.RATING, BOOK.TAGS, BOOK.NOTES,
                        BOOK.AUTHOR_ID)
                .fetch(ctx);
        Result<Record> all = statement.returning(BOOK.fields()).fetch(ctx);
        Result<Record> listed = statement.returning(List.of(BOOK.ID, BOOK.ISBN)).fetch(ctx);
    }
}
