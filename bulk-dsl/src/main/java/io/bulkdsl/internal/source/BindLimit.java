// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.OptionalInt;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A statement carries at most 65,535 bind values: the protocol counts them in 16 bits (PostgreSQL's manual, "Message
 * Formats", Bind). Beyond that jOOQ would silently write every value into the SQL text.
 */
public final class BindLimit {

    static final int LIMIT = 65_535;

    /** A value may be several binds (a composite type is), so they are counted long before the limit. */
    private static final int VALUES_TO_COUNT_FROM = LIMIT / 16;

    /**
     * The query, refused if it has too many.
     *
     * @param ctx what it is executed by, which the user's parts of it may ask for anything
     * @param what the statement, for the message
     * @param rows how many rows it has, each of {@code columns} values
     */
    public static <Q extends QueryPart> Q checked(DSLContext ctx, Q query, String what, int rows, int columns) {
        if (mayBeTooMany(rows, columns)) {
            check(ctx.extractBindValues(query).size(), what, rows);
        }
        return query;
    }

    /** The same where it isn't known what will execute the query: one that can't be counted so is let through. */
    public static <Q extends QueryPart> Q checked(Q query, String what, int rows, int columns) {
        if (mayBeTooMany(rows, columns)) {
            countable(query).ifPresent(binds -> check(binds, what, rows));
        }
        return query;
    }

    private static boolean mayBeTooMany(int rows, int columns) {
        return (long) rows * columns > VALUES_TO_COUNT_FROM;
    }

    private static OptionalInt countable(QueryPart query) {
        try {
            return OptionalInt.of(
                    DSL.using(SQLDialect.POSTGRES).extractBindValues(query).size());
        } catch (RuntimeException e) {
            return OptionalInt.empty();
        }
    }

    private static void check(int binds, String what, int rows) {
        if (binds > LIMIT) {
            throw new IllegalArgumentException(
                    "%s: %,d rows need %,d bind values, and a statement carries at most %,d; choose UNNEST or COPY, or pass at most %,d rows at a time, inside one transaction if all or none must be written"
                            .formatted(what, rows, binds, LIMIT, (long) LIMIT * rows / binds));
        }
    }

    private BindLimit() {}
}
