package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.least;

import org.jooq.Field;

/**
 * {@code column = least(column, incoming)}, which PostgreSQL computes without the nulls. It can't fold: which of two
 * values is smaller is for the server's collation to say.
 */
public final class Least<T> implements SameType<T> {

    @Override
    public Field<T> apply(Field<T> current, Field<T> incoming) {
        return least(current, incoming);
    }
}
