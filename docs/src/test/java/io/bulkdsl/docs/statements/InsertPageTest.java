// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.docs.db.Tables.CUSTOMER;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkInsertOfRecords;
import io.bulkdsl.Outcome;
import io.bulkdsl.Returned;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Status;
import io.bulkdsl.docs.db.tables.records.CustomerRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What docs/statements/insert.md shows. */
@PostgresTest(migrations = "classpath:db/migration")
class InsertPageTest {

    private static final Registration ADA = new Registration("ada@example.org", "Ada", "gold");

    private static final Registration BOB = new Registration("bob@example.org", "Bob", null);

    record Registration(String email, String name, @Nullable String tier) {}

    // spotless:off
    static final BulkInsert<CustomerRecord, Registration> REGISTER = bulkInsert(CUSTOMER, Registration.class)
            .set(CUSTOMER.EMAIL).from(Registration::email)
            .set(CUSTOMER.NAME).from(Registration::name);

    static final BulkInsert<CustomerRecord, Registration> NULL_IS_NULL = REGISTER
            .set(CUSTOMER.TIER).from(Registration::tier);

    static final BulkInsert<CustomerRecord, Registration> NULL_IS_THE_DEFAULT = REGISTER
            .set(CUSTOMER.TIER).fromOrDefault(Registration::tier);

    static final BulkInsert<CustomerRecord, Numbered> NUMBERED = bulkInsert(CUSTOMER, Numbered.class)
            .set(CUSTOMER.ID).from(Numbered::id)
            .set(CUSTOMER.EMAIL).from(Numbered::email)
            .set(CUSTOMER.NAME).from(Numbered::email);
    // spotless:on

    record Numbered(long id, String email) {}

    static final BulkInsertOfRecords<CustomerRecord> RECORDS =
            bulkInsert(CUSTOMER).set(CUSTOMER.EMAIL, CUSTOMER.NAME);

    @Test
    void createsARowForEachElement(DSLContext ctx) {
        assertThatSql(REGISTER.rows(ADA, BOB))
                .rendersSql("""
                        insert into "public"."customer" ("email", "name")
                        select "incoming"."email", "incoming"."name"
                        from (values (?, ?), (?, ?)) as "incoming" ("email", "name")
                        """)
                .withBinds("ada@example.org", "Ada", "bob@example.org", "Bob");
        assertThat(REGISTER.rows(ADA, BOB).execute(ctx)).isEqualTo(2);
        assertThat(customers(ctx)).containsExactly("1 ada@example.org standard", "2 bob@example.org standard");
    }

    @Test
    void createsARowForEachRecord(DSLContext ctx) {
        CustomerRecord ada = customer("ada@example.org", "Ada");
        CustomerRecord bob = customer("bob@example.org", "Bob");
        assertThatSql(RECORDS.rows(ada, bob)).rendersSql("""
                insert into "public"."customer" ("email", "name")
                select "incoming"."email", "incoming"."name"
                from (values (?, ?), (?, ?)) as "incoming" ("email", "name")
                """);
        assertThat(RECORDS.rows(ada, bob).execute(ctx)).isEqualTo(2);
        assertThat(customers(ctx)).containsExactly("1 ada@example.org standard", "2 bob@example.org standard");
    }

    @Test
    void computesAColumn(DSLContext ctx) {
        BulkInsert<CustomerRecord, Registration> today = REGISTER.set(CUSTOMER.JOINED_ON, now());
        assertThatSql(today.rows(ADA)).rendersSql("""
                insert into "public"."customer" ("email", "name", "joined_on")
                select "incoming"."email", "incoming"."name", now()
                from (values (?, ?)) as "incoming" ("email", "name")
                """);
        today.rows(ADA).execute(ctx);
        assertThat(ctx.fetchExists(CUSTOMER, CUSTOMER.JOINED_ON.isNotNull())).isTrue();
    }

    @Test
    void nullMayStandForTheDefault(DSLContext ctx) {
        assertThatThrownBy(() -> NULL_IS_NULL.rows(ADA, BOB).execute(ctx))
                .isInstanceOfSatisfying(
                        BulkException.class,
                        e -> assertThat(e.failure().error().sqlState()).isEqualTo("23502"));
        assertThat(customers(ctx)).isEmpty();
        assertThat(NULL_IS_THE_DEFAULT.rows(ADA, BOB).queries()).hasSize(2);
        assertThatSql(NULL_IS_THE_DEFAULT.rows(ADA, BOB).queries().get(0)).rendersSql("""
                insert into "public"."customer" ("email", "name", "tier")
                select "incoming"."email", "incoming"."name", "incoming"."tier"
                from (values (?, ?, ?)) as "incoming" ("email", "name", "tier")
                """);
        assertThatSql(NULL_IS_THE_DEFAULT.rows(ADA, BOB).queries().get(1)).rendersSql("""
                insert into "public"."customer" ("email", "name")
                select "incoming"."email", "incoming"."name"
                from (values (?, ?)) as "incoming" ("email", "name")
                """);
        assertThat(NULL_IS_THE_DEFAULT.rows(ADA, BOB).execute(ctx)).isEqualTo(2);
        assertThat(customersWithoutId(ctx)).containsExactly("ada@example.org gold", "bob@example.org standard");
    }

