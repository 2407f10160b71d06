// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.contract.RowSource;
import java.util.List;
import java.util.stream.Stream;

/** All of them, in the order in which they are printed. */
public final class Candidates {

    /** What {@code ratio_to_jdbc_batch} refers to. */
    public static final String JDBC_BATCH = "jdbc-batch";

    /** What {@code ratio_to_limit} refers to; an operation has one of them. */
    public static final List<String> LIMITS = List.of("limit", "raw-copy");

    private Candidates() {}

    public static List<Candidate> all() {
        Stream<Candidate> ours = Stream.concat(
                Stream.of(RowSource.values()).map(BulkDsl::new),
                Stream.of(
                        new BulkDslEveryRow(),
                        new BulkDslLocked(),
                        new BulkDslPdnf(RowSource.AUTO),
                        new BulkDslPdnf(RowSource.VALUES)));
        Stream<Candidate> peers = Stream.of(
                new JdbcBatch(JDBC_BATCH, false),
                new JdbcBatch("jdbc-batch-rewritten", true),
                new JooqBatchBind(),
                new JooqBatchRecords(),
                new JooqValues(1_000),
                new JooqValues(10_000),
                new JooqLoader(),
                new CaseWhen(),
                new HibernateStateless(),
                new JdbiBatch(),
                new SpringBatch(),
                new PgBulkInsertCopy(),
                new JooqRowIn(),
                new JooqOr("jooq-or", 100),
                new JooqOr("jooq-or-5000", 5_000));
        Stream<Candidate> limits = Stream.of(new Limit(), new RawCopy());
        return Stream.of(limits, ours, peers).flatMap(candidates -> candidates).toList();
    }
}
