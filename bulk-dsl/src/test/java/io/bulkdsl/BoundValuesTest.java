// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.contract.RowSource.AUTO;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import java.io.ByteArrayInputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DSLContext;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a binding of the user's gives to the driver is what is stored, whichever way rows go. */
@NotVia(because = "names the sources itself")
@PostgresTest(migrations = "classpath:db/migration")
class BoundValuesTest {

    @ParameterizedTest
    @EnumSource
    void typesWithLength(RowSource source, DSLContext ctx) {
        Binding<String, String> upperCase = binding(
                Converters.identity(String.class),
                "",
                (statement, index, text) ->
                        statement.setString(index, text == null ? null : text.toUpperCase(Locale.ROOT)));
        assertThat(IdAndValue.stored(
                        ctx, source, "char(3)", SQLDataType.CHAR(3).asConvertedDataType(upperCase), "ab", null))
                .containsExactly("AB ", null);
        assertThat(IdAndValue.stored(
                        ctx, source, "varchar(3)", SQLDataType.VARCHAR(3).asConvertedDataType(upperCase), "ab", null))
                .containsExactly("AB", null);
        Binding<String[], String[]> arrays =
                binding(Converters.identity(String[].class), "", BoundValuesTest::setUpperCase);
        assertThat(IdAndValue.stored(
                        ctx,
                        source,
                        "varchar(5)[]",
                        SQLDataType.VARCHAR(5).array().asConvertedDataType(arrays),
                        new String[] {"ab", "c\"d,"},
                        null))
                .containsExactly("{AB,\"C\\\"D,\"}", null);
    }

    private static void setUpperCase(PreparedStatement statement, int index, String @Nullable [] texts)
            throws SQLException {
        if (texts == null) {
            statement.setNull(index, Types.ARRAY);
        } else {
            Object[] upperCase = Arrays.stream(texts)
                    .map(text -> text.toUpperCase(Locale.ROOT))
                    .toArray();
            statement.setArray(index, statement.getConnection().createArrayOf("text", upperCase));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nullThatBecomesAValue(RowSource source, DSLContext ctx) {
        Binding<String, String> notNull = binding(
                Converters.identity(String.class),
                "",
                (statement, index, text) -> statement.setString(index, text == null ? "N/A" : text));
        assertThat(IdAndValue.stored(ctx, source, "text", SQLDataType.CLOB.asConvertedDataType(notNull), "a", null))
                .containsExactly("a", "N/A");
    }

    /** In Berlin, where the clock showed half past two twice. */
    @ParameterizedTest
    @EnumSource
    void momentsOfAnHourThatComesTwice(RowSource source, DSLContext ctx) {
        Binding<Timestamp, Instant> moments = binding(
                Converter.ofNullable(Timestamp.class, Instant.class, Timestamp::toInstant, Timestamp::from),
                "::timestamptz",
                (statement, index, moment) ->
                        statement.setTimestamp(index, moment == null ? null : Timestamp.from(moment)));
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            IdAndValue.stored(
                    ctx,
                    source,
                    "timestamptz",
                    SQLDataType.TIMESTAMP.asConvertedDataType(moments),
                    Instant.parse("2020-10-25T00:30:00Z"),
                    Instant.parse("2020-10-25T01:30:00Z"));
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(ctx.fetch("select (value at time zone 'UTC')::text as utc from thing order by id")
                        .getValues("utc", String.class))
                .containsExactly("2020-10-25 00:30:00", "2020-10-25 01:30:00");
    }

    /** A stream of bytes is nothing that can be written as text. */
    @Test
    void bindingsThatSendMoreThanAValue(DSLContext ctx) {
        Binding<byte[], byte[]> streamed = binding(
                Converters.identity(byte[].class),
                "",
                (statement, index, bytes) ->
                        statement.setBinaryStream(index, bytes == null ? null : new ByteArrayInputStream(bytes)));
        byte[][] many = IntStream.range(0, 50).mapToObj(i -> new byte[] {1}).toArray(byte[][]::new);
        assertThat(IdAndValue.stored(ctx, AUTO, "bytea", SQLDataType.BLOB.asConvertedDataType(streamed), many))
                .hasSize(50)
                .containsOnly("\\x01");
    }

    @FunctionalInterface
    private interface Setter<U> {

        void set(PreparedStatement statement, int index, @Nullable U value) throws SQLException;
    }

    private static <T, U> Binding<T, U> binding(Converter<T, U> converter, String cast, Setter<U> setter) {
        return new AbstractBinding<>() {

            private static final long serialVersionUID = 1;

            @Override
            public Converter<T, U> converter() {
                return converter;
            }

            @Override
            public void sql(BindingSQLContext<U> context) {
                context.render().sql(context.variable()).sql(cast);
            }

            @Override
            public void set(BindingSetStatementContext<U> context) throws SQLException {
                setter.set(context.statement(), context.index(), context.value());
            }

            @Override
            public void get(BindingGetResultSetContext<U> context) throws SQLException {
                throw new UnsupportedOperationException();
            }
        };
    }
}
