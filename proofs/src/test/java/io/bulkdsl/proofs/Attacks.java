// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.proofs.db.Tables.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;

import io.bulkdsl.contract.RowSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Name;

/** Texts that mean to be SQL, and the table that would be lost if they became it. */
final class Attacks {

    /** Of at most 63 bytes, so that they can be names as well. */
    static final List<String> ATTACKS = List.of(
            "'); drop table counter; --",
            "'; drop table counter; select '",
            "x\"; drop table counter; --",
            "\"; delete from counter; --",
            "\\'; drop table counter; --",
            "\\\\'); drop table counter; --",
            "\\\"); drop table counter; --",
            "' or '1'='1",
            "1; truncate counter",
            "*/ ; drop table counter; /*",
            "-- ",
            "/*",
            "$$; drop table counter; $$",
            "$1",
            "?",
            "??",
            "? ::text ?| ?&",
            "{0}",
            "{1} {d '2020-01-01'} {fn now()}",
            ":name",
            "%s%n%1$s",
            "E'\\'' || pg_sleep(9)",
            "U&'\\0027'",
            "\",\"}'::text[]); drop table counter; --",
            "{\"a\",NULL}",
            "NULL",
            "\\N",
            "\\.\n\\.\ndrop table counter;\n",
            "\\.",
            "a\tb\nc\rd\\te",
            "copy counter from program 'false'",
            "\u0001\u007f\u2028\ufeff",
            "ʼ＇; drop table counter; --",
            "😀'; drop table counter; --");

    /** Each in a place of its own, and none an attack. */
    static final List<String> HARMLESS =
            IntStream.range(0, ATTACKS.size()).mapToObj(i -> "harmless " + i).toList();

    /**
     * Not attacks, but names that need quotes: keywords, capitals, 63 bytes of one or more bytes a character, emoji. A table named
     * excluded PostgreSQL itself can't upsert into (42712), unless it has an alias.
     */
    static final List<String> NAMES = List.of(
            "select",
            "user",
            "row_number",
            "incoming",
            "bulkdsl_incoming",
            "With Spaces And Capitals",
            " ",
            ".",
            "a.b",
            "\"",
            "\"\"",
            "'",
            "x23456789012345678901234567890123456789012345678901234567890123",
            "ä23456789012345678901234567890123456789012345678901234567890ä",
            "👩‍👩‍👧 漢字 ‮");

    static final List<RowSource> SOURCES = List.of(VALUES, UNNEST, COPY);

    static void fillCounter(DSLContext ctx) {
        ctx.execute("insert into counter select id, id from generate_series(1, 3) id");
    }

    static void assertUnharmed(DSLContext ctx) {
        assertThat(ctx.select(COUNTER.ID, COUNTER.HITS).from(COUNTER).fetchMap(COUNTER.ID, COUNTER.HITS))
                .isEqualTo(Map.of(1L, 1L, 2L, 2L, 3L, 3L));
    }

    /** A backslash in a literal is then an escape. */
    static void letBackslashesEscape(DSLContext ctx) {
        Name database = name((String) ctx.fetchValue("select current_database()"));
        ctx.execute("alter database {0} set standard_conforming_strings = off", database);
        assertThat(ctx.fetchValue("show standard_conforming_strings")).isEqualTo("off");
    }

    private Attacks() {}
}
