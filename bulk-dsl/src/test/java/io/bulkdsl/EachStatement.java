// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.PRICE;

import io.bulkdsl.contract.RowSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.junit.jupiter.params.provider.Arguments;

/** One of each kind, with two rows, of which the table has the first already. */
enum EachStatement {
    // spotless:off
    UPDATE(RESTOCK, BOOK.ISBN),
    UPSERT(QUOTE, PRICE.SKU),
    INSERT(bulkInsert(BOOK, Delivery.class).set(BOOK.ISBN).from(delivery -> "new-" + delivery.isbn()), BOOK.ID),
    GET_OR_CREATE(getOrCreate(PRICE, Delivery.class).key(PRICE.SKU).from(Delivery::isbn), PRICE.SKU),
    DELETE(bulkDelete(BOOK, Delivery.class).key(BOOK.ISBN).from(Delivery::isbn), BOOK.ISBN),
    SYNC(bulkSync(QUOTE).scope(PRICE.SOURCE.eq("feed")).deleteMissing().refuseToRemoveMoreThan(9), PRICE.SKU);
    // spotless:on

    private static final List<Delivery> ROWS = List.of(new Delivery("isbn-1", 5), new Delivery("isbn-9", 7));

    private final RowsStep<Delivery, ? extends BulkStatement<Delivery>> definition;
    private final TableField<?, ?> column;

    EachStatement(RowsStep<Delivery, ? extends BulkStatement<Delivery>> definition, TableField<?, ?> column) {
        this.definition = definition;
        this.column = column;
    }

    /** What the rows meet. */
    static void prepare(DSLContext ctx) {
        Books.shelve(ctx, 2);
        ctx.insertInto(PRICE).set(PRICE.SKU, "isbn-1").execute();
        ctx.insertInto(PRICE).set(PRICE.SKU, "isbn-2").execute();
    }

    /** Each by each row source. */
    static Stream<Arguments> statements() {
        return Arrays.stream(values())
                .flatMap(statement -> Stream.of(RowSource.VALUES, RowSource.UNNEST, RowSource.COPY)
                        .map(source -> Arguments.of(statement, source)));
    }

    BulkStatement<Delivery> rows(RowSource source) {
        return definition.rows(ROWS).via(source);
    }

    TableField<?, ?> column() {
        return column;
    }
}
