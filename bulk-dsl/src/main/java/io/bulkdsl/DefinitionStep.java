// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.internal.execute.Definition;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.source.Rows;

/**
 * A complete definition of a statement that writes rows and no more. For calling.
 *
 * @param <E> an element, a row of the caller's
 * @since 0.1
 */
public abstract sealed class DefinitionStep<E> extends RowsStep<E, BulkStatement<E>>
        permits BulkDelete,
                BulkDeleteOfRecords,
                BulkInsert,
                BulkInsertOfRecords,
                BulkUpdate,
                BulkUpdateOfRecords,
                BulkUpsert,
                BulkUpsertOfRecords,
                GetOrCreate,
                GetOrCreateOfRecords {

    private final Definition<E> definition;

    DefinitionStep(StatementModel<E> model) {
        this.definition = new Definition<>(model);
    }

    @Override
    final BulkStatement<E> statement(Rows<E> rows) {
        return new BulkStatement<>(definition.rows(rows));
    }
}
