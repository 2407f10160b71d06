// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.render.UpdateThenInsertRenderer;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Without a unique index, new rows are inserted while nobody else can write to the table. Where all rows exist there is
 * nothing to insert, and the table isn't locked.
 *
 * <pre>
 * select exists (select 1 from incoming where not exists (select 1 from log_entry where …)), current_setting('transaction_isolation')
 * lock table log_entry in share row exclusive mode
 * </pre>
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">PostgreSQL: Explicit Locking</a>
 */
record UnderLock(UpdateThenInsertRenderer<?, ?> renderer) implements Execution {

    @Override
    public boolean isOneQuery() {
        return false;
    }

    @Override
    public boolean takesSteps() {
        return true;
    }

    @Override
    public <E> Result<Record> run(DSLContext ctx, Group<E> group, Report report) {
        return allExist(ctx, group)
                ? updated(ctx, group, report).orElseGet(() -> locked(ctx, group, report))
                : locked(ctx, group, report);
    }

    @Override
    public Status untold() {
        return Status.CONFLICT;
    }

    private <E> boolean allExist(DSLContext ctx, Group<E> group) {
        StatementModel<E> model = group.model();
        IncomingTable incoming = group.table(true);
        Record2<Boolean, String> answer = ctx.select(
                        field(
                                "exists ({0})",
                                SQLDataType.BOOLEAN,
                                select(inline(1))
                                        .from(incoming.table())
                                        .where(DSL.condition(
                                                "not exists ({0})",
                                                select(inline(1))
                                                        .from(model.table())
                                                        .where(renderer.existing(incoming))))),
                        field("current_setting('transaction_isolation')", SQLDataType.VARCHAR))
                .fetchSingle();
        if (answer.value2().equals("repeatable read")) {
            throw new IllegalStateException(
                    model.description()
                            + ": keyNotUnique() can't see in a repeatable read transaction what others have inserted; use read committed or serializable");
        }
        return !answer.value1();
    }

    /** Without the lock; empty, and undone, if a row vanished meanwhile. */
    private <E> Optional<Result<Record>> updated(DSLContext ctx, Group<E> group, Report report) {
        return Atomic.attempt(ctx, inner -> {
            Result<Record> told = group.fetch(inner, renderer.updateOnly(), report);
            return group.unless(told).isEmpty() ? Optional.of(told) : Optional.empty();
        });
    }

    private <E> Result<Record> locked(DSLContext ctx, Group<E> group, Report report) {
        ctx.execute("lock table {0} in share row exclusive mode", group.model().table());
        return group.fetch(ctx, renderer, report);
    }
}
