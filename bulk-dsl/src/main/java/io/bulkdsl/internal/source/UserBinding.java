// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.internal.model.ArrayLiteral;
import io.bulkdsl.internal.model.DateText;
import io.bulkdsl.internal.model.ExactText;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.Binding;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockResult;
import org.jspecify.annotations.Nullable;

/**
 * A type with a binding of the user's, which alone knows what it gives to the driver and which SQL stands around that. The
 * value is had by binding it to a statement that goes nowhere; the SQL by rendering it around something else: {@code
 * ?::inet} becomes {@code incoming.ip::inet}.
 */
record UserBinding<V>(DataType<V> type) implements TextForm {

    /** What jOOQ makes of a binding of the user's with a converter of theirs. */
    private static final String WITH_CONVERTER = "org.jooq.impl.ChainedConverterBinding";

    /** Whether a type's values are sent in a way that jOOQ doesn't know by itself. */
    static boolean has(DataType<?> type) {
        Binding<?, ?> binding = type.getBinding();
        String name = binding.getClass().getName();
        return !(binding instanceof ExactText) && (!name.startsWith("org.jooq.impl.") || name.equals(WITH_CONVERTER));
    }

    /** Empty if it binds other than one value, or sends it in a way that has no text, such as a stream. */
    static Optional<? extends UserBinding<?>> of(DataType<?> type) {
        String sql = DSL.using(SQLDialect.POSTGRES, prepared(new Settings())).render(DSL.val(null, type));
        return sql.chars().filter(c -> c == '?').count() == 1
                ? Optional.of(new UserBinding<>(type)).filter(UserBinding::isWritten)
                : Optional.empty();
    }

    /** Where asking fails even for null, values are bound by the driver alone. */
    private boolean isWritten() {
        try {
            orNull(null);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public @Nullable String of(Object value) {
        return orNull(value);
    }

    /** What the driver would get, as text; of null too, of which the binding may make a value. */
    @Override
    public @Nullable String orNull(@Nullable Object value) {
        AtomicReference<@Nullable Object> bound = new AtomicReference<>();
        MockConnection nowhere = new MockConnection(context -> {
            bound.set(context.bindings()[0]);
            return new MockResult[] {new MockResult(0)};
        });
        DSL.using(nowhere, SQLDialect.POSTGRES, prepared(new Settings()))
                .execute("{0}", DSL.val(type.getType().cast(value), type));
        Object sent = bound.get();
        return sent == null ? null : textOf(sent);
    }

    private static String textOf(Object sent) {
        if (sent instanceof Timestamp moment) {
            return textOf(moment);
        } else if (sent instanceof Array array) {
            return textOf(elementsOf(array));
        } else if (sent instanceof Object[] elements) {
            return ArrayLiteral.of(elements, UserBinding::textOf);
        }
        return String.valueOf(
                ScalarText.of(sent.getClass()).orElse(Object::toString).of(sent));
    }

    /** As the driver sends it: an hour that a clock shows twice is told by the offset. */
    private static String textOf(Timestamp moment) {
        int milliseconds = TimeZone.getDefault().getOffset(moment.getTime());
        return DateText.of(moment.toLocalDateTime(), ZoneOffset.ofTotalSeconds(milliseconds / 1000));
    }

    private static Object elementsOf(Array array) {
        try {
            return array.getArray();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the binding makes of a text column. */
    Field<V> around(Field<String> text) {
        return CustomField.of(text.getUnqualifiedName(), type, context -> {
            String sql = context.configuration()
                    .deriveSettings(UserBinding::prepared)
                    .dsl()
                    .render(DSL.val(null, type));
            context.visit(sql.equals("?") ? text.cast(type) : DSL.field(sql, type, text));
        });
    }

    private static Settings prepared(Settings settings) {
        return settings.withStatementType(StatementType.PREPARED_STATEMENT)
                .withParamType(ParamType.INDEXED)
                .withExecuteLogging(false);
    }
}
