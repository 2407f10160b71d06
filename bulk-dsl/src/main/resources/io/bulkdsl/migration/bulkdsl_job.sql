-- How far resumable jobs of bulk-dsl have come: BatchedStatement.jobId(…), JobTable.
create table if not exists bulkdsl_job (
    job_id     text primary key,
    statement  text not null,
    row_count  bigint not null,
    written    bigint not null,
    rejected   bigint not null,
    batches    bigint not null,
    changed_at timestamp with time zone not null default current_timestamp
);
