// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.docs.db.Tables.LOAN;
import static io.bulkdsl.docs.db.Tables.READER;
import static io.bulkdsl.docs.db.Tables.SHELF;
import static io.bulkdsl.docs.db.Tables.TRANSLATION;
import static io.bulkdsl.docs.statements.Upserts.ACTIVE_READERS;
import static io.bulkdsl.docs.statements.Upserts.LOANS;
import static io.bulkdsl.docs.statements.Upserts.LOGINS;
import static io.bulkdsl.docs.statements.Upserts.NO_KEY;
import static io.bulkdsl.docs.statements.Upserts.PLACES;
import static io.bulkdsl.docs.statements.Upserts.TITLES;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.Outcome;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.docs.statements.Upserts.Borrowed;
import io.bulkdsl.docs.statements.Upserts.Place;
import io.bulkdsl.docs.statements.Upserts.Subscriber;
import io.bulkdsl.docs.statements.Upserts.Title;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What docs/statements/upsert.md says of which rows exist. */
@PostgresTest(migrations = "classpath:db/migration")
class UpsertPageConflictTargetTest {

    @Test
    void onConstraint(DSLContext ctx) {
        List<Place> places = List.of(new Place("hall", 1, "emma"), new Place("attic", 7, "ulysses"));
        assertThatSql(PLACES.rows(places)).rendersSql("""
                insert into "public"."shelf" ("room", "place", "isbn")
                select "incoming"."room", "incoming"."place", "incoming"."isbn"
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("room", "place", "isbn")
                order by "incoming"."room", "incoming"."place"
                on conflict on constraint "shelf_place" do update
                set "isbn" = excluded."isbn"
                """);

        assertThat(PLACES.rows(places).execute(ctx)).isEqualTo(2);
        assertThat(PLACES.rows(new Place("hall", 1, "dubliners")).execute(ctx)).isEqualTo(1);

        assertThat(ctx.selectFrom(SHELF).fetchMap(SHELF.LABEL, SHELF.ISBN))
                .containsEntry("hall 1", "dubliners")
                .containsEntry("attic 7", "ulysses")
                .hasSize(2);
    }

    @Test
    void indexWhere(DSLContext ctx) {
        ctx.insertInto(READER, READER.EMAIL, READER.NAME, READER.LEFT_ON)
                .values("jane@example.com", "Jane", LocalDate.of(2026, 1, 2))
                .values("james@example.com", "James", null)
                .execute();
        List<Subscriber> readers =
                List.of(new Subscriber("jane@example.com", "Jane A."), new Subscriber("james@example.com", "James J."));
        assertThatSql(ACTIVE_READERS.rows(readers)).rendersSql("""
                insert into "public"."reader" ("email", "name")
                select "incoming"."email", "incoming"."name"
                from (values (?, ?), (?, ?)) as "incoming" ("email", "name")
                order by "incoming"."email"
                on conflict ("email") where "left_on" is null do update
                set "name" = excluded."name"
                """);

        assertThat(ACTIVE_READERS.rows(readers).fetchOutcomes(ctx))
                .extracting(Outcome::status)
                .containsExactly(INSERTED, UPDATED);

        assertThat(ctx.selectFrom(READER).orderBy(READER.ID).fetch(READER.NAME))
                .containsExactly("Jane", "James J.", "Jane A.");
    }

    @Test
    void eqBy(DSLContext ctx) {
        ctx.insertInto(READER, READER.LOGIN, READER.NAME).values("Jane", "Jane").execute();
        assertThatSql(LOGINS.rows(new Subscriber("JANE", "Jane A."))).rendersSql("""
                insert into "public"."reader" ("login", "name")
                select "incoming"."login", "incoming"."name"
                from (values (?, ?)) as "incoming" ("login", "name")
                order by lower("incoming"."login")
                on conflict (lower("login")) do update
                set "name" = excluded."name"
                """);

        assertThat(LOGINS.rows(new Subscriber("JANE", "Jane A.")).execute(ctx)).isEqualTo(1);

        assertThat(ctx.selectFrom(READER).fetch(reader -> reader.getLogin() + ", " + reader.getName()))
                .containsExactly("Jane, Jane A.");
    }

    @Test
    void notDistinct(DSLContext ctx) {
        ctx.execute("create unique index on translation (isbn, language) nulls not distinct");
        assertThatSql(TITLES.rows(new Title("emma", null, "Emma"))).rendersSql("""
                insert into "public"."translation" ("isbn", "language", "title")
                select "incoming"."isbn", "incoming"."language", "incoming"."title"
                from (values (?, ?, ?)) as "incoming" ("isbn", "language", "title")
                order by "incoming"."isbn", "incoming"."language"
                on conflict ("isbn", "language") do update
                set "title" = excluded."title"
                """);

        TITLES.rows(new Title("emma", null, "Emma"), new Title("emma", "de", "Emma auf Deutsch"))
                .execute(ctx);
        TITLES.rows(new Title("emma", null, "Emma: A Novel")).execute(ctx);

        assertThat(ctx.selectFrom(TRANSLATION).fetch(TRANSLATION.TITLE))
                .containsExactlyInAnyOrder("Emma: A Novel", "Emma auf Deutsch");
    }

    @Test
    void notDistinctOverAnIndexWithDistinctNulls(DSLContext ctx) {
        ctx.execute("create unique index on translation (isbn, language)");
        Title original = new Title("emma", null, "Emma");

        TITLES.rows(original).execute(ctx);
        TITLES.rows(original).execute(ctx);

        assertThat(ctx.fetchCount(TRANSLATION)).isEqualTo(2);
    }

    @Test
    void keyNotUnique(DSLContext ctx) {
        ctx.insertInto(LOAN, LOAN.ISBN, LOAN.READER, LOAN.TIMES)
                .values("emma", "jane", 1)
                .values("emma", "jane", 4)
                .execute();
        List<Borrowed> borrowed = List.of(new Borrowed("emma", "jane"), new Borrowed("emma", "james"));

        assertThat(LOANS.rows(borrowed).execute(ctx)).isEqualTo(3);

        assertThat(ctx.selectFrom(LOAN).fetch(loan -> loan.getReader() + " " + loan.getTimes()))
                .containsExactlyInAnyOrder("jane 2", "jane 5", "james 1");
    }

    @Test
    void keysThatAreNoUniqueKey(DSLContext ctx) {
        assertThatThrownBy(() -> NO_KEY.rows(new Borrowed("emma", "jane")).execute(ctx))
                .isInstanceOf(BulkException.class)
                .hasMessageContaining("the keys (isbn, reader) are no unique key or index of the table")
                .hasMessageContaining("there is keyNotUnique()");
    }
}
