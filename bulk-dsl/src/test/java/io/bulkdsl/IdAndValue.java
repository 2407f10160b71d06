// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;

import io.bulkdsl.contract.RowSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** A table of a column of any type, as a test chooses; no class is generated for it. */
@SuppressWarnings("serial") // never serialized
final class IdAndValue<T> extends TableImpl<Record> {

    final TableField<Record, Integer> id = createField(DSL.name("id"), SQLDataType.INTEGER, this);
    final TableField<Record, T> value;

    IdAndValue(DataType<T> type) {
        super(DSL.name("thing"));
        value = createField(DSL.name("value"), type, this);
    }

    /** What the server has, as text, when values were inserted into a new such table. */
    @SafeVarargs
    static <T> List<@Nullable String> stored(
            DSLContext ctx, RowSource source, String sqlType, DataType<T> type, @Nullable T... values) {
        ctx.execute("drop table if exists thing");
        ctx.execute("create table thing (id integer, value " + sqlType + ")");
        IdAndValue<T> table = new IdAndValue<>(type);
        // spotless:off
        bulkInsert(table, Integer.class)
                .set(table.id).from(i -> i)
                .set(table.value).from(i -> values[i])
                .rows(IntStream.range(0, values.length).boxed().toList())
                .via(source)
                .execute(ctx);
        // spotless:on
        return ctx.fetch(
                        "select case when value is not null then format('%s', value) end as text from thing order by id")
                .getValues("text", String.class);
    }
}
