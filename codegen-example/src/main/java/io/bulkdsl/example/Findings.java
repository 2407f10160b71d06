// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.example.db.Tables.BLOCK;
import static io.bulkdsl.example.db.Tables.CODE_POINT;
import static io.bulkdsl.example.db.Tables.SCRIPT;

import io.bulkdsl.example.db.tables.records.CodePointRecord;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/** What the tables tell after counting, about all texts they ever counted. */
record Findings(DSLContext ctx, Screen screen, StatementsShown shown) {
    private static final int ASCII_ENDS = 0x80;
    private static final int MOST = 12;

    void print() {
        print("Scripts and blocks in use", scriptsAndBlocks());

        shown.show("OF_SCRIPT_AND_CATEGORY", Questions.OF_SCRIPT_AND_CATEGORY::rows, Questions.LETTERS_AND_SIGNS);
        Condition lettersAndSigns = Questions.OF_SCRIPT_AND_CATEGORY.rows(Questions.LETTERS_AND_SIGNS);
        print(
                "Letters and signs beyond ASCII, most used first",
                characters(lettersAndSigns.and(CODE_POINT.CODE.ge(ASCII_ENDS)), CODE_POINT.USES.desc()));

        shown.show("AMONG_LOOK_ALIKES", Questions.AMONG_LOOK_ALIKES::rows, LookAlikes.KNOWN);
        print("Characters that look alike, yet differ", lookAlikes());

        shown.show("RARELY_USED", Questions.RARELY_USED::rows, Questions.RARE);
        print("Rare letters and signs", characters(Questions.RARELY_USED.rows(Questions.RARE), CODE_POINT.USES.asc()));
    }

    private void print(String heading, TextTable table) {
        shown.print();
        screen.say("\n" + heading);
        screen.say((table.isEmpty() ? "none" : table.toString()).indent(2).stripTrailing());
    }

    private TextTable scriptsAndBlocks() {
        TextTable table = new TextTable("", "uses", "used", "of", "characters");
        ctx.selectFrom(SCRIPT)
                .where(SCRIPT.USES.gt(0L))
                .orderBy(SCRIPT.USES.desc(), SCRIPT.NAME)
                .limit(MOST)
                .forEach(s -> table.row("Script " + s.getName(), s.getUses(), s.getUsed(), s.getCodePoints(), ""));
        ctx.selectFrom(BLOCK)
                .where(BLOCK.USES.gt(0L))
                .orderBy(BLOCK.USES.desc(), BLOCK.NAME)
                .limit(MOST)
                .forEach(b -> table.row(
                        "Block " + b.getName(), b.getUses(), b.getUsed(), b.getCodePoints(), start(b.getCharacters())));
        return table;
    }

    private static String start(@Nullable String characters) {
        if (characters == null) {
            return "";
        }
        return characters.codePointCount(0, characters.length()) <= 40
                ? characters
                : characters.substring(0, characters.offsetByCodePoints(0, 39)) + "…";
    }

    private TextTable characters(Condition wanted, OrderField<?> order) {
        TextTable table = new TextTable("code", "uses", "files", "name", "", "first in");
        ctx.selectFrom(CODE_POINT)
                .where(wanted, CODE_POINT.USES.gt(0L))
                .orderBy(order, CODE_POINT.CODE)
                .limit(MOST)
                .forEach(c -> table.row(
                        code(c),
                        c.getUses(),
                        c.getFiles().length,
                        c.getName(),
                        Glyph.of(c.getCode()),
                        c.getFirstFile()));
        return table;
    }

    private static String code(CodePointRecord character) {
        return "U+%04X".formatted(character.getCode());
    }

    private TextTable lookAlikes() {
        TextTable table = new TextTable("", "code", "uses", "files", "name", "");
        List<CodePointRecord> used = ctx.selectFrom(CODE_POINT)
                .where(Questions.AMONG_LOOK_ALIKES.rows(LookAlikes.KNOWN), CODE_POINT.USES.gt(0L))
                .orderBy(CODE_POINT.USES.desc(), CODE_POINT.CODE)
                .fetch();
        for (LookAlikes alike : LookAlikes.KNOWN) {
            List<CodePointRecord> these = used.stream()
                    .filter(c -> alike.codes().contains(c.getCode()))
                    .toList();
            String kind = alike.kind();
            for (CodePointRecord c : these.size() > 1 ? these : List.<CodePointRecord>of()) {
                table.row(kind, code(c), c.getUses(), c.getFiles().length, c.getName(), Glyph.of(c.getCode()));
                kind = "";
            }
        }
        return table;
    }
}
