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
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;

/** From the rows of {@code pdnf} to its condition. Many go by VALUES where the configuration that renders it prefers them. */
public final class Disjunction {

    /** Up to here PostgreSQL answers OR of ANDs as fast as a join, and the SQL reads better; see docs/semantics.md. */
    private static final int READABLE_ROWS = 20;

    private static final Name INCOMING = DSL.name("incoming");

    public static <E> Condition of(PdnfModel<E> model, Rows<E> rows) {
        List<IncomingRow<E>> incoming = RowReader.read(rows, model.keys());
        if (incoming.size() <= READABLE_ROWS) {
            return new PdnfRenderer<>(model)
                    .eitherOf(incoming.stream().map(IncomingRow::values).toList());
        }
        Condition chosen = semiJoin(RowSource.AUTO, model, incoming);
        return CustomCondition.of(ctx -> ctx.visit(
                ctx.configuration().data(RowSource.class) == RowSource.VALUES
                        ? semiJoin(RowSource.VALUES, model, incoming)
                        : chosen));
    }

    private static <E> Condition semiJoin(RowSource source, PdnfModel<E> model, List<IncomingRow<E>> incoming) {
        IncomingTable table = SourceChoice.inOneQuery(source, "pdnf", model.keys(), incoming.size())
                .open(INCOMING, model.keys(), incoming, false);
        return BindLimit.checked(
                new PdnfRenderer<>(model).existsIn(table),
                "pdnf",
                incoming.size(),
                model.keys().size());
    }

    private Disjunction() {}
}
