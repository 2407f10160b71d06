package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.greatest;

import org.jooq.Field;

/**
 * {@code column = greatest(column, incoming)}, which PostgreSQL computes without the nulls. It can't fold: which of two
 * values is larger is for the server's collation to say.
 */
public final class Greatest<T> implements SameType<T> {

    @Override
    public Field<T> apply(Field<T> current, Field<T> incoming) {
        return greatest(current, incoming);
    }
}
