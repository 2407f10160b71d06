// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.functions;

import static io.bulkdsl.Functions.eq;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.docs.db.Tables.ITEM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.BulkDSL;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.docs.db.tables.records.ItemRecord;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A set function at work on a column of an item, where all values are texts as PostgreSQL reads and writes them.
 *
 * @param <T> the column's type
 * @param <V> the type of the incoming values
 */
final class Effect<T, V> {

    private static final int ITEM_ID = 1;

    /** An input row: another value for the item. */
    private record Incoming<V>(@Nullable V value) {

        int id() {
            return ITEM_ID;
        }
    }

    private final TableField<ItemRecord, T> column;
    private final DataType<V> type;
    private final boolean takesValues;
    private final BulkUpdate<ItemRecord, Incoming<V>> update;
    private final BulkUpsert<ItemRecord, Incoming<V>> upsert;

    private Effect(
            TableField<ItemRecord, T> column,
            DataType<V> type,
            boolean takesValues,
            BulkUpdate<ItemRecord, Incoming<V>> update,
            BulkUpsert<ItemRecord, Incoming<V>> upsert) {
        this.column = column;
        this.type = type;
        this.takesValues = takesValues;
        this.update = update;
        this.upsert = upsert;
    }

    static <T> Effect<T, T> of(TableField<ItemRecord, T> column, SetFunction<T, T> function) {
        return of(column, column.getDataType(), function);
    }

    // spotless:off
    static <T, V> Effect<T, V> of(TableField<ItemRecord, T> column, DataType<V> type, SetFunction<T, V> function) {
        return new Effect<>(
                column,
                type,
                true,
                BulkDSL.<ItemRecord, Incoming<V>>bulkUpdate(ITEM, Incoming.class)
                        .key(ITEM.ID).from(Incoming::id)
                        .set(column, function).from(Incoming::value),
                BulkDSL.<ItemRecord, Incoming<V>>bulkUpsert(ITEM, Incoming.class)
                        .key(ITEM.ID).from(Incoming::id)
                        .set(column, function).from(Incoming::value));
    }

    /** Of a function that takes no values. */
    static <T> Effect<T, T> of(TableField<ItemRecord, T> column, Computed<T> function) {
        return new Effect<>(
                column,
                column.getDataType(),
                false,
                BulkDSL.<ItemRecord, Incoming<T>>bulkUpdate(ITEM, Incoming.class)
                        .key(ITEM.ID).from(Incoming::id)
                        .set(column, function),
                BulkDSL.<ItemRecord, Incoming<T>>bulkUpsert(ITEM, Incoming.class)
                        .key(ITEM.ID).from(Incoming::id)
                        .set(column, function));
    }
    // spotless:on

    /** Whether rows bring values, and a plain {@code set} could take them. */
    boolean isOfTheColumnsType() {
        return takesValues && type.equals(column.getDataType());
    }

    boolean takesValues() {
        return takesValues;
    }

    /** The same column with a plain {@code set}. */
    Effect<T, T> plain() {
        return of(column, eq());
    }

    /** What the column holds after the update, where it held something. */
    @Nullable
    String updated(DSLContext ctx, @Nullable String held, @Nullable String incoming) {
        insert(ctx, held);
        update.rows(List.of(row(ctx, incoming))).execute(ctx);
        return read(ctx);
    }

    /** The same with several rows for the one item, which are folded. */
    @Nullable
    String folded(DSLContext ctx, @Nullable String held, @Nullable String... incoming) {
        insert(ctx, held);
        update.duplicates(FOLD)
                .rows(Arrays.stream(incoming).map(value -> row(ctx, value)).toList())
                .execute(ctx);
        return read(ctx);
    }

    /** What the column of a new item holds after the upsert. */
    @Nullable
    String inserted(DSLContext ctx, @Nullable String incoming) {
        ctx.deleteFrom(ITEM).execute();
        upsert.rows(List.of(row(ctx, incoming))).execute(ctx);
        return read(ctx);
    }

    private void insert(DSLContext ctx, @Nullable String held) {
        ctx.deleteFrom(ITEM).execute();
        ctx.execute(
                "insert into item (id, {0}) values ({1}, {2})",
                DSL.name(column.getName()), inline(ITEM_ID), inline(held));
    }

    /** The server reads the text. */
    private Incoming<V> row(DSLContext ctx, @Nullable String text) {
        return new Incoming<>(ctx.fetchValue(field("cast({0} as {1})", type, inline(text), DSL.sql(typeName(ctx)))));
    }

    private String typeName(DSLContext ctx) {
        return type.getCastTypeName(ctx.configuration());
    }

    @Nullable
    private String read(DSLContext ctx) {
        return ctx.select(field("cast({0} as text)", String.class, DSL.name(column.getName())))
                .from(ITEM)
                .fetchSingle()
                .value1();
    }
}
