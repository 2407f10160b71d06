// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.example.db.Tables.TEXT_FILE;
import static org.jooq.impl.DSL.row;

import io.bulkdsl.example.db.tables.records.CategoryRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** Brings the tables up to date with some texts, in one transaction: all of it or nothing. */
final class TextCounting {

    private TextCounting() {}

    static Counted count(DSLContext ctx, StatementsShown shown, List<ReadText> texts) {
        return ctx.transactionResult(
                transaction -> count(transaction.dsl(), new BulkRun(transaction.dsl(), shown), texts));
    }

    private static Counted count(DSLContext ctx, BulkRun run, List<ReadText> texts) {
        TableLock.take(ctx, TEXT_FILE);
        Set<String> unseen = insertUnseen(ctx, texts);
        List<ReadText> counted = new ArrayList<>();
        List<ReadText> copies = new ArrayList<>();
        // Of several texts with the same content the first is counted.
        texts.forEach(text -> (unseen.remove(text.sha256()) ? counted : copies).add(text));

        List<Use> uses = Use.in(counted);
        List<Met> met = run.count(uses);
        List<CategoryRecord> categories = met.stream().map(Met::categoryRecord).toList();
        run.execute("MEASURE", Statements.MEASURE::rows, met.isEmpty() ? List.of() : Utf8Length.ALL);
        run.execute("COUNT_SCRIPTS", Statements.COUNT_SCRIPTS::rows, met);
        run.execute("COUNT_BLOCKS", Statements.COUNT_BLOCKS::rows, met);
        run.execute("COUNT_CATEGORIES", Statements.COUNT_CATEGORIES::rows, categories);
        run.execute(
                "NOTE_COPIES",
                Statements.NOTE_COPIES::rows,
                copies.stream().map(Copy::of).toList());
        return new Counted(counted, copies, uses, met, run.updated());
    }

    private static Set<String> insertUnseen(DSLContext ctx, List<ReadText> texts) {
        return ctx.insertInto(
                        TEXT_FILE,
                        TEXT_FILE.SHA256,
                        TEXT_FILE.NAMES,
                        TEXT_FILE.CHARACTERS,
                        TEXT_FILE.LINES,
                        TEXT_FILE.BYTES)
                .valuesOfRows(texts.stream()
                        .map(text -> row(
                                text.sha256(),
                                new String[] {text.name()},
                                text.characters(),
                                text.lines(),
                                text.bytes()))
                        .toList())
                .onConflictDoNothing()
                .returningResult(TEXT_FILE.SHA256)
                .fetchSet(TEXT_FILE.SHA256);
    }
}
