// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.example.db.Tables.BLOCK;
import static io.bulkdsl.example.db.Tables.CATEGORY;
import static io.bulkdsl.example.db.Tables.CODE_POINT;
import static io.bulkdsl.example.db.Tables.SCRIPT;
import static io.bulkdsl.example.db.Tables.TEXT;
import static io.bulkdsl.example.db.Tables.TEXT_CHARACTER;
import static io.bulkdsl.example.db.Tables.TEXT_FILE;
import static io.bulkdsl.example.db.Texts.TEXTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.bulkdsl.example.db.enums.GeneralCategory;
import io.bulkdsl.example.db.tables.records.CodePointRecord;
import io.bulkdsl.testkit.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on a database that keeps the code points; what they count is taken back before each test. */
class JobTest {
    private static TestDatabase database;
    private static DSLContext ctx;

    @TempDir
    Path folder;

    @BeforeAll
    static void loadCodePoints() {
        database = TestDatabase.create();
        ctx = database.dsl();
        Run run = Run.onWithInput(database, "a", "-");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(" code points loaded\n");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void forget() {
        ctx.truncate(TEXT_FILE, TEXT_CHARACTER, TEXT).execute();
        CodePointRecord unused = new CodePointRecord().setUses(0L).setFiles(new String[0]);
        unused.setFirstFile(null)
                .setFirstSeen(null)
                .setLastSeen(null)
                .setMostInOneFile(null)
                .setUtf8Bytes(null);
        ctx.update(CODE_POINT).set(unused).where(CODE_POINT.USES.gt(0L)).execute();
        ctx.update(SCRIPT).set(SCRIPT.USES, 0L).set(SCRIPT.USED, 0).execute();
        ctx.update(BLOCK)
                .set(BLOCK.USES, 0L)
                .set(BLOCK.USED, 0)
                .setNull(BLOCK.CHARACTERS)
                .execute();
        ctx.update(CATEGORY).set(CATEGORY.USES, 0L).set(CATEGORY.USED, 0).execute();
    }

    @Test
    void countsEachCharacterOfEachText() throws IOException {
        write("a.txt", "Hello, Wörld!\nπ ≈ 3.14159\r\n");
        write("b/c.md", "\uFEFFпривет 😀😀 漢字 e\u0301\0\t");
        write("b/d", "");

        Run run = Run.on(database, folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(usesInTable()).isEqualTo(usesInFiles());
        assertThat(run.out())
                .contains("texts read     3: 3 counted, 0 the same as one of these, 0 counted by an earlier run\n")
                .contains("texts skipped  0\n")
                .contains("newly counted  %d characters, 2 lines, %d bytes\n"
                        .formatted(
                                usesInFiles().values().stream()
                                        .mapToLong(uses -> uses)
                                        .sum(),
                                bytesInFiles()));
    }

    @Test
    void changesEachColumnInItsOwnWay() throws IOException {
        Path first = write("first", "äÄ");
        Path second = write("second", "ää€");
        Path third = write("third", "ä");

        Run.on(database, first.toString());
        OffsetDateTime firstSeen =
                ctx.fetchSingle(CODE_POINT, CODE_POINT.CODE.eq((int) 'ä')).getFirstSeen();
        Run.on(database, third.toString(), second.toString());

        write("first", "Ä changed");
        Run.on(database, first.toString());

        CodePointRecord row = ctx.fetchSingle(CODE_POINT, CODE_POINT.CODE.eq((int) 'Ä'));
        assertThat(row.getUses()).isEqualTo(2);
        assertThat(row.getFiles()).containsExactly(first.toString());
        row = ctx.fetchSingle(CODE_POINT, CODE_POINT.CODE.eq((int) 'ä'));
        assertThat(row.getUses()).isEqualTo(4);
        assertThat(row.getMostInOneFile()).isEqualTo(2);
        assertThat(row.getFirstFile()).isEqualTo(first.toString());
        assertThat(row.getFiles()).containsExactly(first.toString(), third.toString(), second.toString());
        assertThat(row.getFirstSeen()).isEqualTo(firstSeen).isBefore(row.getLastSeen());
        assertThat(ctx.fetchSingle(BLOCK, BLOCK.NAME.eq("Latin 1 supplement")))
                .returns("Ää", block -> block.getCharacters())
                .returns(2, block -> block.getUsed())
                .returns(6L, block -> block.getUses());
        assertThat(ctx.fetchSingle(SCRIPT, SCRIPT.NAME.eq("Latin")))
                .returns(9, script -> script.getUsed())
                .returns(13L, script -> script.getUses());
        assertThat(ctx.fetchSingle(CATEGORY, CATEGORY.CODE.eq(GeneralCategory.Sc)))
                .returns(1, category -> category.getUsed())
                .returns(1L, category -> category.getUses());
    }

    @Test
    void measuresWithRangesAsKeys() throws IOException {
        Path text = write("text", "aä€😀");

        Run.on(database, text.toString());

        assertThat(ctx.selectFrom(CODE_POINT)
                        .where(CODE_POINT.USES.gt(0L))
                        .fetchMap(CODE_POINT.CODE, CODE_POINT.UTF8_BYTES))
                .isEqualTo(Map.of((int) 'a', 1, (int) 'ä', 2, (int) '€', 3, 0x1F600, 4));
        assertThat(ctx.select(sum(CODE_POINT.USES.times(CODE_POINT.UTF8_BYTES)))
                        .from(CODE_POINT)
                        .fetchSingle()
                        .value1()
                        .longValue())
                .isEqualTo(Files.size(text));
    }

    @Test
    void countsATextOnceHoweverOftenItIsRead() throws IOException {
        write("one", "same");
        write("two", "same");
        Run first = Run.on(database, folder.toString());
        assertThat(first.out())
                .contains("texts read     2: 1 counted, 1 the same as one of these, 0 counted by an earlier run\n");
        List<?> before = everythingCounted();

        write("three", "same");
        Run second = Run.on(database, folder.toString());

        assertThat(second.exitCode()).isZero();
        assertThat(second.out())
                .contains("code points loaded by an earlier run")
                .contains("texts read     3: 0 counted, 0 the same as one of these, 3 counted by an earlier run\n")
                .contains("KEEP_FILES      1 inserted, 0 updated, 2 unchanged\n", "rows updated   none\n")
                .doesNotContain("no row was written");
        assertThat(everythingCounted()).isEqualTo(before);
        assertThat(ctx.fetchCount(TEXT)).isEqualTo(1);
        assertThat(ctx.fetchValues(TEXT_FILE.NAME))
                .containsExactlyInAnyOrder(folder + "/one", folder + "/two", folder + "/three");
    }

    @Test
    void skipsWhatIsNoText() throws IOException {
        write("good", "good");
        Files.write(folder.resolve("latin1"), new byte[] {'g', 'r', (byte) 0xFC, 'n'});
        write("packed.gz", "not packed");

        Run run = Run.on(database, folder.toString(), "missing\u001B[31m.txt");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactlyInAnyOrder(
                        "skipped " + folder
                                + "/latin1: not UTF-8: bad sequence FC at byte offset 2; convert it to UTF-8"
                                + " first",
                        "skipped " + folder
                                + "/packed.gz: its name ends with .gz, but it is not gzip: Not in GZIP format",
                        "skipped missing\uFFFD[31m.txt: no such file");
        assertThat(run.out()).contains("texts read     1: 1 counted,", "texts skipped  3\n");
        assertThat(usesInTable()).isEqualTo(Map.of((int) 'g', 1L, (int) 'o', 2L, (int) 'd', 1L));
        assertThat(ctx.fetchCount(TEXT_FILE)).isEqualTo(1);
    }

    @Test
    void hasNothingToDoWhenAllIsSkipped() {
        Run run = Run.on(database, "missing");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("texts read     0: 0 counted,", "texts skipped  1\n", "rows updated   none\n")
                .doesNotContain("rows upserted", "no row was written");
        assertThat(usesInTable()).isEmpty();
    }

    @Test
    void readsStandardInputAndPackedFiles() throws IOException {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("text.gz")))) {
            packed.write("ab".getBytes(UTF_8));
        }

