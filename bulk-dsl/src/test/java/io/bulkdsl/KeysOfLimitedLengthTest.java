// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** Inserts that give keys of a limited length: too long ones are refused, however it is asked what became of the rows. */
@PostgresTest(migrations = "classpath:db/migration")
class KeysOfLimitedLengthTest {

    private static KeyedTable<String> create(DSLContext ctx, String type, DataType<String> jooqs) {
        ctx.execute("drop table if exists code");
        ctx.execute("create table code (k " + type + " primary key, text text)");
        return new KeyedTable<>("code", "k", jooqs.notNull(), "text");
    }

    private static BulkInsert<Record, String> codes(KeyedTable<String> code) {
        // spotless:off
        return bulkInsert(code, String.class)
                .set(code.key).from(k -> k)
                .set(code.text).from(k -> "of " + k);
        // spotless:on
    }

    @Test
    void whatIsTooLongIsRefused(DSLContext ctx) {
        isRefused(ctx, create(ctx, "varchar(5)", SQLDataType.VARCHAR(5)));
        isRefused(ctx, create(ctx, "char(5)", SQLDataType.CHAR(5)));
    }

    private static void isRefused(DSLContext ctx, KeyedTable<String> code) {
        ctx.execute("insert into code values ('abcde', 'there')");
        var all = codes(code).rows("x", "abcdefgh");
        var others = codes(code).onConflictDoNothing().rows("x", "abcdefgh");
        for (Callable<?> call : List.<Callable<?>>of(
                () -> all.execute(ctx),
                () -> all.returning(code.key).fetchRows(ctx),
                () -> all.fetchOutcomes(ctx),
                () -> others.fetchOutcomes(ctx),
                () -> others.returning(code.key).fetchRows(ctx))) {
            assertThatThrownBy(call::call).hasMessageContaining("value too long for type character");
            assertThat(ctx.fetchValues(code.text)).containsExactly("there");
        }
    }

    @Test
    void blanksAtTheEndAreTheColumns(DSLContext ctx) {
        var varying = create(ctx, "varchar(5)", SQLDataType.VARCHAR(5));
        assertThat(OutcomeText.of(codes(varying)
                        .rows("ab", "abc    ", "abcde")
                        .returning(varying.key)
                        .fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [ab]", "2 INSERTED [abc  ]", "3 INSERTED [abcde]");
        var padded = create(ctx, "char(5)", SQLDataType.CHAR(5));
        assertThat(OutcomeText.of(codes(padded)
                        .rows("ab", "abc    ", "abcde")
                        .returning(padded.key)
                        .fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [ab   ]", "2 INSERTED [abc  ]", "3 INSERTED [abcde]");
        assertThat(OutcomeText.of(codes(padded)
                        .onConflictDoNothing()
                        .rows("abc ", "x", "x ")
                        .returning(padded.text)
                        .fetchOutcomes(ctx)))
                .containsExactly("1 CONFLICT", "2 INSERTED [of x]", "3 CONFLICT");
    }
}
