// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** Shows the SQL of each statement and condition when it is first used; of its rows only the first and the last. */
final class StatementsShown {
    private static final DSLContext READABLE = DSL.using(
            SQLDialect.POSTGRES,
            new Settings()
                    .withRenderFormatted(true)
                    .withRenderSchema(false)
                    .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED));
    private static final int WIDTH = 150;

    private final Screen screen;
    private final Set<String> shown = new HashSet<>();
    private final List<String> waiting = new ArrayList<>();

    StatementsShown(Screen screen) {
        this.screen = screen;
    }

    <E> void show(String name, Function<List<E>, ? extends QueryPart> statement, List<E> rows) {
        if (!rows.isEmpty() && shown.add(name)) {
            boolean few = rows.size() <= 2;
            List<E> two = few ? rows : List.of(rows.get(0), rows.get(rows.size() - 1));
            waiting.add("\n-- " + name + (few ? "" : ", here with the first and the last of " + rows.size() + " rows"));
            READABLE.renderInlined(statement.apply(two))
                    .lines()
                    .map(StatementsShown::shortened)
                    .forEach(waiting::add);
        }
    }

    /** Prints what there is to show; not while a progress bar has the last line of the screen. */
    void print() {
        waiting.forEach(screen::tell);
        waiting.clear();
    }

    private static String shortened(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
