// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.functions;

import io.bulkdsl.docs.db.tables.Item;
import io.bulkdsl.docs.db.tables.records.ItemRecord;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.postgres.extensions.bindings.HstoreBinding;
import org.jooq.postgres.extensions.types.Hstore;

/** {@code item.labels} as the generated class has it where a forced type names jOOQ's binding for hstore. */
final class BoundLabels extends Item {

    private static final long serialVersionUID = 1;

    static final TableField<ItemRecord, Hstore> LABELS = new BoundLabels().bound();

    private TableField<ItemRecord, Hstore> bound() {
        return createField(
                DSL.name("labels"),
                DefaultDataType.getDefaultDataType("\"public\".\"hstore\""),
                this,
                "",
                new HstoreBinding());
    }
}
