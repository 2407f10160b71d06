// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.primaryKey;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * How far jobs have come, a row for each. It is written in the transactions of the batches, so that both are committed or
 * neither is:
 *
 * <pre>
 * insert into bulkdsl_job (job_id, statement, row_count, …) values (?, ?, 0, …) on conflict do nothing
 * select … from bulkdsl_job where job_id = ?
 * update bulkdsl_job set row_count = ?, … where (job_id = ? and row_count = ?)
 * </pre>
 */
public record Jobs(Table<Record> table) {

    private static final Field<String> JOB_ID = field(name("job_id"), SQLDataType.CLOB.nullable(false));
    private static final Field<String> STATEMENT = field(name("statement"), SQLDataType.CLOB.nullable(false));
    private static final Field<Long> ROW_COUNT = field(name("row_count"), SQLDataType.BIGINT.nullable(false));
    private static final Field<Long> WRITTEN = field(name("written"), SQLDataType.BIGINT.nullable(false));
    private static final Field<Long> REJECTED = field(name("rejected"), SQLDataType.BIGINT.nullable(false));
    private static final Field<Long> BATCHES = field(name("batches"), SQLDataType.BIGINT.nullable(false));
    private static final Field<OffsetDateTime> CHANGED_AT = field(
            name("changed_at"),
            SQLDataType.TIMESTAMPWITHTIMEZONE.nullable(false).default_(currentOffsetDateTime()));

    /**
     * What a job has done.
     *
     * @param rows of the input
     * @param written of the table
     */
    record Done(long rows, long written, long rejected, long batches) {

        static final Done NOTHING = new Done(0, 0, 0, 0);
    }

    public void create(DSLContext ctx) {
        ctx.createTableIfNotExists(table)
                .columns(JOB_ID, STATEMENT, ROW_COUNT, WRITTEN, REJECTED, BATCHES, CHANGED_AT)
                .constraint(primaryKey(JOB_ID))
                .execute();
    }

    public boolean forget(DSLContext ctx, String jobId) {
        return ctx.deleteFrom(table).where(JOB_ID.eq(jobId)).execute() > 0;
    }

    /** What the job has done; it is known from now on. */
    Done begin(DSLContext ctx, String jobId, String statement) {
        ctx.insertInto(table)
                .columns(JOB_ID, STATEMENT, ROW_COUNT, WRITTEN, REJECTED, BATCHES)
                .values(jobId, statement, 0L, 0L, 0L, 0L)
                .onConflictDoNothing()
                .execute();
        Record known = ctx.select(STATEMENT, ROW_COUNT, WRITTEN, REJECTED, BATCHES)
                .from(table)
                .where(JOB_ID.eq(jobId))
                .fetchSingle();
        Optional<String> another = Optional.of(known.get(STATEMENT)).filter(other -> !other.equals(statement));
        if (another.isPresent()) {
            throw new IllegalStateException(
                    statement + ": the job of this id is a " + another.get() + "; another job needs another id");
        }
        return new Done(known.get(ROW_COUNT), known.get(WRITTEN), known.get(REJECTED), known.get(BATCHES));
    }

    /** Goes on from one state to the next, in the transaction of the batch, unless another run of the job has gone on too. */
    void advance(DSLContext ctx, String jobId, Done before, Done after) {
        int advanced = ctx.update(table)
                .set(ROW_COUNT, after.rows())
                .set(WRITTEN, after.written())
                .set(REJECTED, after.rejected())
                .set(BATCHES, after.batches())
                .set(CHANGED_AT, currentOffsetDateTime())
                .where(JOB_ID.eq(jobId))
                .and(ROW_COUNT.eq(before.rows()))
                .execute();
        if (advanced != 1) {
            throw new IllegalStateException(
                    "another run of this job has gone on meanwhile, or it was forgotten; this batch is not written");
        }
    }
}
