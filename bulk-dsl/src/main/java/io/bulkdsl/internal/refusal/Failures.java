// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.refusal;

import io.bulkdsl.contract.Failure;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.contract.ServerError;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.watch.ShortSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of an error: from the driver, from jOOQ, and of the rows. */
public final class Failures {

    /** How jOOQ begins its messages. */
    private static final Pattern SQL = Pattern.compile("SQL \\[(.+?)\\];", Pattern.DOTALL);

    /** A chain of causes may be a circle. */
    private static final int DEEPEST = 20;

    /** PostgreSQL: data_exception. */
    private static final String BAD_DATA = "22000";

    /** {@code COPY book, line 17, column stock …}, in the language of the server. */
    private static final Pattern LINE = Pattern.compile("^COPY .*?, \\p{L}+ (\\d+)", Pattern.MULTILINE);

    /**
     * PostgreSQL: connection_exception, transaction_rollback, insufficient_resources, object_not_in_prerequisite_state,
     * operator_intervention (a timeout), system_error, internal_error. The row that had just come isn't to blame.
     */
    private static final Set<String> OF_NO_ROW = Set.of("08", "40", "53", "55", "57", "58", "XX");

    private static final int CLASS_LENGTH = 2;

    static Failure of(
            StatementModel<?> model, @Nullable RowSource source, List<? extends IncomingRow<?>> rows, Throwable e) {
        List<Integer> numbers = rows.stream().map(IncomingRow::number).sorted().toList();
        return of(
                model,
                source,
                numbers,
                rows.stream().map(row -> keys(model, row)).toList(),
                sql(e),
                error(e));
    }

    /** The same of the row that a COPY had come to; the rows are none if they weren't kept. */
    static Failure ofLine(
            StatementModel<?> model,
            @Nullable RowSource source,
            List<? extends IncomingRow<?>> rows,
            RuntimeException e) {
        Optional<Integer> line = source == RowSource.COPY ? line(e) : Optional.empty();
        return rows.isEmpty()
                ? of(model, source, line.stream().toList(), List.of(), sql(e), error(e))
                : of(
                        model,
                        source,
                        line.filter(place -> place <= rows.size()).stream()
                                .map(place -> rows.get(place - 1))
                                .toList(),
                        e);
    }

    /** Of a row that can't even be sent. */
    static Failure of(StatementModel<?> model, InvalidRowException e) {
        return of(model, null, List.of(e.rowNumber()), List.of(), "", error(e));
    }

    private static Failure of(
            StatementModel<?> model,
            @Nullable RowSource source,
            List<Integer> rowNumbers,
            List<List<@Nullable Object>> keys,
            String sql,
            ServerError error) {
        return new Failure(
                model.description(),
                model.table().getName(),
                Optional.ofNullable(source),
                rowNumbers,
                keys,
                sql,
                error);
    }

    /** The same failure, of this row and by its error. */
    static Failure of(StatementModel<?> model, Failure failure, IncomingRow<?> row, ServerError error) {
        return new Failure(
                failure.statement(),
                failure.table(),
                failure.source(),
                List.of(row.number()),
                List.of(keys(model, row)),
                failure.sql(),
                error);
    }

    /** As the server would say it, if it came so far. */
    public static ServerError error(InvalidRowException e) {
        return new ServerError(BAD_DATA, String.valueOf(e.getMessage()), Optional.empty(), e.column());
    }

    /** Without values of rows. */
    static ServerError error(Throwable e) {
        SQLException cause = cause(e);
        ServerError said = cause == null
                ? new ServerError("00000", String.valueOf(e.getMessage()), Optional.empty(), Optional.empty())
                : said(cause);
        return new ServerError(
                said.sqlState(), withoutValues(said.sqlState(), said.message()), said.constraint(), said.column());
    }

    /**
     * The driver's error, if it is one. Looked for below any exception: a listener may have put another in the place of jOOQ's, as
     * Spring Boot's does.
     */
    static @Nullable SQLException cause(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** Empty if it isn't the server's. */
    static String sqlState(Throwable e) {
        SQLException cause = cause(e);
        return cause == null ? "" : String.valueOf(cause.getSQLState());
    }

    private static Optional<Integer> line(RuntimeException e) {
        SQLException cause = cause(e);
        if (cause == null || isOfNoRow(sqlState(e)) || !DriverMessage.isKnownTo(cause)) {
            return Optional.empty();
        }
        return DriverMessage.where(cause)
                .map(LINE::matcher)
                .filter(Matcher::find)
                .map(line -> Integer.valueOf(line.group(1)));
    }

    private static boolean isOfNoRow(String sqlState) {
        return sqlState.length() > CLASS_LENGTH && OF_NO_ROW.contains(sqlState.substring(0, CLASS_LENGTH));
    }

    private static ServerError said(SQLException e) {
        Optional<ServerError> parts = DriverMessage.isKnownTo(e) ? DriverMessage.of(e) : Optional.empty();
        return parts.orElseGet(() -> new ServerError(
                String.valueOf(e.getSQLState()),
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                Optional.empty(),
                Optional.empty()));
    }

    /** What is wrong with a value is said with the value, in quotes: {@code invalid input syntax for type integer: "x"}. */
    private static String withoutValues(String sqlState, String message) {
        return sqlState.startsWith("22") ? message.replaceAll("(?s)[\"«»„“”].*[\"«»„“”]", "\"…\"") : message;
    }

    private static String sql(Throwable e) {
        Matcher sql = SQL.matcher(String.valueOf(e.getMessage()));
        return sql.find() ? ShortSql.of(sql.group(1)) : "";
    }

    private static List<@Nullable Object> keys(StatementModel<?> model, IncomingRow<?> row) {
        List<@Nullable Object> keys = new ArrayList<>(row.values()
                .subList(0, Math.min(model.keys().size(), row.values().size())));
        return Collections.unmodifiableList(keys);
    }

    private Failures() {}
}
