// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.rtrim;
import static org.jooq.impl.DSL.substring;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * Which blanks at the end of a key's text don't count: in a column of type {@code char(n)} all of them, in one of {@code
 * varchar(n)} those after the n-th character, which the assignment drops without a word.
 *
 * @param after how many characters count whatever they are
 */
public record TrailingBlanks(int after) {

    private static final TrailingBlanks ALL_COUNT = new TrailingBlanks(Integer.MAX_VALUE);

    public static TrailingBlanks of(StatementModel<?> model, Key<?, ?, ?> key) {
        DataType<?> column = key.column().getDataType();
        boolean isStored = model instanceof UpsertModel;
        if (!column.isString() || (key.isComparedByExpression() && !isStored)) {
            return ALL_COUNT;
        } else if (TypeWithoutLength.isCharacter(column)) {
            return new TrailingBlanks(0);
        }
        return isStored && column.lengthDefined() ? new TrailingBlanks(column.length()) : ALL_COUNT;
    }

    public String without(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int left = end == text.length() ? 0 : Math.max(0, after - text.codePointCount(0, end));
        return text.substring(0, (int) Math.min(text.length(), (long) end + left));
    }

    public <V> Field<V> without(Field<V> value) {
        if (after == Integer.MAX_VALUE) {
            return value;
        }
        Field<String> text = value.coerce(SQLDataType.VARCHAR);
        Field<String> counting =
                after == 0 ? rtrim(text) : left(text, inline(after)).concat(rtrim(substring(text, inline(after + 1))));
        return counting.coerce(value.getDataType());
    }
}
