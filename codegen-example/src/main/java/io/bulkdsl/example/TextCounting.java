// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.contract.Status.DUPLICATE;
import static io.bulkdsl.example.db.Tables.TEXT;

import io.bulkdsl.Outcome;
import io.bulkdsl.example.db.tables.records.CategoryRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** Brings the tables up to date with some texts, in one transaction: all of it or nothing. */
final class TextCounting {

    private TextCounting() {}

    static Counted count(DSLContext ctx, StatementsShown shown, List<ReadText> texts) {
        return ctx.transactionResult(
                transaction -> count(transaction.dsl(), new BulkRun(transaction.dsl(), shown), texts));
    }

    private static Counted count(DSLContext ctx, BulkRun run, List<ReadText> texts) {
        TableLock.take(ctx, TEXT);
        List<ReadText> counted = new ArrayList<>();
        List<ReadText> copies = new ArrayList<>();
        List<ReadText> distinct = new ArrayList<>();
        // Only a text whose row was created adds to the counts, so that they are right however often it is read.
        for (Outcome<ReadText, ?> text : run.upsert("KEEP_TEXTS", Statements.KEEP_TEXTS, texts)) {
            (text.created() ? counted : copies).add(text.element());
            if (text.status() != DUPLICATE) {
                distinct.add(text.element());
            }
        }
        run.upsert("KEEP_FILES", Statements.KEEP_FILES, texts);
        run.upsert("KEEP_CHARACTERS", Statements.KEEP_CHARACTERS, TextCharacter.in(distinct));

        List<Use> uses = Use.in(counted);
        List<Met> met = run.count(uses);
        List<CategoryRecord> categories = met.stream().map(Met::categoryRecord).toList();
        run.execute("MEASURE", Statements.MEASURE::rows, met.isEmpty() ? List.of() : Utf8Length.ALL);
        run.execute("COUNT_SCRIPTS", Statements.COUNT_SCRIPTS::rows, met);
        run.execute("COUNT_BLOCKS", Statements.COUNT_BLOCKS::rows, met);
        run.execute("COUNT_CATEGORIES", Statements.COUNT_CATEGORIES::rows, categories);
        return new Counted(counted, copies, uses, met, run.upserted(), run.updated());
    }
}
