// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import org.jooq.DataType;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.CustomRecord;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jspecify.annotations.Nullable;

/** A table whose name and columns a test chooses; no class is generated for it. */
@SuppressWarnings("serial") // never serialized
final class AnyTable extends CustomTable<AnyTable.AnyRecord> {

    /** What jOOQ wants to know of a table; none is made. */
    static final class AnyRecord extends CustomRecord<AnyRecord> {

        AnyRecord() {
            super(new AnyTable("any"));
        }
    }

    private @Nullable UniqueKey<AnyRecord> primaryKey;

    AnyTable(String name) {
        super(DSL.name(name));
    }

    AnyTable(String schema, String name) {
        super(DSL.name(name), DSL.schema(DSL.name(schema)));
    }

    <T> TableField<AnyRecord, T> column(String name, DataType<T> type) {
        return createField(DSL.name(name), type);
    }

    <T> TableField<AnyRecord, T> primaryKey(String name, DataType<T> type) {
        TableField<AnyRecord, T> column = column(name, type);
        primaryKey = Internal.createUniqueKey(this, DSL.name("primary"), column);
        return column;
    }

    @Override
    public @Nullable UniqueKey<AnyRecord> getPrimaryKey() {
        return primaryKey;
    }

    @Override
    public Class<AnyRecord> getRecordType() {
        return AnyRecord.class;
    }
}
