// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.limits;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Operators.eqBy;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.docs.db.Tables.BRAND;
import static io.bulkdsl.docs.db.Tables.CUSTOMER;
import static io.bulkdsl.docs.db.Tables.ODD;
import static io.bulkdsl.docs.db.Tables.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.SQLDataType.CLOB;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcome;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.contract.Status;
import io.bulkdsl.docs.db.tables.Brand;
import io.bulkdsl.docs.db.tables.records.BrandRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.RecordListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What docs/limits.md says and no other test shows. */
@PostgresTest(migrations = "classpath:db/migration")
class LimitsPageTest {

    private static final List<RowSource> SOURCES = List.of(RowSource.VALUES, RowSource.UNNEST, RowSource.COPY);

    record Codes(String[] codes) {}

    record Document(int id, String text) {}

    record Visit(@Nullable String country, String city, int visits) {}

    record Tier(String email, @Nullable String tier) {}

    @Test
    void arraysOfCharAreKeysAsTextAlone(DSLContext ctx) {
        Codes ab = new Codes(new String[] {"ab"});
        // spotless:off
        var byCodes = bulkDelete(ODD, Codes.class)
                .key(ODD.CODES).from(Codes::codes);
        var byText = bulkDelete(ODD, Codes.class)
                .key(ODD.CODES, eqBy(codes -> codes.cast(CLOB.array()))).from(Codes::codes);
        // spotless:on
        for (RowSource source : SOURCES) {
            ctx.execute("insert into odd (id, codes) values (1, '{ab}')");
            assertThat(sqlStateOf(() -> byCodes.rows(ab).via(source).execute(ctx)))
                    .isEqualTo("42883");
            assertThat(byText.rows(ab).via(source).execute(ctx)).isEqualTo(1);
        }
    }

    @Test
    void whatJooqReadsAsObjectIsMadeOfSomethingElse(DSLContext ctx) {
        ctx.execute("insert into odd (id) values (1)");
        Document pen = new Document(1, "ink pen");
        // spotless:off
        var asItIs = bulkUpdate(ODD, Document.class)
                .key(ODD.ID).from(Document::id)
                .set(ODD.DOCUMENT).from(Document::text);
        var ofText = bulkUpdate(ODD, Document.class)
                .key(ODD.ID).from(Document::id)
                .set(ODD.DOCUMENT, expr(CLOB, (c, text) -> field("to_tsvector('simple', {0})", Object.class, text)))
                .from(Document::text);
        // spotless:on
        assertThat(sqlStateOf(() -> asItIs.rows(pen).execute(ctx))).isEqualTo("42804");
        assertThatThrownBy(() -> asItIs.rows(pen).via(RowSource.UNNEST).execute(ctx))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it isn't known how values of odd.document");
        for (RowSource source : SOURCES) {
            assertThat(ofText.rows(pen).via(source).execute(ctx)).isEqualTo(1);
        }
        assertThat(ctx.fetchValue("select document::text from odd")).isEqualTo("'ink':1 'pen':2");
    }

