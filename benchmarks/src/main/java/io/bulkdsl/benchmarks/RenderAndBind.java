// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.benchmarks.db.Tables.NARROW;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.benchmarks.data.NarrowRow;
import io.bulkdsl.benchmarks.db.tables.records.NarrowRecord;
import io.bulkdsl.contract.RowSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.RowN;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What a bulk update costs before the server is asked: SQL and bind values. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RenderAndBind {

    private static final BulkUpdate<NarrowRecord, NarrowRow> UPDATE = definition();

    private final DSLContext ctx = DSL.using(SQLDialect.POSTGRES);

    /** Takes statements with their values, and says that ten rows were written. */
    private final DSLContext nowhere =
            DSL.using(new MockConnection(statement -> new MockResult[] {new MockResult(10)}), SQLDialect.POSTGRES);

    private final List<NarrowRow> tenRows = rows(10);
    private final List<NarrowRow> thousandRows = rows(1_000);

    private static List<NarrowRow> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> new NarrowRow(i, i, 1)).toList();
    }

    // spotless:off
    private static BulkUpdate<NarrowRecord, NarrowRow> definition() {
        return bulkUpdate(NARROW, NarrowRow.class)
                .key(NARROW.ID).from(NarrowRow::id)
                .set(NARROW.COUNT).from(NarrowRow::count)
                .set(NARROW.NAME).from(NarrowRow::name);
    }
    // spotless:on

    @Benchmark
    public Object define() {
        return definition();
    }

    @Benchmark
    public void tenRows(Blackhole hole) {
        consume(UPDATE.rows(tenRows).query(), hole);
    }

    @Benchmark
    public void tenRowsAsValues(Blackhole hole) {
        consume(UPDATE.rows(tenRows).via(RowSource.VALUES).query(), hole);
    }

    @Benchmark
    public void tenRowsAsArrays(Blackhole hole) {
        consume(UPDATE.rows(tenRows).via(RowSource.UNNEST).query(), hole);
    }

    @Benchmark
    public void thousandRowsAsArrays(Blackhole hole) {
        consume(UPDATE.rows(thousandRows).via(RowSource.UNNEST).query(), hole);
    }

    @Benchmark
    public void tenRowsByHand(Blackhole hole) {
        consume(byHand(ctx), hole);
    }

    /** All that a call does but the network and the server. */
    @Benchmark
    public int executeTenRows() {
        return UPDATE.rows(tenRows).execute(nowhere);
    }

    @Benchmark
    public int executeTenRowsByHand() {
        return byHand(nowhere).execute();
    }

    private Query byHand(DSLContext context) {
        Table<?> incoming = values(tenRows.stream()
                        .map(element -> row(List.of(val(element.id()), val(element.count()), val(element.name()))))
                        .toArray(RowN[]::new))
                .as("incoming", "id", "count", "name");
        return context.update(NARROW)
                .set(NARROW.COUNT, field(name("incoming", "count"), NARROW.COUNT.getDataType()))
                .set(NARROW.NAME, field(name("incoming", "name"), NARROW.NAME.getDataType()))
                .from(incoming)
                .where(NARROW.ID.eq(field(name("incoming", "id"), NARROW.ID.getDataType())));
    }

    private static void consume(Query query, Blackhole hole) {
        hole.consume(query.getSQL());
        hole.consume(query.getBindValues());
    }
}