    @Test
    void givesGeneratedKeysToTheirElements(DSLContext ctx) {
        List<Registration> registrations = List.of(BOB, ADA);
        List<Returned<Registration, Record1<Long>>> created =
                REGISTER.rows(registrations).returning(CUSTOMER.ID).fetchRows(ctx);
        assertThat(created)
                .extracting(row -> row.element().name() + " " + row.record().value1())
                .containsExactly("Bob 1", "Ada 2");
        assertThat(ctx.fetchValue(CUSTOMER.NAME, CUSTOMER.ID.eq(1L))).isEqualTo("Bob");
    }

    @Test
    void mayLeaveOutWhatIsThere(DSLContext ctx) {
        REGISTER.rows(ADA).execute(ctx);
        assertThatThrownBy(() -> REGISTER.rows(BOB, ADA).execute(ctx))
                .isInstanceOf(BulkException.class)
                .hasMessageContaining("bulkInsert into customer: unique constraint customer_email_key on (email) is "
                        + "violated by row 2; leave such rows out, or use onConflictDoNothing()");
        assertThatSql(REGISTER.onConflictDoNothing().rows(BOB, ADA)).rendersSql("""
                insert into "public"."customer" ("email", "name")
                select "incoming"."email", "incoming"."name"
                from (values (?, ?), (?, ?)) as "incoming" ("email", "name")
                on conflict do nothing
                """);
        var outcomes = REGISTER.onConflictDoNothing()
                .rows(BOB, ADA)
                .returning(CUSTOMER.EMAIL)
                .fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(Status.INSERTED, Status.CONFLICT);
        assertThat(outcomes.rows().get(1).records()).isEmpty();
        assertThat(customersWithoutId(ctx)).containsExactly("ada@example.org standard", "bob@example.org standard");
    }

    @Test
    void identitiesMayBeGiven(DSLContext ctx) {
        Numbered seven = new Numbered(7, "g@example.org");
        assertThatThrownBy(() -> NUMBERED.rows(seven).execute(ctx))
                .isInstanceOfSatisfying(
                        BulkException.class,
                        e -> assertThat(e.failure().error().sqlState()).isEqualTo("428C9"));
        assertThatSql(NUMBERED.overridingSystemValue().rows(seven)).rendersSql("""
                insert into "public"."customer" ("id", "email", "name") overriding system value
                select "incoming"."id", "incoming"."email", "incoming"."name"
                from (values (?, ?, ?)) as "incoming" ("id", "email", "name")
                """);
        assertThat(NUMBERED.overridingSystemValue().rows(seven).execute(ctx)).isEqualTo(1);
        Numbered eight = new Numbered(8, "h@example.org");
        assertThat(NUMBERED.overridingUserValue().rows(eight).execute(ctx)).isEqualTo(1);
        assertThat(customers(ctx)).containsExactly("1 h@example.org standard", "7 g@example.org standard");
    }

    @Test
    void touchedColumnsAlone(DSLContext ctx) {
        CustomerRecord ada = customer("ada@example.org", "Ada");
        CustomerRecord bob = customer("bob@example.org", "Bob");
        ada.setTier("gold");
        List<CustomerRecord> records = List.of(ada, bob);
        int created = bulkInsert(CUSTOMER).touched().rows(records).execute(ctx);
        assertThat(created).isEqualTo(2);
        assertThat(customersWithoutId(ctx)).containsExactly("ada@example.org gold", "bob@example.org standard");
        ctx.deleteFrom(CUSTOMER).execute();
        assertThatThrownBy(() -> bulkInsert(CUSTOMER)
                        .set(CUSTOMER.EMAIL, CUSTOMER.NAME, CUSTOMER.TIER)
                        .rows(records)
                        .execute(ctx))
                .isInstanceOfSatisfying(
                        BulkException.class,
                        e -> assertThat(e.failure().error().sqlState()).isEqualTo("23502"));
    }

    @Test
    void manyRowsAreCopied(DSLContext ctx) {
        List<Registration> many = IntStream.range(0, 3_500)
                .mapToObj(i -> new Registration(i + "@example.org", "Customer " + i, null))
                .toList();
        assertThat(REGISTER.rows(many).explain(ctx)).isEqualTo("COPY: 3,500 rows of 2 values, 7,000 values or more");
        assertThat(REGISTER.rows(many).execute(ctx)).isEqualTo(3_500);
        assertThat(ctx.fetchCount(CUSTOMER, CUSTOMER.TIER.eq("standard"))).isEqualTo(3_500);
    }

    @Test
    void aMissingColumnIsRefusedBeforeTheServerIsAsked() {
        // spotless:off
        BulkInsert<CustomerRecord, Registration> nameless = bulkInsert(CUSTOMER, Registration.class)
                .set(CUSTOMER.EMAIL).from(Registration::email);
        // spotless:on
        assertThatThrownBy(() -> nameless.rows(ADA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NOT NULL without a default, and not set");
    }

    /** What isn't set isn't touched. */
    private static CustomerRecord customer(String email, String name) {
        CustomerRecord customer = new CustomerRecord();
        customer.setEmail(email);
        customer.setName(name);
        return customer;
    }

    private static List<String> customers(DSLContext ctx) {
        return ctx.selectFrom(CUSTOMER)
                .orderBy(CUSTOMER.ID)
                .fetch(row -> row.getId() + " " + row.getEmail() + " " + row.getTier());
    }

    private static List<String> customersWithoutId(DSLContext ctx) {
        return ctx.selectFrom(CUSTOMER).orderBy(CUSTOMER.EMAIL).fetch(row -> row.getEmail() + " " + row.getTier());
    }
}
