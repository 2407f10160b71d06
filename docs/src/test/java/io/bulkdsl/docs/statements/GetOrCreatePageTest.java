// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.docs.db.Tables.BRAND;
import static io.bulkdsl.docs.db.Tables.CUSTOMER;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.GetOrCreateOfRecords;
import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.Status;
import io.bulkdsl.docs.db.tables.records.BrandRecord;
import io.bulkdsl.docs.db.tables.records.CustomerRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/statements/get-or-create.md shows. */
@PostgresTest(migrations = "classpath:db/migration")
@Timeout(60)
class GetOrCreatePageTest {

    private static final Maker ACME = new Maker("Acme", "US");

    private static final Maker NOVA = new Maker("Nova", "DE");

    record Maker(String name, @Nullable String country) {}

    // spotless:off
    static final GetOrCreate<BrandRecord, Maker> BRANDS = getOrCreate(BRAND, Maker.class)
            .key(BRAND.NAME).from(Maker::name)
            .set(BRAND.COUNTRY).from(Maker::country);
    // spotless:on

    static final GetOrCreateOfRecords<BrandRecord> RECORDS =
            getOrCreate(BRAND).keys(BRAND.NAME).set(BRAND.COUNTRY);

    /** Acme is there, as a brand of Canada. */
    @BeforeEach
    void acme(DSLContext ctx) {
        ctx.insertInto(BRAND, BRAND.ID, BRAND.NAME, BRAND.COUNTRY)
                .values(100L, "Acme", "CA")
                .execute();
    }

    @Test
    void handsEveryRowBack(DSLContext ctx) {
        assertThatSql(BRANDS.rows(ACME, NOVA)).rendersSql("""
                insert into "public"."brand" ("name", "country")
                select "incoming"."name", "incoming"."country"
                from (values (?, ?), (?, ?)) as "incoming" ("name", "country")
                order by "incoming"."name"
                on conflict ("name") do nothing
                """);
        List<Maker> makers = List.of(ACME, NOVA);
        Outcomes<Maker, Record2<Long, String>> brands =
                BRANDS.rows(makers).returning(BRAND.ID, BRAND.COUNTRY).fetchOutcomes(ctx);
        assertThat(brands.stream()
                        .map(brand -> brand.element().name() + " " + brand.status() + " "
                                + brand.record().orElseThrow().value2()))
                .containsExactly("Acme UNCHANGED CA", "Nova INSERTED DE");
        assertThat(brands.rows().get(0).record().orElseThrow().value1()).isEqualTo(100L);
        assertThat(brands.stream().map(Outcome::created)).containsExactly(false, true);
        assertThat(countries(ctx)).containsExactly("Acme CA", "Nova DE");
    }

    @Test
    void givesTheKeysOfAll(DSLContext ctx) {
        List<Maker> makers = List.of(ACME, NOVA);
        Map<String, Long> ids = BRANDS.rows(makers).returning(BRAND.NAME, BRAND.ID).fetchRows(ctx).stream()
                .collect(toMap(row -> row.record().value1(), row -> row.record().value2()));
        assertThat(ids).containsOnlyKeys("Acme", "Nova").containsEntry("Acme", 100L);
    }

    @Test
    void ofRecords(DSLContext ctx) {
        BrandRecord acme = new BrandRecord(null, "Acme", "US");
        BrandRecord nova = new BrandRecord(null, "Nova", "DE");
        assertThatSql(RECORDS.rows(acme, nova)).rendersSql("""
                insert into "public"."brand" ("name", "country")
                select "incoming"."name", "incoming"."country"
                from (values (?, ?), (?, ?)) as "incoming" ("name", "country")
                order by "incoming"."name"
                on conflict ("name") do nothing
                """);
        assertThat(RECORDS.rows(acme, nova).execute(ctx)).isEqualTo(1);
        assertThat(countries(ctx)).containsExactly("Acme CA", "Nova DE");
    }

    @Test
    void isOneStatementIfNobodyInterferes(DSLContext ctx) {
        AtomicInteger statements = new AtomicInteger();
        DSLContext counting = ctx.configuration()
                .deriveAppending(ExecuteListener.onStart(execution -> statements.incrementAndGet()))
                .dsl();
        // The first time a definition asks what is equal in a text key.
        BRANDS.rows(ACME, NOVA).explain(ctx);
        BRANDS.rows(ACME, NOVA).returning(BRAND.ID).fetchOutcomes(counting);
        assertThat(statements).hasValue(1);
        assertThat(countries(ctx)).containsExactly("Acme CA", "Nova DE");
    }

