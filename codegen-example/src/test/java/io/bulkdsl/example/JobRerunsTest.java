// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.example.TextFiles.write;
import static io.bulkdsl.example.db.Tables.BLOCK;
import static io.bulkdsl.example.db.Tables.CATEGORY;
import static io.bulkdsl.example.db.Tables.CODE_POINT;
import static io.bulkdsl.example.db.Tables.SCRIPT;
import static io.bulkdsl.example.db.Tables.TEXT;
import static io.bulkdsl.example.db.Tables.TEXT_CHARACTER;
import static io.bulkdsl.example.db.Tables.TEXT_FILE;
import static io.bulkdsl.example.db.Texts.TEXTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the whole job writes when it has read some of it before. */
class JobRerunsTest {

    @RegisterExtension
    static final CodePointDatabase DATABASE = new CodePointDatabase();

    @TempDir
    Path folder;

    @Test
    void countsATextOnceHoweverOftenItIsRead() throws IOException {
        write(folder, "one", "same");
        write(folder, "two", "same");
        Run first = DATABASE.run(folder.toString());
        assertThat(first.out())
                .contains("texts read     2: 1 counted, 1 the same as one of these, 0 counted by an earlier run\n");
        List<?> before = everythingCounted();

        write(folder, "three", "same");
        Run second = DATABASE.run(folder.toString());

        assertThat(second.exitCode()).isZero();
        assertThat(second.out())
                .contains("code points loaded by an earlier run")
                .contains("texts read     3: 0 counted, 0 the same as one of these, 3 counted by an earlier run\n")
                .contains("KEEP_FILES      1 inserted, 0 updated, 2 unchanged\n", "rows updated   none\n")
                .doesNotContain("no row was written");
        assertThat(everythingCounted()).isEqualTo(before);
        assertThat(DATABASE.ctx().fetchCount(TEXT)).isEqualTo(1);
        assertThat(DATABASE.ctx().fetchValues(TEXT_FILE.NAME))
                .containsExactlyInAnyOrder(folder + "/one", folder + "/two", folder + "/three");
    }

    @Test
    void writesNothingWhenItReadsTheSameAgain() throws IOException {
        write(folder, "one", "Ä\n");
        write(folder, "two", "ä\uE000\n");
        write(folder, "copy of two", "ä\uE000\n");

        Run first = DATABASE.run(folder.toString());
        assertThat(first.out())
                .contains("rows upserted  KEEP_TEXTS      2 inserted, 0 updated, 0 unchanged\n")
                .contains("               KEEP_FILES      3 inserted, 0 updated, 0 unchanged\n")
                .contains("               KEEP_CHARACTERS 5 inserted, 0 updated, 0 unchanged\n")
                .doesNotContain("no row was written");
        List<String> before = rowVersions();

        Run second = DATABASE.run(folder.toString());
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
        Path one = write(folder, "one", "aa");
        Path two = write(folder, "two", "b");
        DATABASE.run(folder.toString());
        List<String> before = rowVersions(TEXT, TEXT_CHARACTER);
        Map<String, OffsetDateTime> updatedBefore = updatedAt();

        Files.writeString(one, "ac");
        Run run = DATABASE.run(folder.toString());

        assertThat(run.out())
                .contains("texts read     2: 1 counted, 0 the same as one of these, 1 counted by an earlier run\n")
                .contains("KEEP_TEXTS      1 inserted, 0 updated, 1 unchanged\n")
                .contains("KEEP_FILES      0 inserted, 1 updated, 1 unchanged\n")
                .contains("KEEP_CHARACTERS 2 inserted, 0 updated, 1 unchanged\n")
                .contains("rows updated   COUNT 2, ");
        assertThat(rowVersions(TEXT, TEXT_CHARACTER)).hasSize(before.size() + 3).containsAll(before);
        assertThat(updatedAt().get(two.toString())).isEqualTo(updatedBefore.get(two.toString()));
        assertThat(updatedAt().get(one.toString())).isAfter(updatedBefore.get(one.toString()));
        assertThat(DATABASE.uses()).isEqualTo(Map.of((int) 'a', 3L, (int) 'b', 1L, (int) 'c', 1L));
    }

    @Test
    void countsNothingTwiceWhenATextIsChangedBack() throws IOException {
        Path text = write(folder, "text", "a");
        DATABASE.run(text.toString());
        Files.writeString(text, "ab");
        DATABASE.run(text.toString());
        List<?> before = everythingCounted();

        Files.writeString(text, "a");
        Run run = DATABASE.run(text.toString());

        assertThat(run.out())
                .contains("KEEP_TEXTS      0 inserted, 0 updated, 1 unchanged\n")
                .contains("KEEP_FILES      0 inserted, 1 updated, 0 unchanged\n")
                .contains("rows updated   none\n");
        assertThat(everythingCounted()).isEqualTo(before);
    }

    private static List<?> everythingCounted() {
        return List.of(
                DATABASE.ctx().fetch(CODE_POINT, CODE_POINT.USES.gt(0L)).sortAsc(CODE_POINT.CODE),
                DATABASE.ctx().fetch(SCRIPT).sortAsc(SCRIPT.NAME),
                DATABASE.ctx().fetch(BLOCK).sortAsc(BLOCK.NAME),
                DATABASE.ctx().fetch(CATEGORY).sortAsc(CATEGORY.CODE));
    }

    private static Map<String, OffsetDateTime> updatedAt() {
        return DATABASE.ctx().fetch(TEXT_FILE).intoMap(TEXT_FILE.NAME, TEXT_FILE.UPDATED_AT);
    }

    /** Which transaction wrote each row of all tables of this schema: every write of a row makes a new version of it. */
    private static List<String> rowVersions() {
        return rowVersions(TEXTS.getTables().toArray(Table<?>[]::new));
    }

    private static List<String> rowVersions(Table<?>... tables) {
        return Stream.of(tables)
                .flatMap(table -> DATABASE
                        .ctx()
                        .fetch(
                                "select {0}, xmin::text, ctid::text from {1} order by ctid",
                                inline(table.getName()), table)
                        .stream())
                .map(row -> Arrays.toString(row.intoArray()))
                .toList();
    }
}
