// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.proofs.db.Tables.COUNTER;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.proofs.db.tables.records.CounterRecord;
import java.util.List;
import org.jooq.DSLContext;

/** Statements that give each counter one hit more, by each row source. */
enum CountingStatement {
    UPDATE_BY_UNNEST(RowSource.UNNEST),
    UPDATE_BY_COPY(RowSource.COPY),
    UPSERT_BY_UNNEST(RowSource.UNNEST),
    UPSERT_BY_COPY(RowSource.COPY),
    INSERT_BY_COPY(RowSource.COPY);

    // spotless:off
    static final BulkUpdate<CounterRecord, Counted> UPDATE = bulkUpdate(COUNTER, Counted.class)
            .key(COUNTER.ID).from(Counted::id)
            .set(COUNTER.HITS, incr()).from(Counted::hits)
            .set(COUNTER.LABEL).from(Counted::label);

    static final BulkUpsert<CounterRecord, Counted> UPSERT = bulkUpsert(COUNTER, Counted.class)
            .key(COUNTER.ID).from(Counted::id)
            .set(COUNTER.HITS, incr()).from(Counted::hits)
            .set(COUNTER.LABEL).from(Counted::label);

    static final BulkInsert<CounterRecord, Counted> INSERT = bulkInsert(COUNTER, Counted.class)
            .set(COUNTER.ID).from(Counted::id)
            .set(COUNTER.HITS).from(Counted::hits)
            .set(COUNTER.LABEL).from(Counted::label);
    // spotless:on

    private final RowSource source;

    CountingStatement(RowSource source) {
        this.source = source;
    }

    /** Leaves the table such that the statement can be executed, and no counter has a hit. */
    void prepare(DSLContext ctx, int rows) {
        int existing =
                switch (this) {
                    case UPDATE_BY_UNNEST, UPDATE_BY_COPY -> rows;
                    case UPSERT_BY_UNNEST, UPSERT_BY_COPY -> rows / 2;
                    case INSERT_BY_COPY -> 0;
                };
        ctx.truncate(COUNTER).execute();
        Counted.create(ctx, existing);
    }

    BulkStatement<Counted> of(List<Counted> rows) {
        BulkStatement<Counted> statement =
                switch (this) {
                    case UPDATE_BY_UNNEST, UPDATE_BY_COPY -> UPDATE.rows(rows);
                    case UPSERT_BY_UNNEST, UPSERT_BY_COPY -> UPSERT.rows(rows);
                    case INSERT_BY_COPY -> INSERT.rows(rows);
                };
        return statement.via(source);
    }

    /** Whether it is one statement in auto-commit mode, which the server commits without being told to. */
    boolean isOneQuery() {
        return source == RowSource.UNNEST;
    }
}
