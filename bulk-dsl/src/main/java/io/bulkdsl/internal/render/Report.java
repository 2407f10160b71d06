// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sql;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.IncomingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What a statement tells of its rows. The result's columns are the input row's number, a status, the values asked for,
 * and on request the same as they were before.
 *
 * @param columns the values asked for
 * @param judged more values, of which the old ones don't matter
 * @param old how old values are had
 */
public record Report(List<? extends Field<?>> columns, List<Field<Boolean>> judged, Old old) {

    public Report(List<? extends Field<?>> columns, Old old) {
        this(columns, List.of(), old);
    }

    /** How values before the change are had. */
    public enum Old {
        NONE,
        /** By {@code returning old.column}: PostgreSQL 18 and later. */
        NATIVE,
        /** By locking and reading the rows first. */
        LOCKED
    }

    /** Nothing but what happened. */
    public static final Report STATUS = new Report(List.of(), Old.NONE);

    private static final Field<Integer> ROW_NUMBER = field(name("report", "row_number"), SQLDataType.INTEGER);

    private static final Field<String> STATUS_NAME = field(name("report", "status"), SQLDataType.VARCHAR);

    /** Before it come number and status. */
    public static final int FIRST_VALUE = 2;

    public boolean hasOld() {
        return old != Old.NONE;
    }

    /** The values before the change, in the result; told from the new ones by the qualifier. */
    public List<Field<?>> oldColumns() {
        List<Field<?>> result = new ArrayList<>();
        columns.forEach(column -> result.add(qualified("old", column)));
        return result;
    }