    @Test
    void aTransactionWithACopyCanNotBePrepared(DataSource dataSource) throws SQLException {
        // spotless:off
        var add = bulkUpsert(PLACE, Visit.class)
                .key(PLACE.COUNTRY).from(Visit::country)
                .key(PLACE.CITY).from(Visit::city)
                .set(PLACE.VISITS).from(Visit::visits);
        // spotless:on
        for (RowSource source : SOURCES) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
                add.rows(new Visit("DE", "Ulm", 1)).via(source).execute(ctx);
                // Whose server allows prepared transactions at all is another matter, and asked later.
                assertThatThrownBy(() -> ctx.execute("prepare transaction 'visits'"))
                        .hasMessageContaining(
                                source == RowSource.COPY ? "temporary objects" : "prepared transactions are disabled");
                connection.rollback();
            }
        }
    }

    @Test
    void aStatementCarriesSoManyBinds(DSLContext ctx) {
        // spotless:off
        var add = bulkUpsert(PLACE, Visit.class)
                .key(PLACE.COUNTRY).from(Visit::country)
                .key(PLACE.CITY).from(Visit::city)
                .set(PLACE.VISITS).from(Visit::visits);
        // spotless:on
        List<Visit> visits = IntStream.range(0, 22_000)
                .mapToObj(i -> new Visit("DE", "city " + i, i))
                .toList();
        assertThatThrownBy(() -> add.rows(visits).via(RowSource.VALUES).execute(ctx))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("22,000 rows need 66,000 bind values, and a statement carries at most 65,535");
        assertThat(add.rows(visits).execute(ctx)).isEqualTo(22_000);
    }

    @Test
    void foldKeepsAValueThatADefaultFollows(DSLContext ctx) {
        // spotless:off
        var tiers = bulkUpsert(CUSTOMER, Tier.class)
                .key(CUSTOMER.EMAIL).from(Tier::email)
                .setOnInsert(CUSTOMER.NAME).from(Tier::email)
                .set(CUSTOMER.TIER).fromOrDefault(Tier::tier);
        // spotless:on
        tiers.rows(new Tier("a", "gold")).execute(ctx);
        tiers.rows(new Tier("a", null)).execute(ctx);
        assertThat(ctx.fetchValue(CUSTOMER.TIER)).isEqualTo("standard");
        tiers.duplicates(Duplicates.FOLD)
                .rows(new Tier("a", "gold"), new Tier("a", null))
                .execute(ctx);
        assertThat(ctx.fetchValue(CUSTOMER.TIER)).isEqualTo("gold");
    }

    @Test
    void nullKeysOverAnOrdinaryIndex(DSLContext ctx) {
        // spotless:off
        var add = bulkUpsert(PLACE, Visit.class)
                .key(PLACE.COUNTRY, notDistinct()).from(Visit::country)
                .key(PLACE.CITY, notDistinct()).from(Visit::city)
                .set(PLACE.VISITS).from(Visit::visits);
        // spotless:on
        Visit nowhere = new Visit(null, "Utopia", 1);
        add.rows(nowhere).execute(ctx);
        add.rows(nowhere).execute(ctx);
        assertThat(ctx.fetchCount(PLACE)).isEqualTo(2);
        assertThat(add.onlyChanged().rows(nowhere).fetchOutcomes(ctx).stream().map(Outcome::status))
                .containsExactly(Status.UNCHANGED);
        assertThat(ctx.fetchCount(PLACE)).isEqualTo(2);
        add.keyNotUnique().rows(new Visit(null, "Utopia", 5)).execute(ctx);
        assertThat(ctx.fetchCount(PLACE, PLACE.VISITS.eq(5))).isEqualTo(2);
    }

    @Test
    void anUpsertDrawsFromTheSequenceForExistingRowsToo(DSLContext ctx) {
        BulkUpsert<BrandRecord, String> brands = germanBrands(BRAND);
        brands.rows("Acme").execute(ctx);
        brands.rows("Acme").execute(ctx);
        brands.rows("Nova").execute(ctx);
        assertThat(ctx.fetchValue(BRAND.ID, BRAND.NAME.eq("Nova"))).isEqualTo(3);
        brands.onlyChanged().rows("Nova").execute(ctx);
        brands.rows("Pica").execute(ctx);
        assertThat(ctx.fetchValue(BRAND.ID, BRAND.NAME.eq("Pica"))).isEqualTo(4);
    }

    @Test
    void aTableNamedExcludedNeedsAnAlias(DSLContext ctx) {
        ctx.execute("create table excluded (like brand including all)");
        Brand excluded = BRAND.rename("excluded");
        Brand aliased = excluded.as("t");
        assertThat(sqlStateOf(() -> germanBrands(excluded).rows("Acme").execute(ctx)))
                .startsWith("42");
        germanBrands(aliased).rows("Acme").execute(ctx);
        germanBrands(aliased).rows("Acme", "Nova").execute(ctx);
        assertThat(ctx.fetchCount(excluded)).isEqualTo(2);
    }

    private static BulkUpsert<BrandRecord, String> germanBrands(Brand table) {
        // spotless:off
        return bulkUpsert(table, String.class)
                .key(table.NAME).from(name -> name)
                .set(table.COUNTRY).from(name -> "DE");
        // spotless:on
    }

    @Test
    void recordListenersAreNotCalled(DSLContext ctx) {
        AtomicInteger calls = new AtomicInteger();
        DSLContext listening = ctx.configuration()
                .derive(RecordListener.onInsertStart(record -> calls.incrementAndGet()))
                .dsl();
        BrandRecord acme = new BrandRecord(null, "Acme", "US");
        bulkInsert(BRAND).set(BRAND.NAME, BRAND.COUNTRY).rows(acme).execute(listening);
        assertThat(calls).hasValue(0);
        BrandRecord nova = listening.newRecord(BRAND);
        nova.setName("Nova");
        nova.insert();
        assertThat(calls).hasValue(1);
    }

    private static String sqlStateOf(ThrowingCallable call) {
        return catchThrowableOfType(BulkException.class, call).failure().error().sqlState();
    }
}
