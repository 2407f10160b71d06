// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.PdnfModel;
import io.bulkdsl.internal.render.PdnfRenderer;
import io.bulkdsl.internal.source.BindLimit;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.RowReader;
import io.bulkdsl.internal.source.Rows;
import io.bulkdsl.internal.source.SourceChoice;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Name;
import org.jooq.impl.DSL;

/** From the rows of {@code pdnf} to its condition. */
public final class Disjunction {

    /** Up to here PostgreSQL answers OR of ANDs as fast as a join, and the SQL reads better; see docs/semantics.md. */
    private static final int READABLE_ROWS = 20;

    private static final Name INCOMING = DSL.name("incoming");

    public static <E> Condition of(PdnfModel<E> model, Rows<E> rows) {
        List<IncomingRow<E>> incoming = RowReader.read(rows, model.keys());
        PdnfRenderer<E> renderer = new PdnfRenderer<>(model);
        return incoming.size() <= READABLE_ROWS
                ? renderer.eitherOf(incoming.stream().map(IncomingRow::values).toList())
                : BindLimit.checked(
                        renderer.existsIn(table(model, incoming)),
                        "pdnf",
                        incoming.size(),
                        model.keys().size());
    }

    private static <E> IncomingTable table(PdnfModel<E> model, List<IncomingRow<E>> incoming) {
        return SourceChoice.inOneQuery(RowSource.AUTO, "pdnf", model.keys(), incoming.size())
                .open(INCOMING, model.keys(), incoming, false);
    }

    private Disjunction() {}
}
