// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.PdnfModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The condition of {@code pdnf}. For a few rows, what its name says:
 *
 * <pre>
 * (book.id = any (?) and book.title = ?) or (book.id = any (?) and book.title = ?)
 * </pre>
 *
 * and for many, which PostgreSQL would take seconds to plan like that, a semi-join:
 *
 * <pre>
 * exists (select 1 from … as incoming (id, title) where book.id = incoming.id and book.title = incoming.title)
 * </pre>
 */
public record PdnfRenderer<E>(PdnfModel<E> model) {

    /**
     * The readable form.
     *
     * @param rows the values of each row, one for each key
     */
    public Condition eitherOf(List<List<@Nullable Object>> rows) {
        return DSL.or(rows.stream().map(this::all).toList());
    }

    public Condition existsIn(IncomingTable rows) {
        List<Condition> matches = new ArrayList<>();
        model.keys().forEach(key -> matches.add(key.match(rows)));
        return Exists.in(rows.table(), matches);
    }

    private Condition all(List<@Nullable Object> values) {
        return DSL.and(IntStream.range(0, values.size())
                .mapToObj(i -> model.keys().get(i).match(values.get(i)))
                .toList());
    }
}
