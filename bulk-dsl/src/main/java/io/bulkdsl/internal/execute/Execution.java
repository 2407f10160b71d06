// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.model.ConflictTarget;
import io.bulkdsl.internal.model.DeleteModel;
import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.model.UpdateModel;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.UpsertModel.OnConflict;
import io.bulkdsl.internal.render.DeleteRenderer;
import io.bulkdsl.internal.render.InsertRenderer;
import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.render.StatementRenderer;
import io.bulkdsl.internal.render.UpdateRenderer;
import io.bulkdsl.internal.render.UpdateThenInsertRenderer;
import io.bulkdsl.internal.render.UpsertRenderer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** How a statement is brought to the server: as one query, or in a few steps. */
public sealed interface Execution permits OneQuery, Upserting, Repeated, UnderLock, GetOrCreate {

    /** What makes the SQL that the user may look at. */
    StatementRenderer renderer();

    /** Whether the renderer's query is all there is to it, and executing that reports nothing that must be looked at. */
    boolean isOneQuery();

    /** Whether {@link #run} may run several queries, all of which or none must take effect. */
    default boolean takesSteps() {
        return false;
    }

    /** Whether rows that were there already are handed back too. */
    default boolean handsBackAll() {
        return false;
    }

    /** Writes, and tells what became of the rows. */
    <E> Result<Record> run(DSLContext ctx, Group<E> group, Report report);

    /** As the model needs it; with locks in key order, if so wanted and possible. */
    static <E> Execution of(StatementModel<E> model, boolean locks) {
        if (locks) {
            KeyOrdered.check(model);
        }
        if (model instanceof UpdateModel<?, E> update) {
            return new OneQuery(new UpdateRenderer<>(update, locks), !update.checksVersion() && update.writes());
        } else if (model instanceof DeleteModel<?, E> delete) {
            return new OneQuery(new DeleteRenderer<>(delete, locks), true);
        } else if (model instanceof InsertModel<?, E> insert) {
            return new OneQuery(new InsertRenderer<>(insert), true);
        } else if (model instanceof UpsertModel<?, E> upsert) {
            return upserting(upsert);
        }
        throw new IllegalStateException(model.description());
    }

    private static Execution upserting(UpsertModel<?, ?> model) {
        if (model.action() == OnConflict.GET) {
            return new GetOrCreate(new UpsertRenderer<>(model));
        } else if (model.target() instanceof ConflictTarget.Lock) {
            return new UnderLock(new UpdateThenInsertRenderer<>(model));
        }
        return model.isCarriedByExcluded()
                ? new Upserting(model, new UpsertRenderer<>(model))
                : new Repeated(model, new UpdateThenInsertRenderer<>(model));
    }
}
