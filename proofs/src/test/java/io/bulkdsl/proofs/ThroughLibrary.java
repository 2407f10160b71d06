// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.expr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkSync;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Operators;
import io.bulkdsl.Outcome;
import io.bulkdsl.RowsStep;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.EqualityOperator;
import io.bulkdsl.contract.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Does by bulk statements what {@link PlainModel} does by hand. */
final class ThroughLibrary<R extends Record> {

    private final DSLContext ctx;
    private final Table<R> table;
    private final Case given;
    private final Definition definition;

    ThroughLibrary(DSLContext ctx, Table<R> table, Case given) {
        this.ctx = ctx;
        this.table = table;
        this.given = given;
        this.definition = given.definition();
    }

    Effect effect() {
        fill();
        try {
            return execute();
        } catch (DataAccessException e) {
            return Effect.refused(content(), e.sqlState());
        } catch (RuntimeException e) {
            return Effect.refused(content(), e.getClass().getSimpleName());
        }
    }

    private Effect execute() {
        Way way = given.way();
        RowsStep<Row, ? extends BulkStatement<Row>> step = step();
        BulkStatement<Row> statement =
                (way.stream() ? step.rows(given.rows().stream()) : step.rows(given.rows())).via(way.source());
        if (way.outcomes()) {
            var outcomes = statement.fetchOutcomes(ctx);
            return Effect.of(
                    content(),
                    outcomes.totals().written(),
                    outcomes.stream().map(Outcome::status).toList());
        }
        int written = way.batch() > 0 ? batches(statement) : statement.execute(ctx);
        return Effect.of(content(), written, List.of());
    }

    private int batches(BulkStatement<Row> statement) {
        var batches = statement.batchSize(given.way().batch());
        Progress progress = (given.way().stream() && definition.duplicates() != Duplicates.FOLD
                        ? batches.distinctKeys()
                        : batches)
                .execute(ctx);
        if (progress.rows() != given.rows().size()) {
            throw new AssertionError(progress + " of " + given.rows().size() + " rows");
        }
        return (int) progress.written();
    }

    private RowsStep<Row, ? extends BulkStatement<Row>> step() {
        return switch (definition.kind()) {
            case UPDATE -> update();
            case UPSERT -> upsert();
            case INSERT -> insert();
            case DELETE -> delete();
            case SYNC -> sync();
        };
    }

    private BulkUpdate<R, Row> update() {
        var key = bulkUpdate(table, Row.class).key(firstKey(), operator());
        var keyed = key.from(value(keys().get(0)));
        for (String column : keys().subList(1, keys().size())) {
            keyed = keyed.key(this.<Object>column(column), operator()).from(value(column));
        }
        BulkUpdate<R, Row> update = null;
        for (Setting set : definition.sets()) {
            TableField<R, Object> column = column(set.column());
            if (set.when() == Setting.When.WHEN_CHANGED) {
                update = update.setWhenChanged(column(set.column()), ONE_MORE);
            } else {
                var step = update == null
                        ? keyed.set(column, set.function().of(column))
                        : update.set(column, set.function().of(column));
                update = step.from(value(set.function().from(set.column())));
            }
        }
        update = definition.where() ? update.where(positive("n")) : update;
        update = switch (definition.onlyChanged()) {
            case "-" -> update;
            case "*" -> update.onlyChanged();
            default -> update.onlyChanged(column(definition.onlyChanged()));
        };
        return update.duplicates(definition.duplicates());
    }

    private BulkUpsert<R, Row> upsert() {
        var key = bulkUpsert(table, Row.class).key(firstKey(), operator());
        var keyed = key.from(value(keys().get(0)));
        for (String column : keys().subList(1, keys().size())) {
            keyed = keyed.key(this.<Object>column(column), operator()).from(value(column));
        }
        BulkUpsert<R, Row> upsert = definition.doNothing() ? keyed.doNothing() : null;
        for (Setting set : definition.sets()) {
            TableField<R, Object> column = column(set.column());
            Function<Row, @Nullable Object> value = value(set.function().from(set.column()));
            boolean first = upsert == null;
            upsert = switch (set.when()) {
                case ON_INSERT -> (first ? keyed.setOnInsert(column) : upsert.setOnInsert(column)).from(value);
                case ON_UPDATE ->
                    (first
                                    ? keyed.setOnUpdate(column, set.function().of(column))
                                    : upsert.setOnUpdate(column, set.function().of(column)))
                            .from(value);
                case WHEN_CHANGED -> upsert.setWhenChanged(column(set.column()), ONE_MORE);
                default ->
                    (first
                                    ? keyed.set(column, set.function().of(column))
                                    : upsert.set(column, set.function().of(column)))
                            .from(value);
            };
        }
        upsert = definition.where() ? upsert.where(positive("n")) : upsert;
        upsert = switch (definition.onlyChanged()) {
            case "-" -> upsert;
            case "*" -> upsert.onlyChanged();
            default -> upsert.onlyChanged(column(definition.onlyChanged()));
        };
        upsert = definition.hasUniqueKey() ? upsert : upsert.keyNotUnique();
        return upsert.duplicates(definition.duplicates());
    }

