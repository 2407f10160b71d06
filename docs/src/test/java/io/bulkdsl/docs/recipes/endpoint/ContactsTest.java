// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.endpoint;

import static io.bulkdsl.docs.db.Tables.CONTACT;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What each element of a list is answered, the bad ones included. */
@PostgresTest(migrations = "classpath:db/migration")
class ContactsTest {

    private static final Contact EMMA = new Contact("emma@example.org", "Emma", "1");
    private static final Contact OTTO = new Contact("otto@example.org", "Otto", "2");

    @Test
    void isOneStatement() {
        assertThatSql(Contacts.CONTACTS.rows(EMMA, OTTO)).rendersSql("""
                        insert into "public"."contact" ("email", "name", "phone")
                        select "incoming"."email", "incoming"."name", "incoming"."phone"
                        from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("email", "name", "phone")
                        where (not exists (
                          select 1
                          from "public"."contact"
                          where (
                            "public"."contact"."email" = "incoming"."email"
                            and not (
                              "public"."contact"."name" is distinct from "incoming"."name"
                              or "public"."contact"."phone" is distinct from "incoming"."phone"
                            )
                          )
                        ))
                        order by "incoming"."email"
                        on conflict ("email") do update
                        set
                          "name" = excluded."name",
                          "phone" = excluded."phone"
                        where (
                          "public"."contact"."name" is distinct from excluded."name"
                          or "public"."contact"."phone" is distinct from excluded."phone"
                        )
                        """);
    }

    @Test
    void answersInTheOrderOfTheList(DSLContext ctx) {
        Contacts.putAll(List.of(EMMA, OTTO), ctx);
        List<Contact> list = List.of(
                new Contact("otto@example.org", "Otto", "3"), new Contact("ada@example.org", "Ada", null), EMMA);
        assertThat(Contacts.putAll(list, ctx))
                .extracting(Answer::status)
                .containsExactly("updated", "created", "unchanged");
        assertThat(Contacts.putAll(list, ctx)).extracting(Answer::status).containsOnly("unchanged");
        assertThat(Contacts.putAll(List.of(), ctx)).isEmpty();
        assertThat(Contacts.putGood(List.of(), ctx)).isEmpty();
    }

    @Test
    void aBadContactFailsTheListAndIsNamed(DSLContext ctx) {
        Contact tooLong = new Contact("long@example.org", "x".repeat(41), null);
        assertThatThrownBy(() -> Contacts.putAll(List.of(EMMA, tooLong), ctx))
                .isInstanceOfSatisfying(BulkException.class, e -> {
                    assertThat(e.sqlState()).isEqualTo("22001");
                    assertThat(e.failure().rowNumbers()).containsExactly(2);
                });
        assertThat(ctx.fetchCount(CONTACT)).isZero();
    }

    @Test
    void theGoodOnesAreWrittenAndTheBadOnesTold(DSLContext ctx) {
        Contacts.putAll(List.of(EMMA), ctx);
        List<Answer> answers = Contacts.putGood(
                List.of(
                        new Contact("long@example.org", "x".repeat(41), null),
                        OTTO,
                        new Contact("nobody", "Nobody", null),
                        EMMA,
                        new Contact(null, "Null", null),
                        new Contact("ada@example.org", null, null),
                        new Contact("emil@example.org", "Emil", "1"),
                        new Contact("otto@example.org", "Otto again", "5")),
                ctx);

        assertThat(answers.stream().map(answer -> answer.status() + ": " + answer.reason()))
                .containsExactly(
                        "rejected: value too long for type character varying(40)",
                        "created: ",
                        "rejected: new row for relation \"contact\" violates check constraint \"contact_email_check\"",
                        "unchanged: ",
                        "rejected: bad contact.email",
                        "rejected: null value in column \"name\" of relation \"contact\" violates not-null constraint",
                        "rejected: duplicate key value violates unique constraint \"contact_phone_key\"",
                        "updated: ");
        assertThat(ctx.selectFrom(CONTACT).fetchMap(CONTACT.EMAIL, CONTACT.NAME))
                .isEqualTo(Map.of("emma@example.org", "Emma", "otto@example.org", "Otto again"));
    }

    @Test
    void withinATransactionTheGoodOnesArePartOfIt(DSLContext ctx) {
        Contact bad = new Contact("nobody", "Nobody", null);
        List<Answer> answers = ctx.transactionResult(trx -> Contacts.putGood(List.of(EMMA, bad, OTTO), trx.dsl()));
        assertThat(answers).extracting(Answer::status).containsExactly("created", "rejected", "created");
        assertThat(ctx.fetchCount(CONTACT)).isEqualTo(2);
    }

    /** No status then but rejected, and far fewer statements than contacts. */
    @Test
    void ofAVeryLongListTheBadOnesAreLookedForByHalves(DSLContext ctx) {
        List<Contact> contacts = new ArrayList<>(IntStream.range(0, 1_000)
                .mapToObj(n -> new Contact(n + "@example.org", "Nobody", null))
                .toList());
        contacts.set(500, new Contact("nobody", "Nobody", null));
        List<Integer> bad = new ArrayList<>();
        Progress done = Contacts.CONTACTS
                .rows(contacts)
                .batchSize(1_000)
                .onReject(row -> bad.add(row.rowNumber()))
                .execute(ctx);
        assertThat(bad).containsExactly(501);
        assertThat(done.written()).isEqualTo(999);
    }

    @Test
    void anElementThatIsNullIsRejected(DSLContext ctx) {
        assertThat(Contacts.putGood(Arrays.asList(EMMA, null), ctx))
                .extracting(Answer::status, Answer::reason)
                .containsExactly(tuple("created", ""), tuple("rejected", "bad contact"));
    }
}
