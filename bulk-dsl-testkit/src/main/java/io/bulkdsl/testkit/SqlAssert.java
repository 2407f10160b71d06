// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * What a jOOQ query part renders, and with which bind values. Made by {@link SqlAssertions}; immutable.
 *
 * <p>A failed assertion throws {@link AssertionFailedError} with expected and actual values, so that IDEs show the difference.
 *
 * @since 0.1
 */
public final class SqlAssert {

    private final QueryPart part;
    private final SQLDialect dialect;
    private final Settings settings;

    private SqlAssert(QueryPart part, SQLDialect dialect, Settings settings) {
        this.part = part;
        this.dialect = dialect;
        this.settings = settings;
    }

    static SqlAssert of(QueryPart part) {
        return new SqlAssert(part, SQLDialect.POSTGRES, new Settings());
    }

    /**
     * Renders with these settings from here on.
     *
     * @param settings jOOQ's settings
     * @return assertions on the same part
     */
    public SqlAssert usingSettings(Settings settings) {
        return new SqlAssert(part, dialect, settings);
    }

    /**
     * Renders for this dialect from here on.
     *
     * @param dialect jOOQ's dialect
     * @return assertions on the same part
     */
    public SqlAssert usingDialect(SQLDialect dialect) {
        return new SqlAssert(part, dialect, settings);
    }

    /**
     * Asserts the SQL, with {@code ?} for bind values. Whitespace outside of literals, quoted identifiers and dollar-quoted text
     * does not matter in these respects: how much of it there is, whether it is just inside of parentheses or brackets,
     * and whether it is around a comma.
     *
     * @param expected the SQL, in as many lines as it takes
     * @return these assertions
     * @throws AssertionFailedError if other SQL is rendered
     */
    public SqlAssert rendersSql(String expected) {
        compare(expected, context().render(part));
        return this;
    }

    /**
     * Asserts the SQL with bind values as literals; whitespace counts as in {@link #rendersSql(String)}.
     *
     * @param expected the SQL, in as many lines as it takes
     * @return these assertions
     * @throws AssertionFailedError if other SQL is rendered
     */
    public SqlAssert rendersSqlInlined(String expected) {
        compare(expected, context().renderInlined(part));
        return this;
    }

    /**
     * Asserts the bind values, all of them and in their order. They are compared by {@code equals}, arrays by their
     * elements; 5 is not 5L.
     *
     * @param expected the values; a single array that is one value must be cast to {@code Object}
     * @return these assertions
     * @throws AssertionFailedError if there are other values; the message names them by their position, from 1
     */
    public SqlAssert withBinds(@Nullable Object @Nullable ... expected) {
        List<@Nullable Object> expectedBinds =
                expected == null ? Collections.singletonList(null) : Arrays.asList(expected);
        List<@Nullable Object> actualBinds = context().extractBindValues(part);
        List<String> differences = BindDifference.of(expectedBinds, actualBinds);
        if (!differences.isEmpty()) {
            throw new AssertionFailedError(
                    "the bind values differ:\n  " + String.join("\n  ", differences) + "\nof\n"
                            + SqlText.inLines(SqlText.normalized(context().render(part))) + "\n",
                    BindDifference.lines(expectedBinds),
                    BindDifference.lines(actualBinds));
        }
        return this;
    }

    private DSLContext context() {
        return DSL.using(dialect, settings);
    }

    private static void compare(String expected, String actual) {
        String normalizedExpected = SqlText.normalized(expected);
        String normalizedActual = SqlText.normalized(actual);
        if (!normalizedExpected.equals(normalizedActual)) {
            String expectedLines = SqlText.inLines(normalizedExpected);
            String actualLines = SqlText.inLines(normalizedActual);
            throw new AssertionFailedError(
                    SqlDifference.describe(expectedLines, actualLines), expectedLines, actualLines);
        }
    }
}
