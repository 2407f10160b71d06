// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.example.db.Tables.BLOCK;
import static io.bulkdsl.example.db.Tables.CATEGORY;
import static io.bulkdsl.example.db.Tables.CODE_POINT;
import static io.bulkdsl.example.db.Tables.SCRIPT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectCount;

import io.bulkdsl.progressbar.BulkProgressBar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** Fills the tables with the JDK's Unicode character database: all of it or nothing. */
record CodePointLoader(DSLContext ctx, Screen screen) {
    private static final int ROWS = 2_000;

    boolean isNeeded() {
        TableLock.take(ctx, CODE_POINT);
        return !ctx.fetchExists(CODE_POINT);
    }

    void load(List<UnicodeCharacter> characters) {
        loadSizes(SCRIPT, SCRIPT.NAME, SCRIPT.CODE_POINTS, sizes(characters, UnicodeCharacter::script));
        loadSizes(BLOCK, BLOCK.NAME, BLOCK.CODE_POINTS, sizes(characters, UnicodeCharacter::block));
        try (BulkProgressBar progress = screen.progress("Loading code points", "code points", characters.size())) {
            for (List<UnicodeCharacter> portion : Portions.of(ROWS, characters)) {
                insert(portion);
                progress.step(portion.size());
            }
        }
        ctx.update(CATEGORY)
                .set(
                        CATEGORY.CODE_POINTS,
                        field(selectCount().from(CODE_POINT).where(CODE_POINT.CATEGORY.eq(CATEGORY.CODE))))
                .execute();
    }

    private void insert(List<UnicodeCharacter> characters) {
        ctx.insertInto(
                        CODE_POINT,
                        CODE_POINT.CODE,
                        CODE_POINT.NAME,
                        CODE_POINT.SCRIPT,
                        CODE_POINT.BLOCK,
                        CODE_POINT.CATEGORY)
                .valuesOfRows(characters.stream()
                        .map(c -> row(c.code(), c.name(), c.script(), c.block(), c.category()))
                        .toList())
                .execute();
    }

    private void loadSizes(Table<?> table, Field<String> name, Field<Integer> codePoints, Map<String, Integer> sizes) {
        ctx.insertInto(table, name, codePoints)
                .valuesOfRows(sizes.entrySet().stream()
                        .map(size -> row(size.getKey(), size.getValue()))
                        .toList())
                .execute();
    }

    private static Map<String, Integer> sizes(
            List<UnicodeCharacter> characters, Function<UnicodeCharacter, String> group) {
        return characters.stream().collect(groupingBy(group, TreeMap::new, summingInt(character -> 1)));
    }
}
