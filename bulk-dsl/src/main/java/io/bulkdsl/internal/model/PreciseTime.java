// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import java.sql.SQLException;
import java.time.LocalTime;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DataType;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Sends times as {@code cast(? as time)} with their fraction of a second. jOOQ 3.19 and 3.20 send whole seconds, so that
 * a value would be cut and two keys that differ in the fraction would meet in one row.
 */
final class PreciseTime extends AbstractBinding<LocalTime, LocalTime> {

    private static final long serialVersionUID = 1;

    static <V> DataType<V> of(DataType<V> type) {
        boolean isPlainTime =
                type.getType() == LocalTime.class && type.getConverter().fromType() == LocalTime.class;
        return isPlainTime ? Unchecked.withBinding(type, new PreciseTime()) : type;
    }

    @Override
    public Converter<LocalTime, LocalTime> converter() {
        return Converters.identity(LocalTime.class);
    }

    @Override
    protected void sqlBind(BindingSQLContext<LocalTime> ctx) {
        ctx.render().sql("cast(").sql(ctx.variable()).sql(" as time)");
    }

    @Override
    protected void sqlInline(BindingSQLContext<LocalTime> ctx) {
        ctx.render()
                .sql("cast(")
                .visit(DSL.inline(text(ctx.value()), String.class))
                .sql(" as time)");
    }

    @Override
    public void set(BindingSetStatementContext<LocalTime> ctx) throws SQLException {
        ctx.statement().setString(ctx.index(), text(ctx.value()));
    }

    @Override
    public void get(BindingGetResultSetContext<LocalTime> ctx) throws SQLException {
        String text = ctx.resultSet().getString(ctx.index());
        ctx.value(text == null ? null : LocalTime.parse(text));
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }
}