    /** All columns of the result. */
    public List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>();
        fields.add(ROW_NUMBER);
        fields.add(STATUS_NAME);
        fields.addAll(newColumns());
        if (hasOld()) {
            fields.addAll(oldColumns());
        }
        return fields;
    }

    /** The result of a query for this report, under this report's names: by position, whatever the query calls its columns. */
    public Result<Record> fetch(DSLContext ctx, ResultQuery<? extends Record> query) {
        Field<?>[] fields = fields().toArray(Field<?>[]::new);
        return query instanceof Select ? ctx.fetch(query.coerce(fields)) : renamed(ctx, fields, ctx.fetch(query));
    }

    /** jOOQ coerces the columns of a SELECT, but not those of {@code returning}. */
    private static Result<Record> renamed(DSLContext ctx, Field<?>[] fields, Result<? extends Record> told) {
        Result<Record> result = ctx.newResult(fields);
        for (Record row : told) {
            Record renamed = ctx.newRecord(fields);
            renamed.fromArray(values(row));
            renamed.changed(false);
            result.add(renamed);
        }
        return result;
    }

    /** Not {@code row.intoArray()}, which looks for a mapper by comparing all fields, for each row. */
    private static @Nullable Object[] values(Record row) {
        @Nullable Object[] values = new @Nullable Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        return values;
    }

    /** The columns of a query for this report, each with a name: {@code row_number, status, c1, …, o1, …}. */
    Name[] names() {
        List<Name> names = new ArrayList<>();
        names.add(name("row_number"));
        names.add(name("status"));
        for (int i = 1; i <= newColumns().size(); i++) {
            names.add(name(newName(i)));
        }
        for (int i = 1; hasOld() && i <= columns.size(); i++) {
            names.add(name(oldName(i)));
        }
        return names.toArray(Name[]::new);
    }

    /** The values asked for under their own names: {@code alias.c1 as title}. */
    List<Field<?>> renamed(Name alias) {
        List<Field<?>> result = new ArrayList<>();
        for (Field<?> column : columns) {
            result.add(field(alias.append(newName(result.size() + 1)), column.getDataType())
                    .as(column.getName()));
        }
        return result;
    }

    /** The number of the input row that a row of the table belongs to. */
    public static Integer rowNumberOf(Record told) {
        return (Integer) told.get(0);
    }

    /** What became of a row of the table; one that was left as it is because the judgement says no is out of scope. */
    public Status statusOf(Record told) {
        Status status = Status.valueOf((String) told.get(1));
        boolean left = status == Status.UNCHANGED || status == Status.STALE;
        return left && isOutside(told) ? Status.OUT_OF_SCOPE : status;
    }

    /** Whether one of the judgements isn't true of a row of the table. */
    public boolean isOutside(Record told) {
        for (int i = 0; i < judged.size(); i++) {
            if (!Boolean.TRUE.equals(told.get(FIRST_VALUE + columns.size() + i))) {
                return true;
            }
        }
        return false;
    }

    public static Field<String> status(Status status) {
        return inline(status.name());
    }

    /** Everything that is told of a row as it is after the statement. */
    public List<Field<?>> newColumns() {
        List<Field<?>> result = new ArrayList<>(columns);
        result.addAll(judged);
        return result;
    }

    /** {@code c1, c2, …} made of the values asked for. */
    List<Field<?>> asNew() {
        List<Field<?>> result = new ArrayList<>();
        for (Field<?> column : newColumns()) {
            result.add(column.as(newName(result.size() + 1)));
        }
        return result;
    }

    /** The same for templates, in which jOOQ writes of an aliased field the alias alone. */
    List<QueryPart> declaredNew() {
        List<QueryPart> result = new ArrayList<>();
        for (Field<?> column : newColumns()) {
            result.add(sql("{0} as {1}", column, name(newName(result.size() + 1))));
        }
        return result;
    }

    /** {@code o1, o2, …} made of the same columns of the table, as they are where this is selected. */
    List<Field<?>> asFound() {
        List<Field<?>> result = new ArrayList<>();
        for (Field<?> column : newColumns()) {
            result.add(column.as(oldName(result.size() + 1)));
        }
        return result;
    }

    /** {@code alias.o1, alias.o2, …} as what is and what was: of rows that are left as they are. */
    List<Field<?>> foundIn(Name alias) {
        List<Field<?>> result = numbered(newColumns(), alias, Report::oldName);
        if (hasOld()) {
            result.addAll(numbered(columns, alias, Report::oldName));
        }
        return result;
    }

    /** The columns of the table, as what is and what was: of rows that are left as they are. */
    List<Field<?>> unchanged() {
        List<Field<?>> result = newColumns();
        if (hasOld()) {
            result.addAll(columns);
        }
        return result;
    }

    /** What {@code returning} must give of old values: {@code old.title as o1}, or those found and locked before. */
    List<Field<?>> returningOld(Name found) {
        return switch (old) {
            case NONE -> List.of();
            case LOCKED -> numbered(columns, found, Report::oldName);
            case NATIVE -> {
                List<Field<?>> result = new ArrayList<>();
                for (Field<?> column : columns) {
                    result.add(qualified("old", column).as(oldName(result.size() + 1)));
                }
                yield result;
            }
        };
    }

    /** {@code alias.c1, alias.c2, …}, and after them the old values if they are asked for. */
    List<Field<?>> valuesIn(Name alias) {
        return valuesIn(alias, alias);
    }

    /** The same with the old values from elsewhere. */
    List<Field<?>> valuesIn(Name alias, Name oldAlias) {
        List<Field<?>> result = numbered(newColumns(), alias, Report::newName);
        if (hasOld()) {
            result.addAll(numbered(columns, oldAlias, Report::oldName));
        }
        return result;
    }

    /** The same with nulls for old values: of rows that weren't there before. */
    List<Field<?>> newValuesIn(Name alias) {
        List<Field<?>> result = numbered(newColumns(), alias, Report::newName);
        result.addAll(noOld());
        return result;
    }

    private List<Field<?>> noOld() {
        List<Field<?>> result = new ArrayList<>();
        if (hasOld()) {
            columns.forEach(column -> result.add(castNull(column.getDataType())));
        }
        return result;
    }

    private static <T> Field<T> qualified(String qualifier, Field<T> column) {
        return field(name(qualifier, column.getName()), column.getDataType());
    }

    private static List<Field<?>> numbered(List<? extends Field<?>> fields, Name alias, IntFunction<String> naming) {
        List<Field<?>> result = new ArrayList<>();
        for (Field<?> column : fields) {
            result.add(field(alias.append(naming.apply(result.size() + 1)), column.getDataType()));
        }
        return result;
    }

    private static String newName(int n) {
        return "c" + n;
    }

    private static String oldName(int n) {
        return IncomingTable.old(n);
    }
}
