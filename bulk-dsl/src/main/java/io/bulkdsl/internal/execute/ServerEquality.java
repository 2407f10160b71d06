// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.Rounding;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.model.TrailingBlanks;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.KeyEquality;
import io.bulkdsl.internal.source.SourceChoice;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectConditionStep;
import org.jooq.Table;

/**
 * Finds rows whose keys are equal for PostgreSQL though not for Java: in a nondeterministic collation, in citext and
 * other types that Java knows nothing of. Where Java's answer is as good (nearly always) the server isn't asked.
 *
 * <pre>
 * select row_number, first from (
 *   select incoming.row_number, min(incoming.row_number) over (partition by coalesce(incoming.name, (select name from t where false))) as first
 *   from (values …) as incoming (row_number, name)) as groups
 * where row_number &lt;&gt; first
 * </pre>
 *
 * <p>The coalesce gives the incoming value the column's collation.
 *
 * @param collations by database and table, whether a key column has a nondeterministic collation; by database alone, whether
 *     there is any such collation
 */
record ServerEquality(Map<String, Boolean> collations) {

    ServerEquality() {
        this(new ConcurrentHashMap<>());
    }

    /** By number of a row, the number of the first row with the same key; rows whose key is new are absent. */
    <E> Map<Integer, Integer> firstOfSameKey(DSLContext ctx, StatementModel<E> model, List<IncomingRow<E>> rows) {
        if (rows.size() < 2 || !model.matchesByEquality() || !isNeeded(ctx, model, rows)) {
            return Map.of();
        }
        IncomingTable incoming = SourceChoice.inOneQuery(RowSource.AUTO, model.description(), model.keys(), rows.size())
                .open(IncomingTable.aliasFor(model.table()), model.keys(), rows, true);
        Field<Integer> first = field(name("first"), Integer.class);
        Field<Integer> number = field(name(IncomingTable.ORDINAL), Integer.class);
        Table<?> groups = select(
                        incoming.ordinal(),
                        min(incoming.ordinal())
                                .over()
                                .partitionBy(compared(model, incoming))
                                .as(first))
                .from(incoming.table())
                .asTable("groups");
        return ctx.select(number, first).from(groups).where(number.ne(first)).fetchMap(number, first);
    }

    /**
     * The keys, so that those are equal that are for the column.
     *
     * @param incoming rows that are on the server, which has rounded their times
     */
    List<Field<?>> compared(DSLContext ctx, StatementModel<?> model, IncomingTable incoming) {
        if (isNeeded(ctx, model, List.of())) {
            return compared(model, incoming);
        }
        List<Field<?>> keys = new ArrayList<>();
        model.keys().forEach(key -> keys.add(value(model, key, incoming)));
        return keys;
    }

    private static List<Field<?>> compared(StatementModel<?> model, IncomingTable incoming) {
        List<Field<?>> keys = new ArrayList<>();
        model.keys().forEach(key -> keys.add(asColumn(model, key, incoming)));
        return keys;
    }

    private boolean isNeeded(DSLContext ctx, StatementModel<?> model, List<? extends IncomingRow<?>> rows) {
        List<Field<?>> collatable = new ArrayList<>();
        for (int i = 0; i < model.keys().size(); i++) {
            Key<?, ?, ?> key = model.keys().get(i);
            if (key.isComparedByExpression() || isRounded(model, key)) {
                return true;
            }
            switch (KeyEquality.Trust.of(key)) {
                case NEVER -> {
                    return true;
                }
                case IF_NOT_ROUNDED -> {
                    if (isAnyRounded(rows, i, KeyEquality.of(key))) {
                        return true;
                    }
                }
                case IF_DETERMINISTIC -> collatable.add(key.column());
                case ALWAYS -> {}
            }
        }
        return !collatable.isEmpty() && isAnyNondeterministic(ctx, model.table(), collatable);
    }

    private static boolean isAnyRounded(List<? extends IncomingRow<?>> rows, int position, KeyEquality equality) {
        return rows.stream().anyMatch(row -> equality.isRounded(row.values().get(position)));
    }

    /** Which table a name without its schema means is another matter at each call, unless it doesn't matter. */
    private boolean isAnyNondeterministic(DSLContext ctx, Table<?> target, List<Field<?>> columns) {
        String database = ctx.connectionResult(ServerEquality::url);
        String name = rendered(ctx, target);
        boolean hasSchema = !name.equals(rendered(withoutSchema(ctx), target));
        return hasSchema
                ? collations.computeIfAbsent(database + " " + name, key -> hasNondeterministic(ctx, target, columns))
                : collations.computeIfAbsent(database, key -> ctx.fetchExists(nondeterministic()))
                        && hasNondeterministic(ctx, target, columns);
    }

    /** A mock may have none. */
    private static String url(Connection connection) {
        try {
            return String.valueOf(connection.getMetaData().getURL());
        } catch (SQLException e) {
            return "";
        }
    }

    private static DSLContext withoutSchema(DSLContext ctx) {
        return ctx.configuration()
                .deriveSettings(settings -> settings.withRenderSchema(false))
                .dsl();
    }

    /** As in a FROM clause, where an alias doesn't stand alone. */
    private static String rendered(DSLContext ctx, Table<?> target) {
        return ctx.render(selectOne().from(target));
    }

    /**
     * Asks by an expression, not by the column's name in the catalogue, so that aliases and schema mapping need no care:
     *
     * <pre>
     * select count(*) from pg_collation c join pg_namespace n on n.oid = c.collnamespace
     * where not c.collisdeterministic
     * and pg_collation_for((select name from t where false)) collate "C" in (format('%I', c.collname), format('%I.%I', n.nspname, c.collname))
     * </pre>
     */
    private static boolean hasNondeterministic(DSLContext ctx, Table<?> target, List<Field<?>> columns) {
        List<Condition> any = new ArrayList<>();
        for (Field<?> column : columns) {
            any.add(condition(
                    "pg_collation_for(({0})) collate \"C\" in (format('%I', c.collname), format('%I.%I', n.nspname, c.collname))",
                    select(column).from(target).where(falseCondition())));
        }
        return ctx.fetchExists(nondeterministic().and(or(any)));
    }

    private static SelectConditionStep<?> nondeterministic() {
        return select(field("1"))
                .from(table("pg_collation c join pg_namespace n on n.oid = c.collnamespace"))
                .where(condition("not c.collisdeterministic"));
    }

    /** An upsert stores its keys, so that those are equal which the column makes equal. */
    private static boolean isRounded(StatementModel<?> model, Key<?, ?, ?> key) {
        return model instanceof UpsertModel && Rounding.by(key.column().getDataType());
    }

    private static <T, V> Field<V> asColumn(StatementModel<?> model, Key<?, T, V> key, IncomingTable incoming) {
        Field<V> value = value(model, key, incoming);
        if (isRounded(model, key)) {
            return key.compared(
                    value.cast(key.column().getDataType()).coerce(key.incoming().type()));
        }
        Field<V> column = key.column().coerce(key.incoming().type());
        return key.compared(
                coalesce(value, field(select(column).from(model.table()).where(falseCondition()))));
    }

    private static <V> Field<V> value(StatementModel<?> model, Key<?, ?, V> key, IncomingTable incoming) {
        return TrailingBlanks.of(model, key).without(incoming.field(key.incoming()));
    }
}
