// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.render.StatementRenderer;
import io.bulkdsl.internal.source.BindLimit;
import io.bulkdsl.internal.source.DuplicateRows;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.RowReader;
import io.bulkdsl.internal.source.Rows;
import io.bulkdsl.internal.source.ValuesSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;

/** A definition with rows: from the caller's elements to jOOQ's query, and to its execution. */
public record Statement<E>(Definition<E> definition, Rows<E> rows) {

    /** Reads the rows; the values are checked, duplicates settled. */
    public List<IncomingRow<E>> read() {
        return DuplicateRows.settle(model(), RowReader.read(rows, model().cells()));
    }

    /** The same where a server can be asked what its equality is. */
    public List<IncomingRow<E>> read(DSLContext ctx) {
        List<IncomingRow<E>> incoming = read();
        Map<Integer, Integer> firstOfSameKey = definition.equality().firstOfSameKey(ctx, model(), incoming);
        return firstOfSameKey.isEmpty() ? incoming : DuplicateRows.settle(model(), incoming, firstOfSameKey);
    }

    /** {@code incoming.row_number}. */
    public Field<Integer> ordinal() {
        return IncomingTable.ordinalOf(IncomingTable.aliasFor(model().table()));
    }

    public RowCountQuery query() {
        return query(read());
    }

    public ResultQuery<Record> returning(List<IncomingRow<E>> incoming, Collection<? extends Field<?>> fields) {
        return checked(renderer().render(table(incoming, true), fields), incoming);
    }

    public Result<Record> fetch(DSLContext ctx, List<IncomingRow<E>> incoming, Collection<? extends Field<?>> fields) {
        return Refusal.explained(model(), () -> ctx.fetch(returning(incoming, fields)));
    }

    public int execute(DSLContext ctx) {
        List<IncomingRow<E>> incoming = read(ctx);
        return incoming.isEmpty() ? 0 : Refusal.explained(model(), () -> ctx.execute(query(incoming)));
    }

    private RowCountQuery query(List<IncomingRow<E>> incoming) {
        return checked(definition.renderer().render(table(incoming, renderer().needsOrdinal())), incoming);
    }

    private IncomingTable table(List<IncomingRow<E>> incoming, boolean ordinal) {
        return ValuesSource.open(IncomingTable.aliasFor(model().table()), model().cells(), incoming, ordinal);
    }

    private <Q extends QueryPart> Q checked(Q query, List<IncomingRow<E>> incoming) {
        return BindLimit.checked(
                query, model().description(), incoming.size(), model().cells().size() + 1);
    }

    private StatementModel<E> model() {
        return definition.model();
    }

    private StatementRenderer renderer() {
        return definition.renderer();
    }
}
