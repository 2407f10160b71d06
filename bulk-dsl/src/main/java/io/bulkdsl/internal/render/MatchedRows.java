// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.StatementModel;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;

/**
 * The rows of the table that belong to incoming rows, at most one of these each:
 *
 * <pre>
 * (values (?), (?)) as incoming (isbn)  …  book.isbn = incoming.isbn [and (condition)]
 * </pre>
 *
 * With operators other than equality {@link FirstMatch} takes the place of the values.
 *
 * @param incoming what the statement reads from
 * @param conditions what ties that to the table
 */
record MatchedRows(IncomingTable incoming, List<Condition> conditions) {

    static <E> MatchedRows of(StatementModel<E> model, List<Condition> where, IncomingTable rows) {
        IncomingTable source = rows;
        List<Condition> conditions = new ArrayList<>();
        if (!model.matchesByEquality()) {
            source = FirstMatch.of(model, where, rows);
            conditions.addAll(FirstMatch.join(model, source));
        }
        for (Key<E, ?, ?> key : model.keys()) {
            conditions.add(key.match(source));
        }
        conditions.addAll(where);
        return new MatchedRows(source, conditions);
    }
}
