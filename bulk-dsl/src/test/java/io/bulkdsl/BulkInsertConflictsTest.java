// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.Members.JOIN;
import static io.bulkdsl.Members.PEOPLE;
import static io.bulkdsl.testdb.public_.Tables.CASELESS;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static io.bulkdsl.testdb.public_.Tables.UN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.Members.Person;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** Rows that are there already: an error that names them, or left out. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkInsertConflictsTest {

    @Test
    void conflictsAreLeftOut(DSLContext ctx) {
        JOIN.rows(PEOPLE).execute(ctx);
        var lenient = JOIN.onConflictDoNothing();
        assertThat(lenient.rows(PEOPLE).getSQL()).endsWith("on conflict do nothing");
        var rows = List.of(new Person("a", 1), new Person("Emma", 2), new Person("a", 3), new Person("b", 4));
        var outcomes = lenient.rows(rows).returning(MEMBER.NAME, MEMBER.POINTS).fetchOutcomes(ctx);
        assertThat(OutcomeText.of(outcomes))
                .containsExactly("1 INSERTED [a, 1]", "2 CONFLICT", "3 CONFLICT", "4 INSERTED [b, 4]");
        assertThat(OutcomeText.of(outcomes.totals())).isEqualTo("inserted=2, conflicts=2");
        assertThat(lenient.rows(rows).execute(ctx)).isZero();
    }

    @Test
    void conflictsAmongGivenKeysAreLeftOut(DSLContext ctx) {
        // spotless:off
        var prices = bulkInsert(PRICE, Person.class)
                .set(PRICE.SKU).from(Person::name)
                .set(PRICE.SEEN).from(Person::points)
                .onConflictDoNothing();
        var tags = bulkInsert(TAG, Person.class)
                .set(TAG.NAME).from(Person::name)
                .set(TAG.HITS).from(Person::points)
                .onConflictDoNothing();
        var caseless = bulkInsert(CASELESS, Person.class)
                .set(CASELESS.NAME).from(Person::name)
                .set(CASELESS.HITS).from(Person::points)
                .onConflictDoNothing();
        // spotless:on
        var rows = List.of(new Person("b", 1), new Person("a", 2), new Person("b", 3));
        var outcomes = prices.rows(rows).returning(PRICE.SKU, PRICE.SEEN).fetchOutcomes(ctx);
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 INSERTED [b, 1]", "2 INSERTED [a, 2]", "3 CONFLICT");
        assertThat(OutcomeText.of(outcomes.totals())).isEqualTo("inserted=2, conflicts=1");
        var names = List.of(new Person("Emma", 1), new Person("EMMA", 2));
        assertThat(OutcomeText.of(tags.rows(names).returning(TAG.HITS).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1]", "2 CONFLICT");
        assertThat(OutcomeText.of(caseless.rows(names).returning(CASELESS.HITS).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1]", "2 CONFLICT");
    }

    @Test
    void violationsNameRowsAndConstraint(DSLContext ctx) {
        JOIN.rows(PEOPLE).execute(ctx);
        violates(
                () -> JOIN.rows(new Person("secret", 1), new Person("b", 2), new Person("secret", 3))
                        .execute(ctx),
                "bulkInsert into member: unique constraint member_name_key on (name) is violated by row 1 and row 3; leave such rows out, or use onConflictDoNothing()");
        violates(
                () -> JOIN.rows(new Person("b", 2), new Person("Emma", 1)).fetchOutcomes(ctx),
                "bulkInsert into member: unique constraint member_name_key on (name) is violated by row 2; leave such rows out, or use onConflictDoNothing()");
        violates(
                () -> bulkInsert(UN, Integer.class)
                        .set(UN.INT_FIELD)
                        .from(i -> i)
                        .rows(5, 6, 5)
                        .returning(UN.ID)
                        .fetch(ctx),
                "bulkInsert into un: unique constraint un_int_field_key on (int_field) is violated by row 1 and row 3; leave such rows out, or use onConflictDoNothing()");
        violates(
                () -> bulkInsert(DECKEY, BigDecimal.class)
                        .set(DECKEY.K)
                        .from(k -> k)
                        .rows(new BigDecimal("1.5"), new BigDecimal("1.50"))
                        .execute(ctx),
                "bulkInsert into deckey: unique constraint deckey_k_key on (k) is violated by row 1 and row 2; leave such rows out, or use onConflictDoNothing()");
        assertThat(ctx.fetchCount(MEMBER)).isEqualTo(2);
        assertThat(ctx.fetchCount(UN)).isZero();
    }

    private static void violates(Callable<?> call, String message) {
        assertThatThrownBy(call::call)
                .isInstanceOf(BulkException.class)
                .hasMessage(message)
                .matches(e -> ((DataAccessException) e).sqlState().equals("23505"));
    }
}