    private BulkInsert<R, Row> insert() {
        var step = bulkInsert(table, Row.class).set(firstKey());
        BulkInsert<R, Row> insert = step.from(value(keys().get(0)));
        for (String column : keys().subList(1, keys().size())) {
            insert = insert.set(column(column)).from(value(column));
        }
        for (Setting set : definition.sets()) {
            var next = insert.set(column(set.column()));
            insert = set.when() == Setting.When.OR_DEFAULT
                    ? next.fromOrDefault(value(set.column()))
                    : next.from(value(set.column()));
        }
        return definition.doNothing() ? insert.onConflictDoNothing() : insert;
    }

    private BulkDelete<R, Row> delete() {
        var step = bulkDelete(table, Row.class).key(firstKey(), operator());
        BulkDelete<R, Row> delete = step.from(value(keys().get(0)));
        for (String column : keys().subList(1, keys().size())) {
            delete = delete.key(this.<Object>column(column), operator()).from(value(column));
        }
        delete = definition.where() ? delete.where(positive("n")) : delete;
        return delete.duplicates(definition.duplicates());
    }

    private BulkSync<R, Row> sync() {
        var upsert = bulkSync(upsert());
        return switch (definition.scope()) {
            case ALL_KEEPING -> upsert.scope(trueCondition()).keepMissing();
            case POSITIVE_A_DELETING -> upsert.scope(positive("a")).deleteMissing();
            case POSITIVE_N_DELETING -> upsert.scope(positive("n")).deleteMissing();
            default -> upsert.scope(trueCondition()).deleteMissing();
        };
    }

    private static final Computed<Object> ONE_MORE = expr(ThroughLibrary::oneMore);

    private static Field<Object> oneMore(Field<Object> column) {
        return coalesce(column.coerce(Integer.class), inline(0)).plus(inline(1)).coerce(Object.class);
    }

    private Condition positive(String column) {
        return this.<Integer>column(column).gt(0);
    }

    private List<String> keys() {
        return definition.keys();
    }

    private TableField<R, Object> firstKey() {
        return column(keys().get(0));
    }

    private EqualityOperator<Object> operator() {
        return definition.notDistinct() ? Operators.notDistinct() : Operators.eq();
    }

    @SuppressWarnings("unchecked") // of the tables of this test
    private <T> TableField<R, T> column(String name) {
        return (TableField<R, T>) table.field(name);
    }

    private static <T> Function<Row, @Nullable T> value(String name) {
        return row -> sent(row.get(name));
    }

    @SuppressWarnings("unchecked") // of the tables of this test
    private static <T> @Nullable T sent(@Nullable Object value) {
        return (T) (value instanceof List<?> list ? list.toArray(Integer[]::new) : value);
    }

    private void fill() {
        ctx.deleteFrom(table).execute();
        if (!given.table().isEmpty()) {
            List<? extends Field<?>> columns =
                    Row.COLUMNS.stream().map(table::field).toList();
            var insert = ctx.insertInto(table).columns(columns);
            for (Row row : given.table()) {
                insert = insert.values(Row.COLUMNS.stream()
                        .<@Nullable Object>map(column -> sent(row.get(column)))
                        .toArray());
            }
            insert.execute();
        }
    }

    private List<Row> content() {
        return ctx.select(Row.COLUMNS.stream().map(table::field).toList())
                .from(table)
                .fetch(ThroughLibrary::read);
    }

    private static Row read(Record stored) {
        Row row = new Row(Map.of());
        for (String column : Row.COLUMNS) {
            Object value = stored.get(column);
            row = row.with(column, value instanceof Integer[] array ? Arrays.asList(array) : value);
        }
        return row;
    }
}
