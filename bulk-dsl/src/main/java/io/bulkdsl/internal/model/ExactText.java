// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import java.sql.SQLException;
import java.sql.Types;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.conf.ParamType;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultBinding;
import org.jspecify.annotations.Nullable;

/**
 * Sends dates, times, intervals and arrays of them as text, in the {@code cast(? as timestamp(6))} that jOOQ writes too. What
 * jOOQ 3.19 and 3.20 bind there is another value at times: whole seconds; an hour later where the JVM's zone leaves an hour
 * out; days later in October 1582; a single sign for an interval of two; an offset without its seconds. Of arrays
 * it makes text that loses such signs too, and has years before Christ with a minus, which the server refuses.
 *
 * @param <T> what is written
 * @param <U> the same, or what a user's converter makes of it
 */
public final class ExactText<T, U> extends AbstractBinding<T, U> {

    private static final long serialVersionUID = 1;

    private final Binding<T, U> usual;
    private final DataType<?> written;

    private ExactText(Binding<T, U> usual, DataType<?> written) {
        this.usual = usual;
        this.written = written;
    }

    /** {@code type} sent exactly; itself if it is no such type, or if the user says how it is bound. */
    static <V> DataType<V> of(DataType<V> type) {
        Binding<?, V> usual = type.getBinding();
        if (!isJooqs(usual) || TemporalText.of(usual.converter().fromType()).isEmpty()) {
            return type;
        }
        DataType<V> written = withoutConverter(type);
        return Unchecked.withBinding(written, new ExactText<>(usual, written));
    }

    /** Whether the user, beside a converter, leaves it to jOOQ how values are bound. */
    static boolean isJooqs(Binding<?, ?> binding) {
        return binding.getClass().getEnclosingClass() == DefaultBinding.class;
    }

    /** A type that has a converter would put ours after it. */
    private static <V> DataType<V> withoutConverter(DataType<V> type) {
        DataType<V> written = type.getSQLDataType();
        return type.precisionDefined() ? written.precision(type.precision()) : written;
    }

    @Override
    public Converter<T, U> converter() {
        return usual.converter();
    }

    @Override
    public void sql(BindingSQLContext<U> ctx) {
        ctx.render().sql("cast(");
        if (ctx.render().paramType() == ParamType.INLINED) {
            ctx.render().visit(DSL.inline(text(ctx.convert(converter()).value())));
        } else {
            ctx.render().sql(ctx.variable());
        }
        ctx.render()
                .sql(" ")
                .visit(DSL.keyword("as"))
                .sql(" ")
                .sql(written.getCastTypeName(ctx.configuration()))
                .sql(")");
    }

    /** Not as varchar: the parameter itself becomes what it is cast to, a constant to the planner. */
    @Override
    public void set(BindingSetStatementContext<U> ctx) throws SQLException {
        ctx.statement().setObject(ctx.index(), text(ctx.convert(converter()).value()), Types.OTHER);
    }

    @Override
    public void get(BindingGetResultSetContext<U> ctx) throws SQLException {
        usual.get(ctx);
    }

    private @Nullable String text(@Nullable T value) {
        return value == null
                ? null
                : TemporalText.of(converter().fromType()).orElseThrow().apply(value);
    }
}
