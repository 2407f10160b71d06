// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Members.JOIN;
import static io.bulkdsl.Members.PEOPLE;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.DOCUMENT;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.Members.Person;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.Year;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The insert: what it renders and what that does. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkInsertTest {

    private final ExecutedSql executed = new ExecutedSql();

    @Test
    void createsRows(DSLContext ctx) {
        assertThatSql(JOIN.rows(PEOPLE)).rendersSql("""
                        insert into "public"."member" ("name", "points")
                        select "incoming"."name", "incoming"."points"
                        from (values (?, ?), (?, ?)) as "incoming" ("name", "points")
                        """).withBinds("Emma", 3, "Dune", null);
        assertThat(JOIN.rows(PEOPLE).execute(ctx)).isEqualTo(2);
        assertThat(members(ctx)).containsExactly("1 Emma EMMA 3", "2 Dune DUNE null");
        assertThat(JOIN.rows().execute(executed.of(ctx))).isZero();
        assertThat(executed.all()).isEmpty();
    }

    @Test
    void returnsWhatIsThere(DSLContext ctx) {
        var returning = JOIN.rows(PEOPLE).returning(MEMBER.NAME, MEMBER.SHOUT);
        assertThatSql(returning).rendersSql("""
                insert into "public"."member" ("name", "points")
                select "incoming"."name", "incoming"."points"
                from (values (?, ?), (?, ?)) as "incoming" ("name", "points")
                returning "public"."member"."name", "public"."member"."shout"
                """);
        assertThat(returning.fetch(ctx)).extracting(Object::toString).hasSize(2);
        assertThat(ctx.fetchValues(MEMBER.SHOUT)).containsExactlyInAnyOrder("EMMA", "DUNE");
    }

    @Test
    void nullsCanStandForDefaults(DSLContext ctx) {
        // spotless:off
        var join = bulkInsert(MEMBER, Person.class)
                .set(MEMBER.NAME).from(Person::name)
                .set(MEMBER.POINTS).fromOrDefault(Person::points);
        // spotless:on
        var rows = List.of(new Person("a", null), new Person("b", 2), new Person("c", null));
        var statement = join.rows(rows);
        assertThat(statement.queries()).hasSize(2);
        assertThatThrownBy(statement::query).isInstanceOf(IllegalStateException.class);
        assertThat(OutcomeText.of(
                        statement.returning(MEMBER.NAME, MEMBER.POINTS).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [a, 10]", "2 INSERTED [b, 2]", "3 INSERTED [c, 10]");
        ctx.deleteFrom(MEMBER).execute();
        assertThat(statement.execute(ctx)).isEqualTo(3);
        ctx.deleteFrom(MEMBER).execute();
        assertThat(statement.returning(MEMBER.NAME).fetch(ctx).getValues(MEMBER.NAME))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(join.rows(new Person("d", null)).queries()).hasSize(1);
    }

    @Test
    void computedValuesAndVersions(DSLContext ctx) {
        // spotless:off
        var priced = bulkInsert(PRICE, String.class)
                .set(PRICE.SKU).from(sku -> sku)
                .set(PRICE.FIRST_SEEN, now());
        var documents = bulkInsert(DOCUMENT, Integer.class)
                .set(DOCUMENT.ID).from(id -> id)
                .set(DOCUMENT.TITLE).from(id -> "t" + id);
        // spotless:on
        assertThat(priced.rows("a", "b").execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetchCount(PRICE, PRICE.FIRST_SEEN.isNotNull())).isEqualTo(2);
        assertThat(OutcomeText.of(documents
                        .rows(2, 1)
                        .returning(DOCUMENT.ID, DOCUMENT.VERSION)
                        .fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [2, 1]", "2 INSERTED [1, 1]");
    }

    @Test
    void valuesKeepTheirTypes(DSLContext ctx) {
        // spotless:off
        var kinds = bulkInsert(KINDS, Integer.class)
                .set(KINDS.ID).from(id -> id)
                .set(KINDS.A_YEAR).from(Year::of)
                .set(KINDS.A_MOOD).from(id -> Mood.ok)
                .set(KINDS.MOODS).from(id -> new Mood[] {Mood.sad, Mood.happy});
        // spotless:on
        var record = kinds.rows(1999)
                .returning(KINDS.A_YEAR, KINDS.A_MOOD, KINDS.MOODS)
                .fetchOutcomes(ctx)
                .rows()
                .get(0)
                .record()
                .orElseThrow();
        assertThat(record.value1()).isEqualTo(Year.of(1999));
        assertThat(record.value2()).isEqualTo(Mood.ok);
        assertThat(record.value3()).containsExactly(Mood.sad, Mood.happy);
        assertThat(kinds.rows(2000)
                        .returning(KINDS)
                        .fetchOutcomes(ctx)
                        .rows()
                        .get(0)
                        .record()
                        .orElseThrow()
                        .changed())
                .isFalse();
    }

    @Test
    void missingColumnsAreRefusedBeforeTheServerIsAsked(DSLContext ctx) {
        var untitled = bulkInsert(BOOK, String.class).set(BOOK.TITLE).from(title -> title);
        assertThatThrownBy(() -> untitled.rows("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "bulkInsert into book: book.isbn is NOT NULL without a default, and not set; set it, or say filledByDatabase(…) if a trigger does");
        assertThatThrownBy(() -> bulkInsert(BOOK)
                        .touched()
                        .rows(new BookRecord().setIsbn("a"), new BookRecord().setTitle("b"))
                        .execute(executed.of(ctx)))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 2: bulkInsert into book: book.isbn is NOT NULL without a default");
        assertThat(executed.all()).isEmpty();

        ctx.execute(
                "create function fill() returns trigger language plpgsql as $$ begin new.isbn := 'filled'; return new; end $$");
        ctx.execute("create trigger fill before insert on book for each row execute function fill()");
        assertThat(untitled.filledByDatabase(BOOK.ISBN).rows("a").execute(ctx)).isEqualTo(1);
        assertThat(ctx.fetchValues(BOOK.ISBN)).containsExactly("filled");
    }

    @Test
    void withoutPrimaryKey(DSLContext ctx) {
        var hits = bulkInsert(HIT, String.class).set(HIT.VISITOR).from(visitor -> visitor);
        assertThat(hits.rows("a", "a").execute(ctx)).isEqualTo(2);
        assertThat(hits.rows("b").returning(HIT.VISITOR).fetch(ctx)).hasSize(1);
        assertThatThrownBy(() -> hits.rows("c").fetchOutcomes(ctx))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hit has none: declare one");
    }

    private static List<String> members(DSLContext ctx) {
        return ctx.selectFrom(MEMBER)
                .orderBy(MEMBER.ID)
                .fetch(member ->
                        member.getId() + " " + member.getName() + " " + member.getShout() + " " + member.getPoints());
    }
}
