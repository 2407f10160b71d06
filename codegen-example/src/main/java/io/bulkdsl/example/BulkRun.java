// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.Totals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Runs bulk statements in one transaction: shows each once, sends many rows in portions, counts what changed. */
final class BulkRun {
    private static final int ROWS = 1_000;

    private final DSLContext ctx;
    private final StatementsShown shown;
    private final Map<String, Totals> upserted = new LinkedHashMap<>();
    private final Map<String, Integer> updated = new TreeMap<>();

    BulkRun(DSLContext ctx, StatementsShown shown) {
        this.ctx = ctx;
        this.shown = shown;
    }

    /** What became of each row. The statement is shown alone, without what ties its outcomes to the rows. */
    <E> List<Outcome<E, Record>> upsert(String name, BulkUpsert<?, E> definition, List<E> rows) {
        shown.show(name, two -> definition.rows(two).query(), rows);
        List<Outcome<E, Record>> all = new ArrayList<>();
        for (List<E> portion : Portions.of(ROWS, rows)) {
            Outcomes<E, Record> outcomes = definition.rows(portion).fetchOutcomes(ctx);
            upserted.merge(name, outcomes.totals(), Totals::plus);
            all.addAll(outcomes.rows());
        }
        return all;
    }

    <E> void execute(String name, Function<List<E>, BulkStatement<E>> statement, List<E> rows) {
        shown.show(name, two -> statement.apply(two).query(), rows);
        for (List<E> portion : Portions.of(ROWS, rows)) {
            updated(name, statement.apply(portion).execute(ctx));
        }
    }

    /** The code points that are in the table; each now has the uses. */
    List<Met> count(List<Use> uses) {
        shown.show("COUNT", two -> Statements.countReturning(two).query(), uses);
        List<Met> met = new ArrayList<>();
        for (List<Use> portion : Portions.of(ROWS, uses)) {
            Statements.countReturning(portion).fetchRows(ctx).forEach(row -> met.add(Met.of(row)));
        }
        updated("COUNT", met.size());
        return met;
    }

    /** What the upserts did, by statement, in the order of the statements. */
    Map<String, Totals> upserted() {
        return upserted;
    }

    /** How many rows the updates changed, by statement. */
    Map<String, Integer> updated() {
        return updated;
    }

    private void updated(String name, int rows) {
        updated.merge(name, rows, Integer::sum);
    }
}
