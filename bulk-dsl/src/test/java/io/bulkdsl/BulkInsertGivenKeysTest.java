// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.CASELESS;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;

import io.bulkdsl.Members.Person;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Inserts whose elements give the key, of an identity column too. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkInsertGivenKeysTest {

    @Test
    void keysThatElementsGive(DSLContext ctx) {
        // spotless:off
        var text = bulkInsert(PRICE, String.class)
                .set(PRICE.SKU).from(sku -> sku);
        var serial = bulkInsert(TM, Integer.class)
                .set(TM.ID).fromOrDefault(id -> id == 0 ? null : id)
                .set(TM.NAME).from(id -> "for " + id);
        var number = bulkInsert(DECKEY, BigDecimal.class)
                .set(DECKEY.K).from(k -> k);
        var caseless = bulkInsert(CASELESS, String.class)
                .set(CASELESS.NAME).from(name -> name);
        // spotless:on
        assertThat(OutcomeText.of(
                        text.rows("b", "a").returning(PRICE.SKU, PRICE.SOURCE).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [b, feed]", "2 INSERTED [a, feed]");
        assertThat(OutcomeText.of(
                        serial.rows(70, 0, 50).returning(TM.ID, TM.NAME).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [70, for 70]", "2 INSERTED [1, for 0]", "3 INSERTED [50, for 50]");
        assertThat(OutcomeText.of(
                        number.rows(new BigDecimal("1.239")).returning(DECKEY.K).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1.24]");
        assertThat(OutcomeText.of(
                        caseless.rows("Emma", "dune").returning(CASELESS.NAME).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [Emma]", "2 INSERTED [dune]");
    }

    @Test
    void identitiesCanBeGiven(DSLContext ctx) {
        // spotless:off
        var numbered = bulkInsert(MEMBER, Person.class)
                .set(MEMBER.ID).from(person -> person.points().longValue())
                .set(MEMBER.NAME).from(Person::name);
        // spotless:on
        var rows = List.of(new Person("a", 500), new Person("b", 400));
        assertThatThrownBy(() -> numbered.rows(rows).execute(ctx)).hasMessageContaining("GENERATED ALWAYS");
        assertThatThrownBy(() -> numbered.rows(rows).fetchOutcomes(ctx)).hasMessageContaining("GENERATED ALWAYS");

        var system = numbered.overridingSystemValue();
        assertThatSql(system.rows(rows.get(0))).rendersSql("""
                insert into "public"."member" ("id", "name") overriding system value
                select "incoming"."id", "incoming"."name" from (values (?, ?)) as "incoming" ("id", "name")
                """);
        assertThat(OutcomeText.of(
                        system.rows(rows).returning(MEMBER.ID, MEMBER.NAME).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [500, a]", "2 INSERTED [400, b]");
        ctx.deleteFrom(MEMBER).execute();
        assertThat(system.rows(rows).execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetchValues(MEMBER.ID)).containsExactlyInAnyOrder(400L, 500L);
    }

    @Test
    void identitiesCanBeIgnored(DSLContext ctx) {
        // spotless:off
        var copied = bulkInsert(BOOK, Person.class)
                .set(BOOK.ID).from(person -> person.points().longValue())
                .set(BOOK.ISBN).from(Person::name)
                .overridingUserValue();
        // spotless:on
        var rows = List.of(new Person("a", 500), new Person("b", 400));
        assertThat(copied.rows(rows).getSQL()).contains(" overriding user value ");
        assertThat(OutcomeText.of(
                        copied.rows(rows).returning(BOOK.ID, BOOK.ISBN).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1, a]", "2 INSERTED [2, b]");
        ctx.deleteFrom(BOOK).execute();
        assertThat(copied.rows(rows).execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetchValues(BOOK.ID)).containsExactlyInAnyOrder(3L, 4L);
    }
}
