// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.RowSource.VALUES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.proofs.AnyTable.AnyRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random values by every row source into a table, and what the server then holds, equal to the last bit. {@code
 * -Dbulkdsl.proofs.seed=…} repeats a run.
 */
@PostgresTest(migrations = "classpath:db/migration")
class FuzzTest {

    private static final List<RowSource> SOURCES = List.of(VALUES, UNNEST, COPY);

    private static final int ROWS_AT_A_TIME = 1_000;

    /** Of each type. */
    private static final int VALUES_OF_A_KIND =
            Extent.of(10_000, 1_000_000) / FuzzedType.all().size();

    private static final long SEED = Long.getLong("bulkdsl.proofs.seed", System.nanoTime());

    private final TimeZone zone = TimeZone.getDefault();

    record Row<T>(int id, @Nullable T value) {}

    /** Where summer begins and ends, which no value may depend on. */
    @TestFactory
    Stream<DynamicTest> whatGoesInIsWhatTheServerHolds(DSLContext ctx) {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        return FuzzedType.all().stream()
                .map(fuzzed -> dynamicTest(fuzzed.name(), () -> new Fuzzed<>(fuzzed).goesInAndIsFound(ctx)));
    }

    @AfterEach
    void zoneAsItWas() {
        TimeZone.setDefault(zone);
    }

    /** Values of a type in a table of their own. */
    private static final class Fuzzed<T> {

        private final FuzzedType<T> fuzzed;
        private final AnyTable table;
        private final TableField<AnyRecord, Integer> id;
        private final TableField<AnyRecord, T> column;

        Fuzzed(FuzzedType<T> fuzzed) {
            this.fuzzed = fuzzed;
            this.table = new AnyTable("fuzzed_" + fuzzed.name().replaceAll("\\W", "_"));
            this.id = table.primaryKey("id", INTEGER);
            this.column = table.column("value", fuzzed.type());
        }

        void goesInAndIsFound(DSLContext ctx) {
            ctx.execute("create table {0} (id integer primary key, value " + fuzzed.name() + ")", table);
            // A type has the same values whichever others there are.
            Random random = new Random(SEED ^ fuzzed.name().hashCode());
            for (int done = 0; done < VALUES_OF_A_KIND; done += ROWS_AT_A_TIME) {
                List<Row<T>> rows = new ArrayList<>();
                for (int i = 0; i < Math.min(ROWS_AT_A_TIME, VALUES_OF_A_KIND - done); i++) {
                    rows.add(new Row<>(
                            i, random.nextInt(20) == 0 ? null : fuzzed.value().apply(random)));
                }
                for (RowSource source : SOURCES) {
                    inserted(ctx, source, rows);
                    updated(ctx, source, rows);
                    found(ctx, source, rows);
                }
                streamed(ctx, rows);
            }
        }

        private void inserted(DSLContext ctx, RowSource source, List<Row<T>> rows) {
            ctx.deleteFrom(table).execute();
            // spotless:off
            bulkInsert(table, Fuzzed.<T>rowType())
                    .set(id).from(Row::id)
                    .set(column).from(Row::value)
                    .rows(rows).via(source).execute(ctx);
            // spotless:on
            holds(ctx, "insert via " + source, rows);
        }

        /** Into a table that has other values. */
        private void updated(DSLContext ctx, RowSource source, List<Row<T>> rows) {
            ctx.update(table).setNull(column).execute();
            // spotless:off
            bulkUpdate(table, Fuzzed.<T>rowType())
                    .key(id).from(Row::id)
                    .set(column).from(Row::value)
                    .rows(rows).via(source).execute(ctx);
            // spotless:on
            holds(ctx, "update via " + source, rows);
        }

        /** By the source of the library's choice, rows being copied while they are read. */
        private void streamed(DSLContext ctx, List<Row<T>> rows) {
            ctx.deleteFrom(table).execute();
            // spotless:off
            bulkInsert(table, Fuzzed.<T>rowType())
                    .set(id).from(Row::id)
                    .set(column).from(Row::value)
                    .rows(rows.stream()).execute(ctx);
            // spotless:on
            holds(ctx, "insert of a stream", rows);
        }

        /** Each value as a key finds the row that it was written to. */
        private void found(DSLContext ctx, RowSource source, List<Row<T>> rows) {
            if (!fuzzed.isKey()) {
                return;
            }
            // spotless:off
            bulkDelete(table, Fuzzed.<T>rowType())
                    .key(column).from(Row::value)
                    .duplicates(Duplicates.FIRST)
                    .rows(rows.stream().filter(row -> row.value() != null).toList()).via(source).execute(ctx);
            // spotless:on
            List<Integer> left = ctx.select(id)
                    .from(table)
                    .where(column.isNotNull())
                    .orderBy(id)
                    .fetch(id);
            if (!left.isEmpty()) {
                int missed = left.get(0);
                rows.stream()
                        .filter(row -> row.id() == missed)
                        .forEach(row -> fail("delete via " + source + " doesn't find", row));
            }
        }

        private void holds(DSLContext ctx, String how, List<Row<T>> rows) {
            List<?> held = ctx.resultQuery("select " + fuzzed.held() + " from {0} order by id", table)
                    .fetch(0);
            assertThat(held).as(how).hasSameSizeAs(rows);
            List<?> expected =
                    fuzzed.expected(ctx, rows.stream().map(Row::value).toList());
            for (int i = 0; i < held.size(); i++) {
                if (!Objects.deepEquals(held.get(i), expected.get(i))) {
                    fail(
                            how + " holds " + JavaText.of(held.get(i)) + " instead of " + JavaText.of(expected.get(i))
                                    + " of",
                            rows.get(i));
                }
            }
        }

        private void fail(String what, Row<T> row) {
            throw new AssertionError("-Dbulkdsl.proofs.seed=" + SEED + ", column of type " + fuzzed.name() + ", row "
                    + row.id() + ": " + what + " " + JavaText.of(row.value()));
        }

        @SuppressWarnings("unchecked")
        private static <T> Class<Row<T>> rowType() {
            return (Class<Row<T>>) (Class<?>) Row.class;
        }
    }
}
