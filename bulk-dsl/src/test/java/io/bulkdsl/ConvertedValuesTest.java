// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.contract.RowSource.AUTO;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jooq.Configuration;
import org.jooq.ContextConverter;
import org.jooq.Converter;
import org.jooq.ConverterContext;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.impl.AbstractContextConverter;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a converter of the user's makes of a value is what is stored, and what is checked; null is a value too. */
@NotVia(because = "names the sources itself")
@PostgresTest(migrations = "classpath:db/migration")
class ConvertedValuesTest {

    record Name(String text) {}

    /** Of a name that isn't there it makes null, and fails at one. */
    private static final Converter<String, Name> NAMES =
            Converter.ofNullable(String.class, Name.class, Name::new, name -> {
                if (name.text().equals("bad")) {
                    throw new IllegalStateException("secret");
                }
                return name.text().equals("none") ? null : name.text();
            });

    @ParameterizedTest
    @EnumSource
    void nullThatBecomesAValue(RowSource source, DSLContext ctx) {
        assertThat(stored(
                        ctx,
                        source,
                        "text",
                        SQLDataType.CLOB.asConvertedDataType(Converter.of(
                                String.class, String.class, text -> text, text -> text == null ? "(none)" : text)),
                        "a",
                        null))
                .containsExactly("a", "(none)");
        assertThat(stored(
                        ctx,
                        source,
                        "char(6)",
                        SQLDataType.CHAR(6)
                                .asConvertedDataType(Converter.of(
                                        String.class,
                                        String.class,
                                        text -> text,
                                        text -> text == null ? "(none)" : text)),
                        "a",
                        null))
                .containsExactly("a     ", "(none)");
        LocalDateTime never = LocalDateTime.of(9999, 1, 1, 0, 0);
        assertThat(stored(
                        ctx,
                        source,
                        "timestamp",
                        SQLDataType.LOCALDATETIME.asConvertedDataType(Converter.of(
                                LocalDateTime.class, LocalDateTime.class, at -> at, at -> at == null ? never : at)),
                        LocalDateTime.of(2020, 1, 1, 0, 0),
                        null))
                .containsExactly("2020-01-01 00:00:00", "9999-01-01 00:00:00");
    }

    @ParameterizedTest
    @EnumSource
    void arraysOfOneLength(RowSource source, DSLContext ctx) {
        assertThat(stored(
                        ctx,
                        source,
                        "varchar(5)[]",
                        SQLDataType.VARCHAR(5)
                                .array()
                                .asConvertedDataType(Converter.ofNullable(
                                        String[].class, String[].class, text -> text, ConvertedValuesTest::upperCase)),
                        new String[] {"ab"}))
                .containsExactly("{AB}");
        assertThat(stored(
                        ctx,
                        source,
                        "char(3)[]",
                        SQLDataType.CHAR(3).asConvertedDataType(NAMES).array(),
                        new Name[] {new Name("ab")}))
                .containsExactly("{\"ab \"}");
    }

    private static String[] upperCase(String[] texts) {
        return Arrays.stream(texts).map(text -> text.toUpperCase(Locale.ROOT)).toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void textThatCannotBeStored(RowSource source, DSLContext ctx) {
        assertThatThrownBy(() -> stored(
                        ctx,
                        source,
                        "text",
                        SQLDataType.CLOB.asConvertedDataType(NAMES),
                        new Name("a"),
                        new Name("x\ud83d")))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 2, column thing.value: the text contains half of a surrogate pair");
    }

    @ParameterizedTest
    @EnumSource
    void converterThatThrows(RowSource source, DSLContext ctx) {
        assertThatThrownBy(() -> stored(
                        ctx,
                        source,
                        "text",
                        SQLDataType.CLOB.asConvertedDataType(NAMES),
                        new Name("a"),
                        new Name("bad")))
                .isInstanceOf(InvalidRowException.class)
                .hasMessage("row 2, column thing.value: its converter threw java.lang.IllegalStateException")
                .hasRootCauseMessage("secret");
    }

    @ParameterizedTest
    @EnumSource
    void keyThatBecomesNull(RowSource source, DSLContext ctx) {
        ctx.execute("create table thing (id integer, value text)");
        IdAndValue<Name> thing = new IdAndValue<>(SQLDataType.CLOB.asConvertedDataType(NAMES));
        // spotless:off
        var update = bulkUpdate(thing, Name.class)
                .key(thing.value).from(name -> name)
                .set(thing.id).from(name -> 1);
        // spotless:on
        assertThatThrownBy(() ->
                        update.rows(new Name("a"), new Name("none")).via(source).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 2, column thing.value: the key is null and so matches no row");
    }

    /** It is asked with the caller's configuration, so by VALUES alone. */
    @Test
    void converterThatReadsTheConfiguration(DSLContext ctx) {
        Configuration ofTenant = ctx.configuration().derive();
        ofTenant.data("tenant", "t1");
        DataType<String> byFunctions = SQLDataType.CLOB.asConvertedDataType(ContextConverter.ofNullable(
                String.class, String.class, (text, context) -> text, ConvertedValuesTest::ofTenant));
        DataType<String> byClass = SQLDataType.CHAR(5)
                .asConvertedDataType(new AbstractContextConverter<String, String>(String.class, String.class) {

                    private static final long serialVersionUID = 1;

                    @Override
                    public String from(String text, ConverterContext context) {
                        return text;
                    }

                    @Override
                    public String to(String text, ConverterContext context) {
                        return ofTenant(text, context);
                    }
                });
        String[] many = IntStream.range(0, 50).mapToObj(i -> "v").toArray(String[]::new);
        for (DataType<String> type : List.of(byFunctions, byClass)) {
            assertThat(stored(ofTenant.dsl(), AUTO, "char(5)", type, many))
                    .hasSize(50)
                    .containsOnly("t1:v ");
            assertThatThrownBy(() -> stored(ofTenant.dsl(), UNNEST, "char(5)", type, many))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("it isn't known how values of thing.value")
                    .hasMessageEndingWith("use VALUES");
        }
        String[][] one = {{"v"}};
        assertThatThrownBy(() -> stored(ofTenant.dsl(), UNNEST, "char(5)[]", byClass.array(), one))
                .hasMessageEndingWith("use VALUES");
    }

    private static String ofTenant(String text, ConverterContext context) {
        return context.configuration().data("tenant") + ":" + text;
    }

    @SafeVarargs
    private static <T> List<@Nullable String> stored(
            DSLContext ctx, RowSource source, String sqlType, DataType<T> type, @Nullable T... values) {
        return IdAndValue.stored(ctx, source, sqlType, type, values);
    }
}
