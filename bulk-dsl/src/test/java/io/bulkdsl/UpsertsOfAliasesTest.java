// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Told.told;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testdb.public_.tables.Price;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import io.bulkdsl.testkit.PostgresTest;
import org.jooq.DSLContext;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Upserts and syncs through an alias, which is no table for the server's catalogs. */
@PostgresTest(migrations = "classpath:db/migration")
class UpsertsOfAliasesTest {

    private static final Price P = PRICE.as("p");

    // spotless:off
    private static final BulkUpsert<PriceRecord, Hits> SEEN = bulkUpsert(P, Hits.class)
            .key(P.SKU).from(Hits::name)
            .set(P.SEEN).from(Hits::n);
    // spotless:on

    @BeforeEach
    void prices(DSLContext ctx) {
        ctx.execute("insert into price (sku, seen) values ('a', 1), ('b', 2)");
    }

    @Test
    void outcomes(DSLContext ctx) {
        assertThat(OutcomeText.of(SEEN.rows(new Hits("b", 20), new Hits("c", 30))
                        .returning(P.SEEN)
                        .fetchOutcomes(ctx)))
                .containsExactly("1 UPDATED [20]", "2 INSERTED [30]");
    }

    @Test
    void syncs(DSLContext ctx) {
        var sync = bulkSync(SEEN).scope(DSL.trueCondition()).deleteMissing();
        assertThat(OutcomeText.of(sync.rows(new Hits("b", 20), new Hits("c", 30))
                        .fetchOutcomes(ctx)
                        .totals()))
                .isEqualTo("inserted=1, updated=1, deleted=1");
    }

    @Test
    void whereTheTableIsLocked(DSLContext ctx) {
        var locking = SEEN.keyNotUnique();
        assertThat(OutcomeText.of(told(ctx, locking.rows(new Hits("b", 20), new Hits("c", 30)), P.SEEN)))
                .containsExactly("1 UPDATED [20] was [2]", "2 INSERTED [30]");
    }

    @Test
    void inAnotherSchema(DSLContext ctx) {
        ctx.execute("create schema mapped create view price as select * from public.price");
        Settings mapped = new Settings()
                .withRenderKeywordCase(RenderKeywordCase.UPPER)
                .withRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("public").withOutput("mapped")));
        DSLContext mapping = ctx.configuration().derive(mapped).dsl();
        assertThat(OutcomeText.of(SEEN.rows(new Hits("b", 20), new Hits("c", 30))
                        .fetchOutcomes(mapping)
                        .totals()))
                .as("told without the system columns that a view doesn't have")
                .isEqualTo("inserted=1, updated=1");
    }
}
