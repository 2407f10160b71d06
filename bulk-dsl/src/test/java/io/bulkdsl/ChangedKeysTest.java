// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.testdb.appschema.Tables.TESTMODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upserts of rows that a trigger gives other keys than they came with: an error, and nothing is written. */
@PostgresTest(migrations = "classpath:db/migration")
class ChangedKeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "'other'"})
    void whatATriggerMakesOfKeys(String key, DSLContext ctx) {
        ctx.execute("create function meddle() returns trigger language plpgsql as $$ begin new.name := " + key
                + "; return new; end $$");
        ctx.execute(
                "create trigger meddle before insert on appschema.testmodel for each row execute function meddle()");
        // spotless:off
        var locking = bulkUpsert(TESTMODEL, Hits.class)
                .key(TESTMODEL.NAME).from(Hits::name)
                .set(TESTMODEL.INT_FIELD).from(Hits::n)
                .keyNotUnique();
        // spotless:on
        var rows = locking.rows(new Hits("a", 1));
        for (Callable<?> call : List.<Callable<?>>of(
                () -> rows.execute(ctx), () -> rows.fetchOutcomes(ctx), () -> rows.returning(TESTMODEL.ID)
                        .fetchRows(ctx))) {
            assertThatThrownBy(call::call)
                    .isInstanceOf(BulkException.class)
                    .hasMessageEndingWith(
                            "a trigger gave a new row another key than it was to have, so which input row it belongs to can't be told; use execute() or returning(…).fetch");
            assertThat(ctx.fetchCount(TESTMODEL)).isZero();
        }
    }
}