    @Test
    void findsWhatAnotherTransactionCreatesMeanwhile(DSLContext ctx) throws Exception {
        Outcome<Maker, Record2<String, String>> nova = whileAnotherCreates(ctx, "AT", true);
        assertThat(nova.status()).isEqualTo(Status.UNCHANGED);
        assertThat(nova.record().orElseThrow().value2()).isEqualTo("AT");
        assertThat(countries(ctx)).containsExactly("Acme CA", "Nova AT");
    }

    @Test
    void createsWhatAnotherTransactionThoughtBetterOf(DSLContext ctx) throws Exception {
        Outcome<Maker, Record2<String, String>> nova = whileAnotherCreates(ctx, "AT", false);
        assertThat(nova.status()).isEqualTo(Status.INSERTED);
        assertThat(nova.record().orElseThrow().value2()).isEqualTo("DE");
        assertThat(countries(ctx)).containsExactly("Acme CA", "Nova DE");
    }

    /** Asks for Nova while another transaction has created it and hasn't ended. */
    private static Outcome<Maker, Record2<String, String>> whileAnotherCreates(
            DSLContext ctx, String country, boolean commits) throws Exception {
        CompletableFuture<Outcome<Maker, Record2<String, String>>> outcome = new CompletableFuture<>();
        try {
            ctx.transaction(other -> {
                other.dsl()
                        .insertInto(BRAND, BRAND.NAME, BRAND.COUNTRY)
                        .values("Nova", country)
                        .execute();
                Thread ours = new Thread(() -> outcome.complete(BRANDS.rows(NOVA)
                        .returning(BRAND.NAME, BRAND.COUNTRY)
                        .fetchOutcomes(ctx)
                        .rows()
                        .get(0)));
                ours.start();
                while (ours.isAlive() && !someoneWaits(ctx)) {
                    Thread.onSpinWait();
                }
                assertThat(outcome).isNotDone();
                if (!commits) {
                    throw new ThoughtBetterOfIt();
                }
            });
        } catch (ThoughtBetterOfIt expected) {
            assertThat(commits).isFalse();
        }
        return outcome.get(30, TimeUnit.SECONDS);
    }

    private static final class ThoughtBetterOfIt extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void whatNoNewRowCanDoWithoutIsNeededAlsoIfAllExist() {
        // spotless:off
        GetOrCreate<CustomerRecord, String> nameless = getOrCreate(CUSTOMER, String.class)
                .key(CUSTOMER.EMAIL).from(email -> email);
        // spotless:on
        assertThatThrownBy(() -> nameless.rows("ada@example.org"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NOT NULL without a default, and not set");
    }

    @Test
    void foldTakesTheFirst(DSLContext ctx) {
        BRANDS.duplicates(Duplicates.FOLD).rows(NOVA, new Maker("Nova", "FR")).execute(ctx);
        assertThat(countries(ctx)).containsExactly("Acme CA", "Nova DE");
    }

    @Test
    void theSameKeyTwice(DSLContext ctx) {
        assertThatThrownBy(() -> BRANDS.rows(NOVA, NOVA).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("the same key as in row 1");
        assertThat(folded(ctx, Duplicates.FOLD)).containsExactly("INSERTED Nova", "INSERTED Nova");
        ctx.deleteFrom(BRAND).execute();
        assertThat(folded(ctx, Duplicates.FIRST)).containsExactly("INSERTED Nova", "DUPLICATE -");
        ctx.deleteFrom(BRAND).execute();
        assertThat(folded(ctx, Duplicates.LAST)).containsExactly("DUPLICATE -", "INSERTED Nova");
    }

    private static List<String> folded(DSLContext ctx, Duplicates policy) {
        return BRANDS.duplicates(policy).rows(NOVA, NOVA).returning(BRAND.NAME).fetchOutcomes(ctx).stream()
                .map(outcome -> outcome.status() + " "
                        + outcome.record().map(row -> row.value1()).orElse("-"))
                .toList();
    }

    private static boolean someoneWaits(DSLContext ctx) {
        return ctx.fetchExists(
                DSL.table("pg_stat_activity"),
                DSL.condition("wait_event_type = 'Lock' and datname = current_database()"));
    }

    private static List<String> countries(DSLContext ctx) {
        return ctx.selectFrom(BRAND).orderBy(BRAND.NAME).fetch(row -> row.getName() + " " + row.getCountry());
    }
}
