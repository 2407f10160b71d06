// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.internal.watch.Watching;
import java.sql.SQLException;
import java.util.Iterator;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.DataException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;

/** Sends rows by COPY as they are read; never holds more than a few of them. */
final class Copying {

    /** Characters to send at once; the driver and the server are slow with many small pieces. */
    private static final int PIECE = 1 << 16;

    private static final int CLASS_OF_STATE = 2;

    /**
     * Copies the rows. If one can't be read or written, none is.
     *
     * @param target the table and its columns
     * @return how many rows were written
     */
    static long into(DSLContext ctx, QueryPart target, CopyLine line, Iterator<? extends IncomingRow<?>> rows) {
        String sql = ctx.render(DSL.sql("copy {0} from stdin", target));
        Watching.copying(ctx, sql);
        return ctx.connectionResult(connection -> {
            try (CopyChannel channel = new CopyChannel(connection, sql)) {
                StringBuilder lines = new StringBuilder(PIECE + PIECE / 2);
                while (rows.hasNext()) {
                    line.append(lines, rows.next());
                    if (lines.length() >= PIECE) {
                        channel.write(lines);
                        lines.setLength(0);
                    }
                }
                channel.write(lines);
                return channel.end();
            } catch (SQLException e) {
                throw refused(sql, e);
            }
        });
    }

    /** As jOOQ does it for its own statements. */
    private static DataAccessException refused(String sql, SQLException e) {
        String message = "SQL [" + sql + "]; " + e.getMessage();
        String state = String.valueOf(e.getSQLState());
        return switch (state.substring(0, Math.min(CLASS_OF_STATE, state.length()))) {
            case "22" -> new DataException(message, e);
            case "23" -> new IntegrityConstraintViolationException(message, e);
            default -> new DataAccessException(message, e);
        };
    }

    private Copying() {}
}
