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
import static org.jooq.impl.DSL.table;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.Rounding;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.KeyEquality;
import io.bulkdsl.internal.source.SourceChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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
 * @param collations by key columns, whether one has a nondeterministic collation; asked once for a definition
 */
record ServerEquality(Map<String, Boolean> collations) {

    ServerEquality() {
        this(new ConcurrentHashMap<>());
    }

    /** By number of a row, the number of the first row with the same key; rows whose key is new are absent. */
    <E> Map<Integer, Integer> firstOfSameKey(DSLContext ctx, StatementModel<E> model, List<IncomingRow<E>> rows) {
        if (rows.size() < 2 || !model.matchesByEquality() || !isNeeded(ctx, model)) {
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

    /** The keys, so that those are equal that are for the column. */
    List<Field<?>> compared(DSLContext ctx, StatementModel<?> model, IncomingTable incoming) {
        if (isNeeded(ctx, model)) {
            return compared(model, incoming);
        }
        List<Field<?>> keys = new ArrayList<>();
        model.keys().forEach(key -> keys.add(incoming.field(key.incoming())));
        return keys;
    }

    private static List<Field<?>> compared(StatementModel<?> model, IncomingTable incoming) {
        List<Field<?>> keys = new ArrayList<>();
        model.keys().forEach(key -> keys.add(asColumn(model, key, incoming)));
        return keys;
    }

    private boolean isNeeded(DSLContext ctx, StatementModel<?> model) {
        List<Field<?>> collatable = new ArrayList<>();
        for (Key<?, ?, ?> key : model.keys()) {
            if (key.isComparedByExpression() || isRounded(model, key)) {
                return true;
            }
            switch (KeyEquality.Trust.of(key.incoming().type())) {
                case NEVER -> {
                    return true;
                }
                case IF_DETERMINISTIC -> collatable.add(key.column());
                case ALWAYS -> {}
            }
        }
        return !collatable.isEmpty()
                && collations.computeIfAbsent(
                        ctx.render(model.table()), table -> hasNondeterministic(ctx, model.table(), collatable));
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
        return ctx.fetchExists(select(field("1"))
                .from(table("pg_collation c join pg_namespace n on n.oid = c.collnamespace"))
                .where(condition("not c.collisdeterministic"))
                .and(or(any)));
    }

    /** An upsert stores its keys, so that those are equal which the column makes equal. */
    private static boolean isRounded(StatementModel<?> model, Key<?, ?, ?> key) {
        return model instanceof UpsertModel && Rounding.by(key.column().getDataType());
    }

    private static <T, V> Field<V> asColumn(StatementModel<?> model, Key<?, T, V> key, IncomingTable incoming) {
        Field<V> value = incoming.field(key.incoming());
        if (isRounded(model, key)) {
            return key.compared(
                    value.cast(key.column().getDataType()).coerce(key.incoming().type()));
        }
        Field<V> column = key.column().coerce(key.incoming().type());
        return key.compared(
                coalesce(value, field(select(column).from(model.table()).where(falseCondition()))));
    }
}
