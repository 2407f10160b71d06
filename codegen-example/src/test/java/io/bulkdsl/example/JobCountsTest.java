// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.example.TextFiles.write;
import static io.bulkdsl.example.db.Tables.BLOCK;
import static io.bulkdsl.example.db.Tables.CATEGORY;
import static io.bulkdsl.example.db.Tables.CODE_POINT;
import static io.bulkdsl.example.db.Tables.SCRIPT;
import static io.bulkdsl.example.db.Tables.TEXT_CHARACTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.sum;

import io.bulkdsl.example.db.enums.GeneralCategory;
import io.bulkdsl.example.db.tables.records.CodePointRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a run of the whole job counts, and what it says of it. */
class JobCountsTest {

    @RegisterExtension
    static final CodePointDatabase DATABASE = new CodePointDatabase();

    @TempDir
    Path folder;

    @Test
    void countsEachCharacterOfEachText() throws IOException {
        write(folder, "a.txt", "Hello, Wörld!\nπ ≈ 3.14159\r\n");
        write(folder, "b/c.md", "\uFEFFпривет 😀😀 漢字 e\u0301\0\t");
        write(folder, "b/d", "");

        Run run = DATABASE.run(folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(DATABASE.uses()).isEqualTo(TextFiles.uses(folder));
        assertThat(run.out())
                .contains("texts read     3: 3 counted, 0 the same as one of these, 0 counted by an earlier run\n")
                .contains("texts skipped  0\n")
                .contains("newly counted  %d characters, 2 lines, %d bytes\n"
                        .formatted(
                                TextFiles.uses(folder).values().stream()
                                        .mapToLong(uses -> uses)
                                        .sum(),
                                TextFiles.bytes(folder)));
    }

    @Test
    void changesEachColumnInItsOwnWay() throws IOException {
        Path first = write(folder, "first", "äÄ");
        Path second = write(folder, "second", "ää€");
        Path third = write(folder, "third", "ä");

        DATABASE.run(first.toString());
        OffsetDateTime firstSeen = DATABASE.ctx()
                .fetchSingle(CODE_POINT, CODE_POINT.CODE.eq((int) 'ä'))
                .getFirstSeen();
        DATABASE.run(third.toString(), second.toString());

        write(folder, "first", "Ä changed");
        DATABASE.run(first.toString());

        CodePointRecord row = DATABASE.ctx().fetchSingle(CODE_POINT, CODE_POINT.CODE.eq((int) 'Ä'));
        assertThat(row.getUses()).isEqualTo(2);
        assertThat(row.getFiles()).containsExactly(first.toString());
        row = DATABASE.ctx().fetchSingle(CODE_POINT, CODE_POINT.CODE.eq((int) 'ä'));
        assertThat(row.getUses()).isEqualTo(4);
        assertThat(row.getMostInOneFile()).isEqualTo(2);
        assertThat(row.getFirstFile()).isEqualTo(first.toString());
        assertThat(row.getFiles()).containsExactly(first.toString(), third.toString(), second.toString());
        assertThat(row.getFirstSeen()).isEqualTo(firstSeen).isBefore(row.getLastSeen());
        assertThat(DATABASE.ctx().fetchSingle(BLOCK, BLOCK.NAME.eq("Latin 1 supplement")))
                .returns("Ää", block -> block.getCharacters())
                .returns(2, block -> block.getUsed())
                .returns(6L, block -> block.getUses());
        assertThat(DATABASE.ctx().fetchSingle(SCRIPT, SCRIPT.NAME.eq("Latin")))
                .returns(9, script -> script.getUsed())
                .returns(13L, script -> script.getUses());
        assertThat(DATABASE.ctx().fetchSingle(CATEGORY, CATEGORY.CODE.eq(GeneralCategory.Sc)))
                .returns(1, category -> category.getUsed())
                .returns(1L, category -> category.getUses());
    }

    @Test
    void measuresWithRangesAsKeys() throws IOException {
        Path text = write(folder, "text", "aä€😀");

        DATABASE.run(text.toString());

        assertThat(DATABASE.ctx()
                        .selectFrom(CODE_POINT)
                        .where(CODE_POINT.USES.gt(0L))
                        .fetchMap(CODE_POINT.CODE, CODE_POINT.UTF8_BYTES))
                .isEqualTo(Map.of((int) 'a', 1, (int) 'ä', 2, (int) '€', 3, 0x1F600, 4));
        assertThat(DATABASE.ctx()
                        .select(sum(CODE_POINT.USES.times(CODE_POINT.UTF8_BYTES)))
                        .from(CODE_POINT)
                        .fetchSingle()
                        .value1()
                        .longValue())
                .isEqualTo(Files.size(text));
    }

    @Test
    void saysWhichCodePointsAreInNoTable() {
        Run run = DATABASE.runWithInput("a\uE000\uE000\uFFFE", "-");

        assertThat(run.out())
                .contains("in no table    2, unassigned or private: U+E000 (2 times), U+FFFE (1 times)")
                .contains("code points    1 in these, 1 of them for the first time\n")
                .contains("rows updated   COUNT 1,");
        assertThat(DATABASE.uses()).isEqualTo(Map.of((int) 'a', 1L));
    }

    @Test
    void takesMoreTextsAndCharactersThanOneStatement() throws IOException {
        write(
                folder,
                "all",
                UnicodeCharacter.all().stream()
                        .map(character -> Character.toString(character.code()))
                        .limit(5_000)
                        .collect(Collectors.joining()));
        for (int i = 0; i < 300; i++) {
            write(folder, "text" + i, "Text " + i);
        }

        Run run = DATABASE.run(folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(DATABASE.uses()).isEqualTo(TextFiles.uses(folder));
        assertThat(run.out().lines().filter(line -> line.startsWith("-- ")).map(line -> line.split("[ ,]")[1]))
                .containsExactly(
                        "KEEP_TEXTS",
                        "KEEP_FILES",
                        "KEEP_CHARACTERS",
                        "COUNT",
                        "MEASURE",
                        "COUNT_SCRIPTS",
                        "COUNT_BLOCKS",
                        "COUNT_CATEGORIES",
                        "OF_SCRIPT_AND_CATEGORY",
                        "AMONG_LOOK_ALIKES",
                        "RARELY_USED");
    }

    @Test
    void countsRightWhenTwoRunAtOnce() throws IOException {
        for (int i = 0; i < 40; i++) {
            write(folder, "text" + i, "%d%s".formatted(i, "abcdefgh".substring(i % 8)));
        }

        CompletableFuture<Run> other = CompletableFuture.supplyAsync(() -> DATABASE.run(folder.toString()));
        Run run = DATABASE.run(folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(other.join().exitCode()).isZero();
        assertThat(DATABASE.uses()).isEqualTo(TextFiles.uses(folder));
    }

    @Test
    void countsWhatTheTextsSay() throws IOException {
        write(folder, "one", "aäa");
        write(folder, "two", "bäb€");
        write(folder, "three", "aäa");

        DATABASE.run(folder.toString());

        assertThat(DATABASE.uses())
                .isEqualTo(DATABASE.ctx()
                        .select(TEXT_CHARACTER.CODE, sum(TEXT_CHARACTER.TIMES))
                        .from(TEXT_CHARACTER)
                        .groupBy(TEXT_CHARACTER.CODE)
                        .fetchMap(row -> row.value1(), row -> row.value2().longValue()));
    }

    @Test
    void printsWhatItFound() {
        Run run = DATABASE.runWithInput("-- — a а ß \u202E $", "-", "--quiet");

        assertThat(run.out())
                .startsWith("\nScripts and blocks in use\n")
                .doesNotContain("update code_point", "loaded", "\u202E");
        assertThat(run.out().lines())
                .contains(
                        "  dashes    U+002D     2      1  HYPHEN-MINUS             -",
                        "            U+2014     1      1  EM DASH                  —",
                        "  letter a  U+0061     1      1  LATIN SMALL LETTER A     a",
                        "            U+0430     1      1  CYRILLIC SMALL LETTER A  а",
                        "  U+00DF     1      1  LATIN SMALL LETTER SHARP S  ß  (standard input)",
                        "  U+0024     1      1  DOLLAR SIGN                 $  (standard input)");
    }
}
