import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.impl.SQLDataType;

class UpsertExprOfAnotherType {
    record Discount(String isbn, int percent) {}

    static final BulkUpsert<BookRecord, Discount> DISCOUNT = bulkUpsert(BOOK, Discount.class)
            .key(BOOK.ISBN).from(Discount::isbn)
            .set(BOOK.PRICE, expr(SQLDataType.INTEGER, (price, percent) -> price.minus(percent)))
            .from(Discount::percent)
            .setOnUpdate(BOOK.STOCK, expr((stock, percent) -> stock.plus(percent))).from(Discount::percent);
}
