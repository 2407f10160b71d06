// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

/** What the upserts render; no database is needed for that. */
class StatementsTest {

    @Test
    void keepsTexts() {
        assertThatSql(Statements.KEEP_TEXTS.rows(text("one", "a1", "ab\n"), text("two", "b2", "ä")))
                .rendersSql("""
                        insert into "texts"."text" ("sha256", "characters", "lines", "bytes")
                        select "incoming"."sha256", "incoming"."characters", "incoming"."lines", "incoming"."bytes"
                        from (values (?, ?, ?, ?), (?, ?, ?, ?))
                          as "incoming" ("sha256", "characters", "lines", "bytes")
                        where (not exists (
                          select 1
                          from "texts"."text"
                          where (
                            "texts"."text"."sha256" = "incoming"."sha256"
                            and not (
                              "texts"."text"."characters" is distinct from "incoming"."characters"
                              or "texts"."text"."lines" is distinct from "incoming"."lines"
                              or "texts"."text"."bytes" is distinct from "incoming"."bytes"))))
                        order by "incoming"."sha256"
                        on conflict ("sha256") do update
                        set "characters" = excluded."characters", "lines" = excluded."lines", "bytes" = excluded."bytes"
                        where (
                          "texts"."text"."characters" is distinct from excluded."characters"
                          or "texts"."text"."lines" is distinct from excluded."lines"
                          or "texts"."text"."bytes" is distinct from excluded."bytes")
                        """)
                .withBinds("a1", 3L, 1L, 3L, "b2", 1L, 0L, 2L);
    }

    @Test
    void keepsOneOfTextsThatSayTheSame() {
        assertThatSql(Statements.KEEP_TEXTS.rows(text("one", "a1", "ab\n"), text("copy", "a1", "ab\n")))
                .withBinds("a1", 3L, 1L, 3L);
    }

    @Test
    void keepsTheLastTextOfAFile() {
        assertThatSql(Statements.KEEP_FILES.rows(text("one", "a1", "ab\n"), text("one", "b2", "ä")))
                .rendersSql("""
                        insert into "texts"."text_file" ("name", "sha256", "updated_at")
                        select "incoming"."name", "incoming"."sha256", now()
                        from (values (?, ?)) as "incoming" ("name", "sha256")
                        where (not exists (
                          select 1
                          from "texts"."text_file"
                          where (
                            "texts"."text_file"."name" = "incoming"."name"
                            and not ("texts"."text_file"."sha256" is distinct from "incoming"."sha256"))))
                        order by "incoming"."name"
                        on conflict ("name") do update set "sha256" = excluded."sha256", "updated_at" = now()
                        where "texts"."text_file"."sha256" is distinct from excluded."sha256"
                        """)
                .withBinds("one", "b2");
    }

    @Test
    void keepsCharacters() {
        assertThatSql(Statements.KEEP_CHARACTERS.rows(new TextCharacter("a1", 'a', 2), new TextCharacter("a1", 'b', 1)))
                .rendersSql("""
                        insert into "texts"."text_character" ("sha256", "code", "times")
                        select "incoming"."sha256", "incoming"."code", "incoming"."times"
                        from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("sha256", "code", "times")
                        where (not exists (
                          select 1
                          from "texts"."text_character"
                          where (
                            "texts"."text_character"."sha256" = "incoming"."sha256"
                            and "texts"."text_character"."code" = "incoming"."code"
                            and not ("texts"."text_character"."times" is distinct from "incoming"."times"))))
                        order by "incoming"."sha256", "incoming"."code"
                        on conflict ("sha256", "code") do update set "times" = excluded."times"
                        where "texts"."text_character"."times" is distinct from excluded."times"
                        """)
                .withBinds("a1", 97, 2L, "a1", 98, 1L);
    }

    private static ReadText text(String name, String sha256, String content) {
        CodePointCounts counts = new CodePointCounts();
        content.codePoints().forEach(counts);
        return new ReadText(name, sha256, content.getBytes(UTF_8).length, counts);
    }
}
