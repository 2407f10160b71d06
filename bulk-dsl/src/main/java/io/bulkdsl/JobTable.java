// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Experimental;
import io.bulkdsl.internal.batch.Jobs;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * Where jobs keep how far they have come, see {@link BatchedStatement#jobId(String)}: a table of yours, which exists only if
 * you create it, by {@link #create} or by the migration {@code io/bulkdsl/migration/bulkdsl_job.sql} in the library's jar:
 *
 * <pre>
 * create table if not exists bulkdsl_job (
 *     job_id     text primary key,
 *     statement  text not null,
 *     row_count  bigint not null,
 *     written    bigint not null,
 *     rejected   bigint not null,
 *     batches    bigint not null,
 *     changed_at timestamp with time zone not null default current_timestamp)
 * </pre>
 *
 * <p>{@code row_count} and {@code rejected} are rows of the input, {@code written} rows of the table. A job's row stays when the job is done, so that it isn't done again; {@link #forget} deletes it.
 *
 * @since 0.1
 */
@Experimental
public final class JobTable {

    /** {@code bulkdsl_job}, in the first schema of the search path that has it. */
    public static final JobTable DEFAULT = named(DSL.name("bulkdsl_job"));

    private final Jobs jobs;

    private JobTable(Jobs jobs) {
        this.jobs = jobs;
    }

    /** A table of this name, for example {@code DSL.name("ops", "bulk_job")}. */
    public static JobTable named(Name name) {
        return new JobTable(new Jobs(DSL.table(requireNonNull(name, "name"))));
    }

    Jobs jobs() {
        return jobs;
    }

    /**
     * {@code create table if not exists bulkdsl_job (…)}.
     *
     * @throws org.jooq.exception.DataAccessException if the server refuses
     */
    public void create(DSLContext ctx) {
        jobs.create(ctx);
    }

    /**
     * {@code delete from bulkdsl_job where job_id = ?}: forgets how far a job has come. When it is started again it
     * begins anew.
     *
     * @return whether it was known
     * @throws org.jooq.exception.DataAccessException if the server refuses, for example since there is no such table
     */
    public boolean forget(DSLContext ctx, String jobId) {
        return jobs.forget(ctx, requireNonNull(jobId, "jobId"));
    }
}