        Run run = Run.onWithInput(database, "bc", "-", folder.resolve("text.gz").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(usesInTable()).isEqualTo(Map.of((int) 'a', 1L, (int) 'b', 2L, (int) 'c', 1L));
        assertThat(ctx.fetchSingle(CODE_POINT, CODE_POINT.CODE.eq((int) 'c')).getFiles())
                .containsExactly("(standard input)");
    }

    @Test
    void saysWhichCodePointsAreInNoTable() {
        Run run = Run.onWithInput(database, "a\uE000\uE000\uFFFE", "-");

        assertThat(run.out())
                .contains("in no table    2, unassigned or private: U+E000 (2 times), U+FFFE (1 times)")
                .contains("code points    1 in these, 1 of them for the first time\n")
                .contains("rows updated   COUNT 1,");
        assertThat(usesInTable()).isEqualTo(Map.of((int) 'a', 1L));
    }

    @Test
    void takesMoreTextsAndCharactersThanOneStatement() throws IOException {
        write(
                "all",
                UnicodeCharacter.all().stream()
                        .map(character -> Character.toString(character.code()))
                        .limit(5_000)
                        .collect(Collectors.joining()));
        for (int i = 0; i < 300; i++) {
            write("text" + i, "Text " + i);
        }

        Run run = Run.on(database, folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(usesInTable()).isEqualTo(usesInFiles());
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
            write("text" + i, "%d%s".formatted(i, "abcdefgh".substring(i % 8)));
        }

        CompletableFuture<Run> other = CompletableFuture.supplyAsync(() -> Run.on(database, folder.toString()));
        Run run = Run.on(database, folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(other.join().exitCode()).isZero();
        assertThat(usesInTable()).isEqualTo(usesInFiles());
    }

    @Test
    void printsWhatItFound() {
        Run run = Run.onWithInput(database, "-- — a а ß \u202E $", "-", "--quiet");

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

    @Test
    void writesNothingWhenItReadsTheSameAgain() throws IOException {
        write("one", "Ä\n");
        write("two", "ä\uE000\n");
        write("copy of two", "ä\uE000\n");

        Run first = Run.on(database, folder.toString());
        assertThat(first.out())
                .contains("rows upserted  KEEP_TEXTS      2 inserted, 0 updated, 0 unchanged\n")
                .contains("               KEEP_FILES      3 inserted, 0 updated, 0 unchanged\n")
                .contains("               KEEP_CHARACTERS 5 inserted, 0 updated, 0 unchanged\n")
                .doesNotContain("no row was written");
        List<String> before = rowVersions();

        Run second = Run.on(database, folder.toString());
        assertThat(second.exitCode()).isZero();
        assertThat(second.out())
                .contains("rows upserted  KEEP_TEXTS      0 inserted, 0 updated, 2 unchanged\n")
                .contains("               KEEP_FILES      0 inserted, 0 updated, 3 unchanged\n")
                .contains("               KEEP_CHARACTERS 0 inserted, 0 updated, 5 unchanged\n")
                .contains("rows updated   none\n")
                .endsWith("\n\nAll of this was in the tables already: no row was written.\n");
        assertThat(rowVersions()).isNotEmpty().isEqualTo(before);
    }

    @Test
    void writesOnlyWhatBelongsToATextThatChanged() throws IOException {
        Path one = write("one", "aa");
        Path two = write("two", "b");
        Run.on(database, folder.toString());
        List<String> before = rowVersions(TEXT, TEXT_CHARACTER);
        Map<String, OffsetDateTime> updatedBefore = updatedAt();

        Files.writeString(one, "ac");
        Run run = Run.on(database, folder.toString());

        assertThat(run.out())
                .contains("texts read     2: 1 counted, 0 the same as one of these, 1 counted by an earlier run\n")
                .contains("KEEP_TEXTS      1 inserted, 0 updated, 1 unchanged\n")
                .contains("KEEP_FILES      0 inserted, 1 updated, 1 unchanged\n")
                .contains("KEEP_CHARACTERS 2 inserted, 0 updated, 1 unchanged\n")
                .contains("rows updated   COUNT 2, ");
        assertThat(rowVersions(TEXT, TEXT_CHARACTER)).hasSize(before.size() + 3).containsAll(before);
        assertThat(updatedAt().get(two.toString())).isEqualTo(updatedBefore.get(two.toString()));
        assertThat(updatedAt().get(one.toString())).isAfter(updatedBefore.get(one.toString()));
        assertThat(usesInTable()).isEqualTo(Map.of((int) 'a', 3L, (int) 'b', 1L, (int) 'c', 1L));
    }

    @Test
    void countsNothingTwiceWhenATextIsChangedBack() throws IOException {
        Path text = write("text", "a");
        Run.on(database, text.toString());
        Files.writeString(text, "ab");
        Run.on(database, text.toString());
        List<?> before = everythingCounted();

        Files.writeString(text, "a");
        Run run = Run.on(database, text.toString());

        assertThat(run.out())
                .contains("KEEP_TEXTS      0 inserted, 0 updated, 1 unchanged\n")
                .contains("KEEP_FILES      0 inserted, 1 updated, 0 unchanged\n")
                .contains("rows updated   none\n");
        assertThat(everythingCounted()).isEqualTo(before);
    }

    @Test
    void countsWhatTheTextsSay() throws IOException {
        write("one", "aäa");
        write("two", "bäb€");
        write("three", "aäa");

        Run.on(database, folder.toString());

        assertThat(usesInTable())
                .isEqualTo(ctx.select(TEXT_CHARACTER.CODE, sum(TEXT_CHARACTER.TIMES))
                        .from(TEXT_CHARACTER)
                        .groupBy(TEXT_CHARACTER.CODE)
                        .fetchMap(row -> row.value1(), row -> row.value2().longValue()));
    }

    @Test
    void keepsAFileNamedTwiceOnce() throws IOException {
        write("a/text", "a");

        Run run = Run.on(database, folder.toString(), folder + "/a/text");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("KEEP_FILES      1 inserted, 0 updated, 0 unchanged\n");
        assertThat(ctx.fetchValues(TEXT_FILE.NAME)).containsExactly(folder + "/a/text");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Map<Integer, Long> usesInFiles() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> codePoints(file).boxed())
                    .collect(groupingBy(code -> code, TreeMap::new, counting()));
        }
    }

