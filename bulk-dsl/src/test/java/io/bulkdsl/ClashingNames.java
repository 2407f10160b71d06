// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static org.jooq.impl.DSL.name;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** A table whose columns have the names that our SQL uses itself. */
@SuppressWarnings("serial") // never serialized
final class ClashingNames extends TableImpl<Record> {

    final TableField<Record, Integer> k1 = createField(name("k1"), SQLDataType.INTEGER.notNull(), this);
    final TableField<Record, Integer> status = createField(name("status"), SQLDataType.INTEGER, this);
    final TableField<Record, Integer> rowNumber = createField(name("row_number"), SQLDataType.INTEGER, this);
    final TableField<Record, Integer> c1 = createField(name("c1"), SQLDataType.INTEGER, this);
    final TableField<Record, Integer> o1 = createField(name("o1"), SQLDataType.INTEGER, this);
    final TableField<Record, Integer> old = createField(name("old"), SQLDataType.INTEGER, this);
    final TableField<Record, Integer> isNew = createField(name("is_new"), SQLDataType.INTEGER, this);
    final TableField<Record, Integer> target1 = createField(name("target_1"), SQLDataType.INTEGER, this);

    private ClashingNames(String tableName) {
        super(name(tableName));
    }

    static ClashingNames create(DSLContext ctx, String tableName) {
        ClashingNames table = new ClashingNames(tableName);
        ctx.createTable(table)
                .columns(table.fields())
                .constraints(DSL.primaryKey(table.k1))
                .execute();
        return table;
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Internal.createUniqueKey(this, name(getName() + "_pkey"), new TableField[] {k1}, true);
    }

    @Override
    public Schema getSchema() {
        return DSL.schema(name("public"));
    }
}
