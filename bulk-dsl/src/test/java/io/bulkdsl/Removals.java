// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.testdb.public_.Tables.BOOK;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is removed from the shelf: the books named, or those that a rule clears away. */
final class Removals {

    record Gone(@Nullable String isbn) {}

    record Rule(long minId, int below) {}

    static final BulkDelete<BookRecord, Gone> REMOVE =
            bulkDelete(BOOK, Gone.class).key(BOOK.ISBN).from(Gone::isbn);

    static final BulkDelete<BookRecord, Rule> CLEAR = bulkDelete(BOOK, Rule.class)
            .key(BOOK.ID, ge())
            .from(Rule::minId)
            .key(BOOK.STOCK, lt())
            .from(Rule::below);

    static final List<Gone> GONE = List.of(new Gone("isbn-1"), new Gone("isbn-3"));

    private Removals() {}
}
