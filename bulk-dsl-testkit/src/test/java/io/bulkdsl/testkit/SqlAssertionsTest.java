// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;

class SqlAssertionsTest {

    private static final Field<Integer> STOCK = field(name("stock"), SQLDataType.INTEGER);
    private static final Field<String> ISBN = field(name("isbn"), SQLDataType.VARCHAR);
    private static final Query RESTOCK =
            update(table(name("book"))).set(STOCK, STOCK.plus(3)).where(ISBN.eq("978-0"));

    @Test
    void equalSqlAndBindsPassInAnyFormat() {
        assertThatSql(RESTOCK)
                .rendersSql("""
                        update "book"
                        set "stock" = (
                            "stock" + ?
                        )
                        where "isbn" = ?
                        """)
                .rendersSqlInlined("update \"book\" set \"stock\" = (\"stock\" + 3) where \"isbn\" = '978-0'")
                .withBinds(3, "978-0");
    }

    @Test
    void conditionsAndAssertThatWorkToo() {
        SqlAssertions.assertThat(ISBN.isNull()).rendersSql("\"isbn\" is null").withBinds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a  b            | a b",
                "f( a ,b )       | f(a, b)",
                "array[ 1,2 ]    | array[1, 2]",
                "'a  b'          | 'a  b'",
                "'it''s  ( a ,b' | 'it''s  ( a ,b'",
                "E'\\'  x'  y    | E'\\'  x' y",
                "'c:\\'  ,  'x'  | 'c:\\', 'x'",
                "\"a  \"\" b\"   | \"a  \"\" b\"",
                "$$ a  b $$      | $$ a  b $$",
                "$x$ a  $$  $x$  | $x$ a  $$  $x$",
                "$1  +  $2       | $1 + $2",
            })
    void onlyWhitespaceOutsideOfQuotesIsNormalized(String sql, String normalized) {
        assertThat(SqlText.normalized(sql)).isEqualTo(normalized);
    }

    @Test
    void whitespaceInAQuotedTextMatters() {
        var part = condition("x = 'a  b'");

        assertThatCode(() -> assertThatSql(part).rendersSql("(x  =  'a  b')")).doesNotThrowAnyException();
        assertThat(failure(() -> assertThatSql(part).rendersSql("(x = 'a b')"))).isNotNull();
    }

    @Test
    void aDifferenceIsShownByClauseWithTheFirstOneMarked() {
        AssertionFailedError failure = failure(() -> assertThatSql(RESTOCK)
                .rendersSql("update \"book\" set \"stock\" = (\"stock\" - ?) where \"isbn\" = ? returning \"id\""));

        assertThat(failure).hasMessage("""
                        the SQL differs from line 2 on:
                          expected:
                            update "book"
                          > set "stock" = ("stock" - ?)
                            where "isbn" = ?
                            returning "id"
                          but was:
                            update "book"
                          > set "stock" = ("stock" + ?)
                            where "isbn" = ?
                        """);
        assertThat(failure.getExpected().getValue())
                .isEqualTo("update \"book\"\nset \"stock\" = (\"stock\" - ?)\nwhere \"isbn\" = ?\nreturning \"id\"");
        assertThat(failure.getActual().getValue())
                .isEqualTo("update \"book\"\nset \"stock\" = (\"stock\" + ?)\nwhere \"isbn\" = ?");
    }

    @Test
    void aMissingEndIsMarked() {
        AssertionFailedError failure =
                failure(() -> assertThatSql(RESTOCK).rendersSql("update \"book\" set \"stock\" = (\"stock\" + ?)"));

        assertThat(failure).hasMessageContaining("  > (nothing more)").hasMessageContaining("  > where \"isbn\" = ?");
    }

    @Test
    void linesAreNotBrokenInTextNorInOperators() {
        assertThat(SqlText.inLines(
                        "select 'from  where' from a where b is distinct from c on conflict do update set d"))
                .isEqualTo("select 'from  where'\nfrom a\nwhere b is distinct from c\non conflict do update set d");
    }

    @Test
    void bindsThatDifferAreNamedByPositionTypeAndValue() {
        AssertionFailedError failure = failure(() -> assertThatSql(RESTOCK).withBinds(3L, "978-0", null));

        assertThat(failure)
                .hasMessageContaining("bind 1: expected 3 (Long) but was 3 (Integer)")
                .hasMessageContaining("bind 3: expected null but there is none")
                .hasMessageContaining("where \"isbn\" = ?");
        assertThat(failure.getMessage()).doesNotContain("bind 2");
        assertThat(failure.getActual().getValue()).isEqualTo("1: 3 (Integer)\n2: \"978-0\" (String)\n");
    }

    @Test
    void aBindTooManyIsNamed() {
        assertThat(failure(() -> assertThatSql(RESTOCK).withBinds(3)))
                .hasMessageContaining("bind 2: expected none but was \"978-0\" (String)");
    }

    @Test
    void arraysAreComparedByTheirElementsAndNullsAreSafe() {
        var arrays = DSL.function("f", Integer.class, val(new Integer[] {1, null}), val((String) null), inline(1));

        assertThatSql(arrays).withBinds(new Integer[] {1, null}, null);
        assertThat(failure(() -> assertThatSql(arrays).withBinds(new Integer[] {1, 2}, BigDecimal.ONE)))
                .hasMessageContaining("bind 1: expected [1, 2] (Integer[]) but was [1, null] (Integer[])")
                .hasMessageContaining("bind 2: expected 1 (BigDecimal) but was null");
        assertThatSql(val((String) null)).withBinds((Object[]) null);
    }

    @Test
    void settingsAndDialectCanBeChosen() {
        Settings unquoted = new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER);

        assertThatSql(RESTOCK).usingSettings(unquoted).rendersSql("update book set stock = (stock + ?) where isbn = ?");
        assertThatSql(ISBN).usingDialect(SQLDialect.MYSQL).rendersSql("`isbn`");
    }

    private static AssertionFailedError failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable assertion) {
        AssertionFailedError failure = catchThrowableOfType(AssertionFailedError.class, assertion);
        assertThat(failure).as("the assertion fails").isNotNull();
        return failure;
    }
}
