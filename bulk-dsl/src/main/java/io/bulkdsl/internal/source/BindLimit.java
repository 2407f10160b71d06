// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

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
     * @param what the statement, for the message
     * @param rows how many rows it has, each of {@code columns} values
     */
    public static <Q extends QueryPart> Q checked(Q query, String what, int rows, int columns) {
        if ((long) rows * columns > VALUES_TO_COUNT_FROM) {
            int binds = DSL.using(SQLDialect.POSTGRES).extractBindValues(query).size();
            if (binds > LIMIT) {
                throw new IllegalArgumentException(
                        "%s: %,d rows need %,d bind values, and a statement carries at most %,d; choose UNNEST or COPY, or pass at most %,d rows at a time, inside one transaction if all or none must be written"
                                .formatted(what, rows, binds, LIMIT, (long) LIMIT * rows / binds));
            }
        }
        return query;
    }

    private BindLimit() {}
}
