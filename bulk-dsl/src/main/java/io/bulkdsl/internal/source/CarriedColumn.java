// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.Incoming;
import java.util.Optional;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A column of the incoming table that travels with others of its kind: in an array or by COPY.
 *
 * @param form how its values are written as text
 * @param isCast whether it arrives as text and is cast on the server, since its type can't be that of an array's elements
 */
record CarriedColumn<V>(Incoming<?, V> incoming, TextForm form, boolean isCast) {

    /** Empty for a type of which it isn't known how it is written. */
    static Optional<? extends CarriedColumn<?>> of(Cell<?> cell) {
        return of(cell.incoming());
    }

    private static <V> Optional<CarriedColumn<V>> of(Incoming<?, V> incoming) {
        return TextForm.of(incoming.type())
                .map(form -> new CarriedColumn<>(incoming, form, !isElement(incoming.type())));
    }

    /**
     * jOOQ sends an array with an empty byte array in it as a malformed literal, dates before the first year as {@code
     * -0043-03-15} and intervals without their second sign, hence nothing binary and no dates, times or intervals.
     */
    private static boolean isElement(DataType<?> type) {
        if (type.isArray()
                || type.isUDT()
                || type.isRecord()
                || type.isBinary()
                || type.isTemporal()
                || type.isOther()) {
            return false;
        }
        try {
            type.array();
            return true;
        } catch (DataTypeException e) {
            return false;
        }
    }

    Name name() {
        return DSL.name(incoming.name());
    }

    /** What it has while it travels. */
    DataType<?> carriedType() {
        return isCast ? SQLDataType.CLOB : incoming.type();
    }

    /** What it has become in the table {@code alias}. */
    Field<?> arrived(Name alias) {
        Field<String> text = DSL.field(alias.append(incoming.name()), SQLDataType.CLOB);
        return isCast ? cast(text).as(name()) : DSL.field(alias.append(incoming.name()), incoming.type());
    }

    private Field<V> cast(Field<String> text) {
        return UserBinding.has(incoming.type())
                ? new UserBinding<>(incoming.type()).around(text)
                : text.cast(incoming.type());
    }
}
