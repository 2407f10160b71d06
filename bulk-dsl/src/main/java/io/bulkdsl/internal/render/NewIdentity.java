// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;

import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.InsertModel.Overriding;
import io.bulkdsl.internal.model.TypeWithoutLength;
import io.bulkdsl.internal.model.Upserted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Identity;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * How a new row is told from the other new ones, so that what the database generated gets back to the input row it belongs
 * to: by its primary key, which the input gives or which is drawn before, from where the database would draw it. Never by
 * position.
 *
 * <pre>
 * incoming as (select incoming.row_number, incoming.isbn, nextval((select coalesce(pg_get_serial_sequence('book', 'id'), …)::regclass)) as target_1
 *              from (values …) as incoming (row_number, isbn))
 * </pre>
 */
record NewIdentity(InsertModel<?, ?> model, Target target) {

    static NewIdentity of(InsertModel<?, ?> model) {
        return new NewIdentity(model, Target.required(model, "a new row is tied to its input row"));
    }

    CommonTableExpression<Record> incoming(IncomingTable rows) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(rows.ordinal());
        model.cells().forEach(cell -> columns.add(rows.field(cell.incoming())));
        for (int i = 0; i < target.columns().size(); i++) {
            columns.add(value(target.columns().get(i), rows).as(IncomingTable.target(i + 1)));
        }
        return DSL.name(rows.alias().last()).as(select(columns).from(rows.table()));
    }

    /** Whether the column's value is made in {@link #incoming}. */
    boolean includes(Field<?> column) {
        return target.columns().contains(column);
    }

    /** Whether an identity column that is generated always gets a value that is drawn before. */
    boolean drawsIdentity() {
        return target.columns().stream()
                .anyMatch(column -> isIdentity(column) && set(column).isEmpty());
    }

    /** Whether several input rows may have one key: the first is inserted, and the others are conflicts. */
    boolean mayRepeat() {
        return model.doNothing()
                && target.columns().stream().allMatch(column -> set(column).isPresent());
    }

    /** {@code book.id as target_1, …}, for {@code returning}. */
    List<QueryPart> returned() {
        return target.declared();
    }

    /** {@code inserted.target_1 = cast(incoming.target_1 as varchar(20))}: as the column keeps what it was given. */
    List<Condition> same(Name inserted, IncomingTable incoming) {
        List<Field<?>> stored = target.of(inserted);
        List<Field<?>> given = target.of(incoming.alias());
        List<Condition> same = new ArrayList<>();
        for (int i = 0; i < target.columns().size(); i++) {
            same.add(same(stored.get(i), given.get(i)));
        }
        return same;
    }

    private static <T> Condition same(Field<T> stored, Field<?> given) {
        DataType<T> type = stored.getDataType();
        return TypeWithoutLength.of(type) == type ? stored.eq(given.coerce(type)) : stored.eq(given.cast(type));
    }

    /**
     * {@code coalesce(incoming.row_number, cast(concat('…a trigger changed…', inserted.target_1) as integer))}: a row
     * that can't be attributed fails the statement, so that nothing is written.
     */
    Field<Integer> rowNumber(Name inserted, IncomingTable incoming) {
        return coalesce(incoming.ordinal(), ChangedKey.error(target.of(inserted).get(0)));
    }

    /** Cast without a length, which would cut what the column refuses. */
    private Field<?> value(Field<?> column, IncomingTable rows) {
        Optional<? extends Upserted<?>> set = set(column);
        if (set.isPresent()) {
            return set.get().inserted(rows).cast(TypeWithoutLength.of(column.getDataType()));
        } else if (isIdentity(column)) {
            return NextValue.of(model.table(), column);
        }
        Field<?> byDefault = column.getDataType().defaultValue();
        if (byDefault == null) {
            throw new IllegalStateException(model.description()
                    + ": which input row a new row belongs to can't be told, since nothing is known to fill the primary key's column "
                    + column.getName() + " before the row is there; set it, or use execute() or returning(…).fetch");
        }
        return byDefault.cast(TypeWithoutLength.of(column.getDataType()));
    }

    private Optional<? extends Upserted<?>> set(Field<?> column) {
        return model.overriding() == Overriding.USER_VALUE && isIdentity(column)
                ? Optional.empty()
                : model.inserted().stream()
                        .filter(upserted -> upserted.column().equals(column))
                        .findFirst();
    }

    private boolean isIdentity(Field<?> column) {
        Identity<?, ?> identity = model.table().getIdentity();
        return identity != null && column.equals(model.table().field(identity.getField()));
    }
}
