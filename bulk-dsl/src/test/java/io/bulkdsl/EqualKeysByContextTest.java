// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.Book;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.Locale;
import org.jooq.ConverterContext;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.AbstractContextConverter;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** What a converter that looks at the context makes of a key is known when it is sent. */
@NotVia(because = "names the source itself")
@PostgresTest(migrations = "classpath:db/migration")
class EqualKeysByContextTest {

    /** In the letters that the context says. */
    @SuppressWarnings("serial") // never serialized
    private static final class Cased extends AbstractContextConverter<String, String> {

        Cased() {
            super(String.class, String.class);
        }

        @Override
        public String from(String value, ConverterContext context) {
            return value;
        }

        @Override
        public String to(String value, ConverterContext context) {
            return value.toLowerCase(
                    (Locale) requireNonNull(context.configuration().data(Locale.class)));
        }
    }

    @SuppressWarnings("serial") // never serialized
    private static final class CasedBook extends Book {

        final TableField<BookRecord, String> cased =
                createField(DSL.name("isbn"), SQLDataType.VARCHAR, this, "", new Cased());
    }

    @Test
    void theServerKnows(DSLContext ctx) {
        Books.shelve(ctx, 1);
        ctx.configuration().data(Locale.class, Locale.ROOT);
        CasedBook book = new CasedBook();
        // spotless:off
        var restock = bulkUpdate(book, Delivery.class)
                .key(book.cased).from(Delivery::isbn)
                .set(book.STOCK, incr()).from(Delivery::copies)
                .duplicates(FOLD);
        // spotless:on
        assertThat(restock.rows(List.of(new Delivery("ISBN-1", 10), new Delivery("isbn-1", 100)))
                        .via(RowSource.VALUES)
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 111);
    }
}
