// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.micrometer;

import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.CustomRecord;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;

/** What jOOQ would generate of the table. */
@SuppressWarnings("serial") // never serialized
final class Book extends CustomTable<Book.Row> {

    static final Book BOOK = new Book();

    final TableField<Row, String> isbn = createField(DSL.name("isbn"), SQLDataType.CLOB.nullable(false));
    final TableField<Row, Integer> stock = createField(DSL.name("stock"), SQLDataType.INTEGER.nullable(false));

    private Book() {
        super(DSL.name("book"));
    }

    @Override
    public Class<Row> getRecordType() {
        return Row.class;
    }

    @Override
    public UniqueKey<Row> getPrimaryKey() {
        return Internal.createUniqueKey(this, DSL.name("book_pkey"), isbn);
    }

    static final class Row extends CustomRecord<Row> {
        Row() {
            super(BOOK);
        }
    }
}