    private long bytesInFiles() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        }
    }

    private static IntStream codePoints(Path file) {
        try {
            return Files.readString(file).codePoints();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<Integer, Long> usesInTable() {
        return ctx.selectFrom(CODE_POINT).where(CODE_POINT.USES.gt(0L)).fetchMap(CODE_POINT.CODE, CODE_POINT.USES);
    }

    private static List<?> everythingCounted() {
        return List.of(
                ctx.fetch(CODE_POINT, CODE_POINT.USES.gt(0L)).sortAsc(CODE_POINT.CODE),
                ctx.fetch(SCRIPT).sortAsc(SCRIPT.NAME),
                ctx.fetch(BLOCK).sortAsc(BLOCK.NAME),
                ctx.fetch(CATEGORY).sortAsc(CATEGORY.CODE));
    }

    private static Map<String, OffsetDateTime> updatedAt() {
        return ctx.fetch(TEXT_FILE).intoMap(TEXT_FILE.NAME, TEXT_FILE.UPDATED_AT);
    }

    /** Which transaction wrote each row of all tables of this schema: every write of a row makes a new version of it. */
    private static List<String> rowVersions() {
        return rowVersions(TEXTS.getTables().toArray(Table<?>[]::new));
    }

    private static List<String> rowVersions(Table<?>... tables) {
        return Stream.of(tables)
                .flatMap(table -> ctx
                        .fetch(
                                "select {0}, xmin::text, ctid::text from {1} order by ctid",
                                inline(table.getName()), table)
                        .stream())
                .map(row -> Arrays.toString(row.intoArray()))
                .toList();
    }
}
