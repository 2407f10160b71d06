// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static org.jooq.impl.DSL.name;

import org.jooq.DataType;
import org.jooq.Identity;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** A table that the generator doesn't know: a key, a text, and maybe a version. */
@SuppressWarnings("serial") // never serialized
final class KeyedTable<T> extends TableImpl<Record> {

    final TableField<Record, T> key;
    final TableField<Record, String> text;
    final TableField<Record, Integer> version = createField(name("version"), SQLDataType.INTEGER, this);

    KeyedTable(String tableName, String keyName, DataType<T> keyType, String textName) {
        super(name(tableName));
        key = createField(name(keyName), keyType, this);
        text = createField(name(textName), SQLDataType.CLOB, this);
    }

    @Override
    public Schema getSchema() {
        return DSL.schema(name("public"));
    }

    @Override
    public @Nullable Identity<Record, ?> getIdentity() {
        return key.getDataType().identity() ? Internal.createIdentity(this, key) : null;
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Internal.createUniqueKey(this, name(getName() + "_pkey"), new TableField[] {key}, true);
    }
}
