// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Books.left;
import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.Removals.REMOVE;
import static io.bulkdsl.contract.Duplicates.FIRST;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.CASELESS;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;

import io.bulkdsl.Removals.Gone;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys of a delete: several columns, nulls, the same ones twice. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkDeleteKeysTest {

    record Cell(@Nullable Integer a, @Nullable Integer b) {}

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 4);
    }

    @Test
    void deletesByManyKeys(DSLContext ctx) {
        cells(ctx);
        var delete = bulkDelete(TWOKEY, Cell.class)
                .key(TWOKEY.A)
                .from(Cell::a)
                .key(TWOKEY.B, notDistinct())
                .from(Cell::b);
        assertThatSql(delete.rows(new Cell(1, null), new Cell(2, 2))).rendersSql("""
                        delete from "public"."twokey"
                        using (values (?, ?), (?, ?)) as "incoming" ("a", "b")
                        where (
                          "public"."twokey"."a" = "incoming"."a"
                          and "public"."twokey"."b" is not distinct from "incoming"."b")
                        """);
        assertThat(delete.rows(new Cell(1, null), new Cell(2, 2), new Cell(2, 1))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(cellsLeft(ctx)).containsExactly("(1, 1)", "(1, 2)");
    }

    @Test
    void deletesByManyKeysOfRecords(DSLContext ctx) {
        cells(ctx);
        TwokeyRecord cell = new TwokeyRecord().setA(1).setB(2);
        var both = bulkDelete(TWOKEY).keys(TWOKEY.A, TWOKEY.B);
        assertThat(both.rows(cell).getSQL())
                .isEqualTo(bulkDelete(TWOKEY)
                        .key(TWOKEY.A)
                        .key(TWOKEY.B)
                        .rows(cell)
                        .getSQL());
        assertThat(both.rows(cell).execute(ctx)).isEqualTo(1);
        assertThat(cellsLeft(ctx)).containsExactly("(1, 1)", "(1, null)", "(2, 2)");
        assertThat(bulkDelete(TWOKEY)
                        .key(TWOKEY.A, ge())
                        .key(TWOKEY.B, lt())
                        .rows(cell)
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(cellsLeft(ctx)).containsExactly("(1, null)", "(2, 2)");
    }

    @Test
    void duplicatesFailUnlessAPolicySaysOtherwise(DSLContext ctx) {
        List<Gone> twice = List.of(new Gone("isbn-1"), new Gone("isbn-2"), new Gone("isbn-1"));
        assertThatThrownBy(() -> REMOVE.rows(twice).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 3, column book.isbn: the same key as in row 1");
        assertThat(left(ctx)).hasSize(4);
        assertThat(numbersReturned(ctx, FIRST, twice)).containsExactly(1, 2);
        assertThat(numbersReturned(ctx, LAST, twice)).containsExactly(2, 3);
        assertThat(numbersReturned(ctx, FOLD, twice)).containsExactly(1, 2);
    }

    private static List<Integer> numbersReturned(DSLContext ctx, Duplicates policy, List<Gone> rows) {
        List<Integer> numbers = new ArrayList<>();
        var statement = REMOVE.duplicates(policy).rows(rows);
        assertThatThrownBy(() -> ctx.transaction(trx -> {
                    statement.returning(BOOK.ID).fetchRows(trx.dsl()).forEach(row -> numbers.add(row.rowNumber()));
                    assertThat(left(trx.dsl())).containsExactly("isbn-3", "isbn-4");
                    throw new UnsupportedOperationException("so that all are back");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        return numbers;
    }

    @Test
    void whatIsADuplicateIsForTheServerToSay(DSLContext ctx) {
        ctx.insertInto(CASELESS).set(CASELESS.NAME, "Emma").execute();
        var delete = bulkDelete(CASELESS, String.class).key(CASELESS.NAME).from(name -> name);
        assertThatThrownBy(() -> delete.rows("emma", "EMMA").execute(ctx)).isInstanceOf(InvalidRowException.class);
        assertThat(delete.duplicates(FOLD).rows("emma", "EMMA").execute(ctx)).isEqualTo(1);
    }

    @Test
    void nullKeysAreRefused(DSLContext ctx) {
        assertThatThrownBy(() -> REMOVE.rows(new Gone("isbn-1"), new Gone(null)).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 2, column book.isbn: the key is null");
        assertThatThrownBy(() -> bulkDelete(BOOK)
                        .keys(BOOK.ISBN)
                        .rows(new BookRecord().setTitle("title 1"))
                        .execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 1, column book.isbn: the key is null");
        assertThat(left(ctx)).hasSize(4);
    }

    private static void cells(DSLContext ctx) {
        for (Cell cell : List.of(new Cell(1, 1), new Cell(1, 2), new Cell(1, null), new Cell(2, 2))) {
            ctx.insertInto(TWOKEY)
                    .set(TWOKEY.A, cell.a())
                    .set(TWOKEY.B, cell.b())
                    .execute();
        }
    }

    private static List<String> cellsLeft(DSLContext ctx) {
        return ctx.select(TWOKEY.A, TWOKEY.B).from(TWOKEY).orderBy(TWOKEY.ID).fetch(row -> row.valuesRow()
                .toString());
    }
}
