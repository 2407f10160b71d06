// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.contract.RowSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.util.PSQLException;

/**
 * What a call says and leaves, and undone afterwards: {@code 2: a 10, b 20}, or the server's refusal, {@code 42501 permission
 * denied for table stock}.
 */
record Aftermath(String said, String left) {

    /** @param after what to look at afterwards, by the user who began */
    static Aftermath of(DSLContext ctx, Function<DSLContext, Object> call, String after) {
        return ctx.connectionResult(connection -> {
            connection.setAutoCommit(false);
            try {
                DSLContext inner = DSL.using(connection, SQLDialect.POSTGRES);
                String said = String.valueOf(call.apply(inner));
                inner.execute("reset role");
                return new Aftermath(
                        said,
                        inner.fetch(after).stream()
                                .map(row -> Arrays.stream(row.intoArray())
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" ")))
                                .collect(Collectors.joining(", ")));
            } catch (DataAccessException | IllegalStateException e) {
                return new Aftermath(refusal(e), "");
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    /**
     * A statement's count, and the statuses it tells: {@code 1, UPDATED NOT_FOUND: a 10}. The same by every row source.
     *
     * @param before what is done first, and undone
     */
    static String of(DSLContext ctx, Consumer<DSLContext> before, BulkStatement<?> statement, String after) {
        String said = by(RowSource.VALUES, ctx, before, statement, after);
        for (RowSource source : List.of(RowSource.UNNEST, RowSource.COPY)) {
            assertThat(by(source, ctx, before, statement, after))
                    .as("%s", source)
                    .isEqualTo(said);
        }
        return said;
    }

    private static String by(
            RowSource source, DSLContext ctx, Consumer<DSLContext> before, BulkStatement<?> statement, String after) {
        BulkStatement<?> sent = statement.via(source);
        Aftermath counted = of(ctx, inner -> prepared(before, inner, sent::execute), after);
        Aftermath told = of(ctx, inner -> prepared(before, inner, c -> Stock.statuses(sent.fetchOutcomes(c))), after);
        if (told.equals(counted)) {
            return counted.toString();
        }
        boolean leaveTheSame = !told.isRefusal() && !counted.isRefusal() && told.left.equals(counted.left);
        return leaveTheSame ? counted.said + ", " + told : counted + " | " + told;
    }

    private static Object prepared(Consumer<DSLContext> before, DSLContext ctx, Function<DSLContext, Object> call) {
        before.accept(ctx);
        return call.apply(ctx);
    }

    private boolean isRefusal() {
        return said.matches("\\w{5} .*|refused.*");
    }

    /** The server's own words, which ours explain. */
    private static String refusal(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException server && server.getServerErrorMessage() != null) {
                return server.getSQLState() + " "
                        + server.getServerErrorMessage().getMessage();
            }
        }
        return "refused: " + String.valueOf(e.getMessage()).split(";")[0];
    }

    @Override
    public String toString() {
        return left.isEmpty() ? said : said + ": " + left;
    }
}
