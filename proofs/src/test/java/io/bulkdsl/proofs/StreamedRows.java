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
import io.bulkdsl.proofs.db.tables.records.CounterRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/** A program with a small heap, for {@link MemoryTest}: writes rows that are made while they are asked for. */
final class StreamedRows {

    /** One after the other; each says what it has written. */
    enum Step {
        INSERT,
        INSERT_IN_BATCHES,
        UPDATE,
        UPDATE_IN_BATCHES,
        UPSERT,
        UPSERT_IN_BATCHES,
        /** What must not happen to rows. */
        INSERT_OF_ROWS_KEPT
    }

    /** What the first rows end up with; the others, which are inserted in batches, stay as they are. */
    static final int TIMES_WRITTEN = 5;

    private static final int BATCH = 10_000;

    record Hit(long id, long hits, String label) {

        static Hit of(long number, int letters) {
            String digits = String.valueOf(number);
            return new Hit(number, number, "-".repeat(letters - digits.length()) + digits);
        }
    }

    // spotless:off
    private static final BulkInsert<CounterRecord, Hit> INSERT = bulkInsert(COUNTER, Hit.class)
            .set(COUNTER.ID).from(Hit::id)
            .set(COUNTER.HITS).from(Hit::hits)
            .set(COUNTER.LABEL).from(Hit::label);

    private static final BulkUpdate<CounterRecord, Hit> UPDATE = bulkUpdate(COUNTER, Hit.class)
            .key(COUNTER.ID).from(Hit::id)
            .set(COUNTER.HITS, incr()).from(Hit::hits)
            .set(COUNTER.LABEL).from(Hit::label);

    private static final BulkUpsert<CounterRecord, Hit> UPSERT = bulkUpsert(COUNTER, Hit.class)
            .key(COUNTER.ID).from(Hit::id)
            .set(COUNTER.HITS, incr()).from(Hit::hits)
            .set(COUNTER.LABEL).from(Hit::label);
    // spotless:on

    private final DSLContext ctx;
    private final int rows;
    private final int letters;

    private StreamedRows(DSLContext ctx, int rows, int letters) {
        this.ctx = ctx;
        this.rows = rows;
        this.letters = letters;
    }

    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser(arguments[1]);
        database.setPassword(arguments[2]);
        StreamedRows program = new StreamedRows(
                DSL.using(database, SQLDialect.POSTGRES),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
        for (String step : List.of(arguments).subList(5, arguments.length)) {
            System.out.println(step + " " + program.run(Step.valueOf(step)));
        }
    }

    private int run(Step step) {
        return switch (step) {
            case INSERT -> INSERT.rows(hits(1)).execute(ctx);
            case INSERT_IN_BATCHES -> inBatches(INSERT.rows(hits(1 + rows)));
            case UPDATE -> UPDATE.rows(hits(1)).execute(ctx);
            case UPDATE_IN_BATCHES -> inBatches(UPDATE.rows(hits(1)));
            case UPSERT -> UPSERT.rows(hits(1)).execute(ctx);
            case UPSERT_IN_BATCHES -> inBatches(UPSERT.rows(hits(1)));
            case INSERT_OF_ROWS_KEPT -> INSERT.rows(List.copyOf(kept(hits(1)))).execute(ctx);
        };
    }

    private int inBatches(BulkStatement<Hit> statement) {
        return Math.toIntExact(
                statement.batchSize(BATCH).distinctKeys().execute(ctx).written());
    }

    private Iterator<Hit> hits(long first) {
        return LongStream.range(first, first + rows)
                .mapToObj(number -> Hit.of(number, letters))
                .iterator();
    }

    private static List<Hit> kept(Iterator<Hit> hits) {
        List<Hit> kept = new ArrayList<>();
        hits.forEachRemaining(kept::add);
        return kept;
    }
}
