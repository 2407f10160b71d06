// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Books.left;
import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.Removals.CLEAR;
import static io.bulkdsl.Removals.GONE;
import static io.bulkdsl.Removals.REMOVE;
import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.testdb.public_.Tables.AUTHOR;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.bulkdsl.Removals.Gone;
import io.bulkdsl.Removals.Rule;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The delete as a whole: what it renders and what that does. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkDeleteTest {

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 4);
    }

    @Test
    void deletesByElements(DSLContext ctx) {
        assertThatSql(REMOVE.rows(GONE)).rendersSql("""
                        delete from "public"."book"
                        using (values (?), (?)) as "incoming" ("isbn")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """).withBinds("isbn-1", "isbn-3");
        assertThat(REMOVE.rows(GONE).execute(ctx)).isEqualTo(2);
        assertThat(left(ctx)).containsExactly("isbn-2", "isbn-4");
        assertThat(REMOVE.rows(GONE).execute(ctx)).isZero();
    }

    @Test
    void deletesByRecords(DSLContext ctx) {
        BookRecord first = new BookRecord().setIsbn("isbn-1").setTitle("another");
        BookRecord second = new BookRecord().setIsbn("isbn-2");
        var delete = bulkDelete(BOOK).keys(BOOK.ISBN);
        assertThatSql(delete.rows(first, second)).rendersSql("""
                        delete from "public"."book"
                        using (values (?), (?)) as "incoming" ("isbn")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """).withBinds("isbn-1", "isbn-2");
        assertThat(delete.where(BOOK.STOCK.gt(1)).rows(List.of(first, second)).execute(ctx))
                .isEqualTo(1);
        assertThat(delete.rows(List.of(first, second).iterator()).execute(ctx)).isEqualTo(1);
        assertThat(left(ctx)).containsExactly("isbn-3", "isbn-4");
        assertThat(delete.duplicates(LAST)
                        .rows(ctx.fetch(BOOK, BOOK.ISBN.eq("isbn-3")))
                        .returning(BOOK.ISBN)
                        .fetchRows(ctx))
                .extracting(row -> row.element().getStock())
                .containsExactly(3);
    }

    @Test
    void returnsWhatWasDeleted(DSLContext ctx) {
        assertThatSql(REMOVE.rows(GONE).returning(BOOK.ISBN, BOOK.STOCK))
                .rendersSql("""
                        delete from "public"."book"
                        using (values (?), (?)) as "incoming" ("isbn")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        returning "public"."book"."isbn", "public"."book"."stock"
                        """)
                .withBinds("isbn-1", "isbn-3");
        List<Gone> shuffled = List.of(new Gone("isbn-4"), new Gone("none"), new Gone("isbn-1"));
        List<Returned<Gone, Record2<String, Integer>>> rows =
                REMOVE.rows(shuffled).returning(BOOK.ISBN, BOOK.STOCK).fetchRows(ctx);
        assertThat(rows).extracting(Returned::rowNumber).containsExactly(1, 3);
        assertThat(rows).extracting(Returned::element).containsExactly(shuffled.get(0), shuffled.get(2));
        assertThat(rows).extracting(row -> row.record().value2()).containsExactly(4, 1);
        assertThat(REMOVE.rows(GONE).returning(BOOK).fetch(ctx))
                .extracting(BookRecord::getTitle)
                .containsExactly("title 3");
        assertThat(left(ctx)).containsExactly("isbn-2");
    }

    @Test
    void narrowsByConditions(DSLContext ctx) {
        ctx.insertInto(AUTHOR).set(AUTHOR.NAME, "Emma").execute();
        ctx.update(BOOK).set(BOOK.AUTHOR_ID, 1).execute();
        var low = REMOVE.where(BOOK.STOCK.lt(3));
        var emmas = low.where(BOOK.AUTHOR_ID.in(select(AUTHOR.ID).from(AUTHOR).where(AUTHOR.NAME.eq("Emma"))));
        assertThatSql(low.where(BOOK.TITLE.isNull()).rows(GONE.get(0)))
                .rendersSql("""
                        delete from "public"."book"
                        using (values (?)) as "incoming" ("isbn")
                        where (
                          "public"."book"."isbn" = "incoming"."isbn"
                          and "public"."book"."stock" < ? and "public"."book"."title" is null)
                        """)
                .withBinds("isbn-1", 3);
        assertThat(low.where(BOOK.TITLE.isNull()).rows(GONE).execute(ctx)).isZero();
        assertThat(emmas.rows(GONE).execute(ctx)).isEqualTo(1);
        assertThat(left(ctx)).containsExactly("isbn-2", "isbn-3", "isbn-4");
    }

    @Test
    void noRowsDeleteNothing(DSLContext ctx) {
        var nothing = REMOVE.rows(List.of());
        assertThatSql(nothing).rendersSql("""
                        delete from "public"."book"
                        using (select ? where false) as "incoming" ("isbn")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """);
        assertThat(nothing.execute(ctx)).isZero();
        assertThat(ctx.execute(nothing.query())).isZero();
        assertThat(nothing.returning(BOOK.ID).fetch(ctx)).isEmpty();
        assertThat(nothing.returning(BOOK.ID).fetchRows(ctx)).isEmpty();
        assertThat(ctx.execute(CLEAR.rows().query())).isZero();
        assertThat(REMOVE.rows().execute(DSL.using(SQLDialect.POSTGRES))).isZero();
        assertThat(left(ctx)).hasSize(4);
    }

    @Test
    void worksOnAnAlias(DSLContext ctx) {
        var b = BOOK.as("b");
        assertThatSql(bulkDelete(b, Gone.class).key(b.ISBN).from(Gone::isbn).rows(GONE.get(0)))
                .rendersSql("""
                        delete from "public"."book" as "b"
                        using (values (?)) as "incoming" ("isbn")
                        where "b"."isbn" = "incoming"."isbn"
                        """);
        var clear =
                bulkDelete(b, Rule.class).key(b.STOCK, lt()).from(Rule::below).where(b.ID.ne(1L));
        assertThat(clear.rows(new Rule(0, 3), new Rule(0, 4)).returning(b.ISBN).fetchRows(ctx))
                .extracting(row -> row.record().value1() + " by row " + row.rowNumber())
                .containsExactly("isbn-2 by row 1", "isbn-3 by row 2");
        assertThat(left(ctx)).containsExactly("isbn-1", "isbn-4");
        assertThatThrownBy(() -> bulkDelete(b, Gone.class).key(BOOK.ISBN).from(Gone::isbn))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take the columns from the alias");
    }

    @Test
    void takesRowsHoweverTheyCome(DSLContext ctx) {
        AtomicBoolean closed = new AtomicBoolean();
        int deleted = REMOVE.rows(List.of(new Gone("isbn-1")).stream().onClose(() -> closed.set(true)))
                        .execute(ctx)
                + REMOVE.rows(List.of(new Gone("isbn-2")).iterator()).execute(ctx)
                + REMOVE.rows(new Gone[] {new Gone("isbn-3")}).execute(ctx)
                + REMOVE.rows(new Gone("isbn-4"), new Gone("none")).execute(ctx);
        assertThat(deleted).isEqualTo(4);
        assertThat(closed).isTrue();
    }

    @Test
    void stepsAreValuesThatFork(DSLContext ctx) {
        var none = REMOVE.where(BOOK.ID.eq(-1L));
        var high = REMOVE.key(BOOK.STOCK, ge()).from(gone -> 3);
        assertThat(REMOVE.rows(GONE).getSQL()).doesNotContain(" and ");
        assertThat(none.rows(GONE).execute(ctx)).isZero();
        assertThat(high.rows(GONE).execute(ctx)).isEqualTo(1);
        assertThat(REMOVE.rows(GONE).execute(ctx)).isEqualTo(1);
    }

    @Test
    void isAllOrNothing(DSLContext ctx) {
        ctx.insertInto(AUTHOR)
                .columns(AUTHOR.NAME)
                .values("Emma")
                .values("Jane")
                .execute();
        ctx.update(BOOK).set(BOOK.AUTHOR_ID, 2).execute();
        var delete = bulkDelete(AUTHOR, Integer.class).key(AUTHOR.ID).from(id -> id);
        assertThatThrownBy(() -> delete.rows(1, 2).execute(ctx))
                .isInstanceOf(BulkException.class)
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("23503"));
        assertThat(ctx.fetchCount(AUTHOR)).isEqualTo(2);
    }

    @Test
    void worksInBatchesAndCommonTableExpressions(DSLContext ctx) {
        var deleted = name("deleted").as(REMOVE.rows(GONE).returning(BOOK.ID).query());
        assertThat(ctx.with(deleted).select(count()).from(deleted).fetchSingle().value1())
                .isEqualTo(2);
        assertThat(ctx.batch(
                                REMOVE.rows(new Gone("isbn-2")).query(),
                                REMOVE.rows(new Gone("isbn-2"), new Gone("isbn-4"))
                                        .query())
                        .execute())
                .containsExactly(1, 1);
    }
}
