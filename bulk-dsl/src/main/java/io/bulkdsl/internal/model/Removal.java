// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.internal.model.Assignment.WithoutIncoming;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What a sync does with rows in its scope that the input doesn't have. */
public sealed interface Removal {

    /** Rows that count as there. */
    default Condition present() {
        return DSL.noCondition();
    }

    /** They stay as they are. */
    record Keep() implements Removal {}

    /** {@code delete}. */
    record Delete() implements Removal {}

    /**
     * {@code update … set mark = …}, where the mark is null or false. A row that comes back loses its mark.
     *
     * @param mark the column that says that a row is deleted
     * @param sets what is set, the mark first
     */
    record Mark(Field<?> mark, List<WithoutIncoming<?, ?>> sets) implements Removal {

        @Override
        public Condition present() {
            return isFlag(mark) ? flag(mark).isFalse().or(mark.isNull()) : mark.isNull();
        }

        /** What a row that is given gets: null, but a flag that is null or false stays as it is. */
        static <T> Field<T> absent(Field<T> mark) {
            return isFlag(mark)
                    ? DSL.when(flag(mark).isTrue(), DSL.inline(false).coerce(mark.getDataType()))
                            .otherwise(mark)
                    : DSL.castNull(mark.getDataType());
        }

        private static boolean isFlag(Field<?> mark) {
            return mark.getType() == Boolean.class;
        }

        private static Field<Boolean> flag(Field<?> mark) {
            return mark.coerce(Boolean.class);
        }

        Mark and(WithoutIncoming<?, ?> another) {
            return new Mark(mark, Appended.to(sets, another));
        }
    }

    /** How, if removed rows are marked. */
    default Optional<Mark> marking() {
        return this instanceof Mark mark ? Optional.of(mark) : Optional.empty();
    }
}
