// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.testdb.appschema.Tables.TESTMODEL;
import static io.bulkdsl.testdb.public_.Tables.AN;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.RE;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static io.bulkdsl.testdb.public_.Tables.UP;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;

/** The rows that the numbered cases start from, and two ways to look at an outcome. */
final class SeedRows {

    /** (1, 'test1', 1) to (9, 'test9', 9), the other columns null or empty. */
    static void tm(DSLContext ctx) {
        ctx.insertInto(TM, TM.ID, TM.NAME, TM.INT_FIELD)
                .valuesOfRecords(IntStream.rangeClosed(1, 9)
                        .mapToObj(
                                i -> ctx.newRecord(TM.ID, TM.NAME, TM.INT_FIELD).values(i, "test" + i, i))
                        .toList())
                .execute();
    }

    static void an(DSLContext ctx) {
        ctx.insertInto(AN, AN.ID, AN.CREATED, AN.UPDATED)
                .values(1, OffsetDateTime.parse("2019-01-01T00:00Z"), LocalDate.parse("2019-01-01"))
                .execute();
    }

    static void up(DSLContext ctx) {
        ctx.insertInto(UP, UP.ID, UP.UPPERCASENAME)
                .values(1, "test1")
                .values(2, "test2")
                .values(3, "test3")
                .execute();
    }

    /** Refers to the first row of {@link #tm}. */
    static void re(DSLContext ctx) {
        ctx.insertInto(RE, RE.ID, RE.INT_FIELD, RE.FK_ID, RE.O2O_ID)
                .values(1, 1, 1, 1)
                .execute();
    }

    static void sc(DSLContext ctx) {
        ctx.insertInto(TESTMODEL, TESTMODEL.ID, TESTMODEL.NAME, TESTMODEL.INT_FIELD)
                .values(1, "test1", 1)
                .execute();
    }

    static void twoKey(DSLContext ctx) {
        ctx.insertInto(TWOKEY, TWOKEY.ID, TWOKEY.A, TWOKEY.B, TWOKEY.V)
                .values(1, 1, 1, "x")
                .values(2, 1, 2, "y")
                .values(3, 2, null, "z")
                .values(4, null, 5, "w")
                .execute();
    }

    static void decKey(DSLContext ctx) {
        ctx.insertInto(DECKEY, DECKEY.K, DECKEY.V)
                .values(new BigDecimal("1.24"), "old")
                .execute();
    }

    /** Rows 1, 2, … of {@code wide}, and no others, with one value for each in one column. */
    @SafeVarargs
    static <T> void wide(DSLContext ctx, TableField<?, T> column, T... values) {
        ctx.deleteFrom(WIDE).execute();
        for (int i = 0; i < values.length; i++) {
            ctx.insertInto(WIDE, WIDE.ID, column).values(i + 1, values[i]).execute();
        }
    }

    /** An array, in few letters where many stand in one case. */
    static Integer[] ints(Integer... elements) {
        return elements;
    }

    /** A column of all rows of its table, in the order of their ids. */
    static <T> List<T> inIdOrder(DSLContext ctx, TableField<?, T> column) {
        Table<?> table = requireNonNull(column.getTable());
        return ctx.select(column)
                .from(table)
                .orderBy(requireNonNull(table.field("id")))
                .fetch(column);
    }

    /** The SQLSTATE with which the server refuses a call. */
    static String refusalOf(ThrowingCallable call) {
        DataAccessException refusal = Assertions.catchThrowableOfType(DataAccessException.class, call);
        Assertions.assertThat(refusal).as("refusal by the server").isNotNull();
        return refusal.sqlState();
    }

    private SeedRows() {}
}
