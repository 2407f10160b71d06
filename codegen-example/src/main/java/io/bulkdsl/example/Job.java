// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import io.bulkdsl.progressbar.BulkProgressBar;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The whole job, from an empty database to what was found. */
final class Job {
    private static final int TEXTS_IN_A_TRANSACTION = 250;

    private final long start = System.nanoTime();
    private final Tally tally = new Tally();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Screen screen;
    private final StatementsShown shown;

    Job(Screen screen) {
        this.screen = screen;
        this.shown = new StatementsShown(screen);
    }

    /** Answers whether nothing had to be skipped. */
    boolean run(Server server, FoundTexts found) throws SQLException {
        try (Connection connection = server.connect()) {
            screen.tell("PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + ", " + server.kind());
            Schema.migrate(server);
            DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
            ctx.transaction(transaction -> loadCodePoints(transaction.dsl()));
            skipped.addAll(found.skipped());
            count(ctx, found.sources());
            shown.print();
            new Findings(ctx, screen, shown).print();
        }
        skipped.forEach(one -> screen.warn("skipped " + one.name() + ": " + one.reason()));
        screen.say("\n" + tally.summary(skipped.size(), (System.nanoTime() - start) / 1e9));
        return skipped.isEmpty();
    }

    private void loadCodePoints(DSLContext ctx) {
        CodePointLoader loader = new CodePointLoader(ctx, screen);
        if (loader.isNeeded()) {
            List<UnicodeCharacter> characters = UnicodeCharacter.all();
            loader.load(characters);
            screen.tell("%,d code points loaded".formatted(characters.size()));
        } else {
            screen.tell("code points loaded by an earlier run");
        }
    }

    private void count(DSLContext ctx, List<TextSource> sources) {
        try (BulkProgressBar progress = screen.progress("Reading texts", "texts", sources.size())) {
            for (List<TextSource> portion : Portions.of(TEXTS_IN_A_TRANSACTION, sources)) {
                List<ReadText> texts = read(portion, progress);
                if (!texts.isEmpty()) {
                    tally.add(TextCounting.count(ctx, shown, texts));
                }
            }
        }
    }

    private List<ReadText> read(List<TextSource> sources, BulkProgressBar progress) {
        List<ReadText> texts = new ArrayList<>();
        for (TextSource source : sources) {
            try {
                texts.add(ReadText.of(source));
            } catch (IOException e) {
                skipped.add(new Skipped(source.name(), Reason.of(e)));
            }
            progress.step(1);
        }
        return texts;
    }
}
