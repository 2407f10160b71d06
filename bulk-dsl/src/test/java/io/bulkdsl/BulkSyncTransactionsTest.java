// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Offers.FEED;
import static io.bulkdsl.Offers.SYNC;
import static io.bulkdsl.Offers.contents;
import static io.bulkdsl.Offers.feed;
import static io.bulkdsl.Offers.offers;
import static io.bulkdsl.Offers.refusal;
import static io.bulkdsl.testdb.public_.Tables.OFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** A sync happens as a whole or not at all, and leaves the caller's transaction and connection to the caller. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkSyncTransactionsTest {

    /** The new row wants the position of a row outside the scope, after another has been removed. */
    @Test
    void allOrNothingByItself(DSLContext ctx) {
        offers(ctx);
        var before = contents(ctx);
        assertThatThrownBy(() -> SYNC.rows(feed("a", "1", 1), feed("d", "4", 9)).execute(ctx))
                .isInstanceOf(BulkException.class)
                .satisfies(e -> assertThat(((DataAccessException) e).sqlState()).isEqualTo("23505"))
                .hasMessageContaining("offer_position_key");
        assertThat(contents(ctx)).isEqualTo(before);
    }

    @Test
    void allOrNothingInATransaction(DSLContext ctx) {
        offers(ctx);
        ctx.transaction(trx -> {
            trx.dsl()
                    .update(OFFER)
                    .set(OFFER.POSITION, 8)
                    .where(OFFER.SKU.eq("x"))
                    .execute();
            assertThatThrownBy(() ->
                            SYNC.rows(feed("a", "1", 1), feed("d", "4", 8)).execute(trx.dsl()))
                    .isInstanceOf(BulkException.class);
            assertThat(trx.dsl().fetchCount(OFFER)).isEqualTo(4);
            assertThat(SYNC.rows(feed("a", "1", 1), feed("b", "2", 2)).execute(trx.dsl()))
                    .isEqualTo(1);
        });
        assertThat(contents(ctx)).containsExactly("a acme 1.00 1 false", "b acme 2.00 2 false", "x other 9.00 8 false");
    }

    @Test
    void aTransactionGoesOnAfterARefusal(DSLContext ctx) {
        offers(ctx);
        ctx.transaction(trx -> {
            trx.dsl()
                    .update(OFFER)
                    .set(OFFER.PRICE, new BigDecimal("8.00"))
                    .where(OFFER.SKU.eq("a"))
                    .execute();
            refusal(trx.dsl(), SYNC.refuseToRemoveMoreThan(0), FEED);
            trx.dsl()
                    .update(OFFER)
                    .set(OFFER.POSITION, 8)
                    .where(OFFER.SKU.eq("a"))
                    .execute();
        });
        assertThat(contents(ctx))
                .containsExactly(
                        "a acme 8.00 8 false", "b acme 2.00 2 false", "c acme 3.00 3 false", "x other 9.00 9 false");
    }

    @Test
    void theCallersTransactionIsTheCallers(DSLContext ctx, DataSource database) throws Exception {
        offers(ctx);
        var before = contents(ctx);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            DSLContext own = SourceUnderTest.on(DSL.using(connection, SQLDialect.POSTGRES));
            assertThat(SYNC.rows(FEED).execute(own)).isEqualTo(3);
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(contents(ctx)).isEqualTo(before);
            connection.rollback();
            assertThat(contents(own)).isEqualTo(before);

            own.update(OFFER)
                    .set(OFFER.PRICE, new BigDecimal("8.00"))
                    .where(OFFER.SKU.eq("x"))
                    .execute();
            assertThatThrownBy(() ->
                            SYNC.rows(feed("a", "1", 1), feed("d", "4", 9)).execute(own))
                    .isInstanceOf(BulkException.class);
            refusal(own, SYNC.refuseToRemoveMoreThan(0), FEED);
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(contents(own)).hasSize(4).contains("x other 8.00 9 false");
            assertThat(contents(ctx)).isEqualTo(before);
            connection.commit();
            assertThat(contents(ctx)).contains("x other 8.00 9 false");
        }
    }

    @Test
    void aConnectionStaysAsItWas(DSLContext ctx, DataSource database) throws Exception {
        offers(ctx);
        try (Connection connection = database.getConnection()) {
            DSLContext own = SourceUnderTest.on(DSL.using(connection, SQLDialect.POSTGRES));
            assertThatThrownBy(() ->
                            SYNC.rows(feed("a", "1", 1), feed("d", "4", 9)).execute(own))
                    .isInstanceOf(BulkException.class);
            assertThat(connection.getAutoCommit()).isTrue();
            refusal(own, SYNC.refuseToRemoveMoreThan(0), FEED);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(SYNC.rows(FEED).execute(own)).isEqualTo(3);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(contents(ctx)).contains("d acme 4.00 4 false");
        }
    }
}
