// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import static org.jooq.impl.DSL.field;

import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.render.UpdateThenInsertRenderer;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
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

    private <E> boolean allExist(DSLContext ctx, Group<E> group) {
        Record2<Boolean, String> answer = ctx.select(
                        renderer.anyIsNew(group.table(true)),
                        field("current_setting('transaction_isolation')", SQLDataType.VARCHAR))
                .fetchSingle();
        if (answer.value2().equals("repeatable read")) {
            throw new IllegalStateException(
                    group.model().description()
                            + ": keyNotUnique() can't see in a repeatable read transaction what others have inserted; use read committed or serializable");
        }
        return !answer.value1();
    }

    /** Without the lock; empty, and undone, if a row vanished meanwhile. */
    private <E> Optional<Result<Record>> updated(DSLContext ctx, Group<E> group, Report report) {
        return Atomic.attempt(ctx, group.model(), inner -> {
            Result<Record> told = group.fetch(inner, renderer.updateOnly(), report);
            return group.unless(told).isEmpty() ? Optional.of(told) : Optional.empty();
        });
    }

    private <E> Result<Record> locked(DSLContext ctx, Group<E> group, Report report) {
        ctx.execute(renderer.lock());
        return group.fetch(ctx, renderer, report);
    }
}
