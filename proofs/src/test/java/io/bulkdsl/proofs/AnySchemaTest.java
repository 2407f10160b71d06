// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.TestDatabase;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Schemas that nobody here wrote: classes are generated of them, and every table that has a primary key is updated by it, all
 * columns, by every row source. {@code -Dbulkdsl.proofs.schemas=filesystem:/path/one;filesystem:/path/another} names
 * more, as directories of migrations.
 */
class AnySchemaTest {

    private static final int ROWS = 3;
    private static final int OTHER_VALUES = 13;

    /** Conductor publishes migrations in its jar; Quartz a script, which is made one. */
    @Test
    void everyTableOfConductorAndQuartzIsUpdatedByItsKey(@TempDir Path directory) throws Exception {
        Path migrations = Files.createDirectories(directory.resolve("migrations"));
        String script = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";
        try (InputStream published = AnySchemaTest.class.getResourceAsStream(script)) {
            Files.copy(published, migrations.resolve("V100__quartz.sql"));
        }
        assertThat(updateAll("classpath:db/migration_postgres,filesystem:" + migrations, directory))
                .contains("event_execution", "queue_message", "qrtz_blob_triggers", "qrtz_simprop_triggers");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("givenSchemas")
    void everyTableOfGivenSchemasIsUpdatedByItsKey(String locations, @TempDir Path directory) throws Exception {
        List<String> updated = updateAll(locations, directory);
        System.out.println(locations + ": updated by every row source: " + updated);
        assertThat(updated).isNotEmpty();
    }

    static Stream<String> givenSchemas() {
        return Arrays.stream(System.getProperty("bulkdsl.proofs.schemas", "").split(";"))
                .filter(locations -> !locations.isBlank());
    }

    /** The names of the tables that have something to update. */
    private static List<String> updateAll(String locations, Path directory) throws Exception {
        List<String> failures = new ArrayList<>();
        List<String> updated = new ArrayList<>();
        try (TestDatabase database = TestDatabase.create(locations.split(","));
                GeneratedTables tables = GeneratedTables.of(locations, database, directory);
                Connection connection = database.newConnection()) {
            DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
            anyValueFits(ctx);
            SqlValues values = new SqlValues(ctx);
            for (Table<?> table : tables.all().toList()) {
                Shape shape = Shape.of(ctx, table, values);
                if (!shape.isUpdatable()) {
                    continue;
                }
                updated.add(table.getName());
                for (RowSource source : List.of(RowSource.VALUES, RowSource.UNNEST, RowSource.COPY)) {
                    try {
                        updateBack(ctx, table, shape, source);
                    } catch (RuntimeException | AssertionError e) {
                        failures.add(table + " by " + source + ": " + e);
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
        return updated;
    }

    /** What is tried here is how values travel, not which of them a schema's own rules let in. */
    private static void anyValueFits(DSLContext ctx) {
        // No foreign keys, no triggers.
        ctx.execute("set session_replication_role = replica");
        for (Record drop : ctx.fetch("""
                select format('alter %s %s drop constraint %I', case when contypid = 0 then 'table' else 'domain' end,
                    case when contypid = 0 then conrelid::regclass::text else contypid::regtype::text end, conname)
                from pg_constraint join pg_namespace on pg_namespace.oid = connamespace
                where contype = 'c' and coninhcount = 0 and nspname not in ('pg_catalog', 'information_schema')""")) {
            ctx.execute(drop.get(0, String.class));
        }
        for (Record add : ctx.fetch("""
                select format('create table %s partition of %s default', quote_ident('any_' || partrelid), partrelid::regclass)
                from pg_partitioned_table where partdefid = 0 and partstrat <> 'h'""")) {
            ctx.execute(add.get(0, String.class));
        }
    }

    /** Rows are read as jOOQ reads them, replaced by others, and brought back by an update. */
    private static <R extends Record> void updateBack(DSLContext ctx, Table<R> table, Shape shape, RowSource source) {
        shape.fill(ctx, table, 0);
        List<String> before = texts(ctx, table);
        List<R> records = ctx.selectFrom(table).fetch();
        shape.fill(ctx, table, OTHER_VALUES);
        assertThat(texts(ctx, table)).as("others").doesNotContainAnyElementsOf(before);

        int written = update(table, shape.writable()).rows(records).via(source).execute(ctx);

        assertThat(written).isEqualTo(ROWS);
        assertThat(texts(ctx, table)).isEqualTo(before);
    }

    private static <R extends Record> BulkUpdateOfRecords<R> update(Table<R> table, List<String> columns) {
        List<TableField<R, ?>> keys =
                Objects.requireNonNull(table.getPrimaryKey()).getFields();
        @SuppressWarnings({"unchecked", "rawtypes"}) // generic arrays don't exist
        var keyed =
                bulkUpdate(table).keys(keys.get(0), keys.subList(1, keys.size()).toArray(TableField[]::new));
        BulkUpdateOfRecords<R> update = keyed.set(column(table, columns.get(0)));
        for (String another : columns.subList(1, columns.size())) {
            update = update.set(column(table, another));
        }
        return update;
    }

    @SuppressWarnings("unchecked") // of this table
    private static <R extends Record> TableField<R, ?> column(Table<R> table, String name) {
        return (TableField<R, ?>) table.field(name(name));
    }

    private static List<String> texts(DSLContext ctx, Table<?> table) {
        return ctx.fetch("select t::text from {0} t order by 1", table).getValues(0, String.class);
    }

    private record Column(String name, boolean isKey, boolean isNullable, boolean isWritable, List<String> values) {}

    /** What the server knows of a table, of which jOOQ is told only a part, such as what is generated. */
    private record Shape(List<Column> columns) {

        static Shape of(DSLContext ctx, Table<?> table, SqlValues values) {
            if (table.getPrimaryKey() == null || isPartition(ctx, table)) {
                return new Shape(List.of());
            }
            return new Shape(ctx.fetch("""
                            select attname, atttypid, atttypmod, attgenerated = '' and attidentity <> 'a',
                                not attnotnull and not typnotnull, attgenerated = ''
                            from pg_attribute join pg_type on pg_type.oid = atttypid
                            where attrelid = {0}::regclass and attnum > 0 and not attisdropped""", inline(ctx.render(table))).stream()
                    .filter(column -> column.get(5, Boolean.class))
                    .map(column -> new Column(
                            column.get(0, String.class),
                            table.getPrimaryKey().getFields().contains(table.field(name(column.get(0, String.class)))),
                            column.get(4, Boolean.class),
                            column.get(3, Boolean.class) && isKnownToJooq(table, column.get(0, String.class)),
                            IntStream.range(0, OTHER_VALUES + ROWS)
                                    .filter(n -> n < ROWS || n >= OTHER_VALUES)
                                    .mapToObj(
                                            n -> values.of(column.get(1, Long.class), column.get(2, Integer.class), n))
                                    .toList()))
                    .toList());
        }

        /** Such as tsvector isn't: what it reads of that it can't write, with this library or without. */
        private static boolean isKnownToJooq(Table<?> table, String column) {
            return Objects.requireNonNull(table.field(name(column))).getType() != Object.class;
        }

        /** Its rows are updated as those of the whole. */
        private static boolean isPartition(DSLContext ctx, Table<?> table) {
            return ctx.fetchSingle(
                            "select relispartition from pg_class where oid = {0}::regclass", inline(ctx.render(table)))
                    .get(0, Boolean.class);
        }

        boolean isUpdatable() {
            return !writable().isEmpty();
        }

        List<String> writable() {
            return columns.stream()
                    .filter(column -> !column.isKey() && column.isWritable())
                    .map(Column::name)
                    .toList();
        }

        /** Rows of the same keys, others in what can be written; of the first ones, the last has nothing else where it needn't. */
        void fill(DSLContext ctx, Table<?> table, int shift) {
            ctx.deleteFrom(table).execute();
            Function<Integer, String> row = n -> columns.stream()
                    .map(column -> column.isKey() || !column.isWritable()
                            ? column.values().get(n)
                            : shift == 0 && n == ROWS - 1 && column.isNullable()
                                    ? "null"
                                    : column.values().get(shift == 0 ? n : ROWS + n))
                    .collect(Collectors.joining(", ", "(", ")"));
            List<Field<?>> names = columns.stream()
                    .<Field<?>>map(column -> DSL.field(name(column.name())))
                    .toList();
            ctx.execute(
                    "insert into {0} ({1}) overriding system value values "
                            + IntStream.range(0, ROWS).boxed().map(row).collect(Collectors.joining(", ")),
                    table,
                    DSL.list(names));
        }
    }
}
