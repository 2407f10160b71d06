// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.refusal;

import io.bulkdsl.contract.ServerError;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The parts of an error as the PostgreSQL driver has them; nobody comes here with another driver's. */
final class DriverMessage {

    static boolean isKnownTo(SQLException e) {
        return e.getClass().getName().equals("org.postgresql.util.PSQLException");
    }

    static Optional<ServerError> of(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException known ? known.getServerErrorMessage() : null;
        return message == null
                ? Optional.empty()
                : Optional.of(new ServerError(
                        String.valueOf(message.getSQLState()),
                        text(message),
                        Optional.ofNullable(message.getConstraint()),
                        Optional.ofNullable(message.getColumn())));
    }

    /** Where the server was at when it failed, innermost first. */
    static Optional<String> where(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException known ? known.getServerErrorMessage() : null;
        return message == null ? Optional.empty() : Optional.ofNullable(message.getWhere());
    }

    /** What is wrong with a statement is in the details; those of other errors have values of rows. */
    private static String text(ServerErrorMessage message) {
        boolean isOfStatement = String.valueOf(message.getSQLState()).startsWith("42");
        return Stream.of(message.getMessage(), message.getDetail(), message.getHint())
                .filter(Objects::nonNull)
                .limit(isOfStatement ? Long.MAX_VALUE : 1)
                .collect(Collectors.joining(" "));
    }

    private DriverMessage() {}
}
