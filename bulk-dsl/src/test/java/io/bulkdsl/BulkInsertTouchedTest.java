// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** Inserts of records, each of the columns that it touched. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkInsertTouchedTest {

    @Test
    void touchedColumnsOfEachRecord(DSLContext ctx) {
        List<TmRecord> records = List.of(
                new TmRecord(),
                new TmRecord().setName("a").setIntField(1),
                new TmRecord().setName("b"),
                new TmRecord().setIntField(null),
                new TmRecord(),
                new TmRecord().setName("c").setIntField(null));
        var insert = bulkInsert(TM).touched().rows(records);
        assertThat(insert.queries()).hasSize(4);
        assertThatSql(insert.queries().get(0)).rendersSql("""
                insert into "public"."tm"
                select from (values (?), (?)) as "incoming" ("row_number")
                """);
        var outcomes =
                insert.returning(TM.NAME, TM.INT_FIELD, TM.BIG_ARRAY_FIELD).fetchOutcomes(ctx);
        assertThat(OutcomeText.of(outcomes))
                .containsExactly(
                        "1 INSERTED [null, null, []]",
                        "2 INSERTED [a, 1, []]",
                        "3 INSERTED [b, null, []]",
                        "4 INSERTED [null, null, []]",
                        "5 INSERTED [null, null, []]",
                        "6 INSERTED [c, null, []]");
        assertThat(ctx.fetchCount(TM)).isEqualTo(6);
        assertThat(insert.execute(ctx)).isEqualTo(6);
        assertThat(insert.returning(TM.ID).fetchRows(ctx))
                .extracting(Returned::rowNumber)
                .containsExactly(1, 2, 3, 4, 5, 6);
        for (var row : insert.returning(TM).fetchRows(ctx)) {
            assertThat(row.element()).isSameAs(records.get(row.rowNumber() - 1));
            assertThat(row.record().changed()).isFalse();
            assertThat(row.record().getName()).isEqualTo(row.element().getName());
        }
    }

    @Test
    void touchedColumnsOfAllRecordsOrNone(DSLContext ctx) {
        var insert = bulkInsert(WIDE)
                .touched()
                .rows(
                        new WideRecord().setSi((short) 1),
                        new WideRecord().setCode("a"),
                        new WideRecord().setTx("x"),
                        new WideRecord().setCode("a"));
        for (Callable<?> call : List.<Callable<?>>of(
                () -> insert.execute(ctx),
                () -> insert.fetchOutcomes(ctx),
                () -> insert.returning(WIDE.ID).fetch(ctx),
                () -> insert.returning(WIDE.ID).fetchRows(ctx),
                () -> ctx.transactionResult(own -> insert.execute(own.dsl())))) {
            assertThatThrownBy(call::call)
                    .isInstanceOf(BulkException.class)
                    .hasMessage(
                            "bulkInsert into wide: unique constraint wide_code_key on (code) is violated by row 2 and row 4; leave such rows out, or use onConflictDoNothing()");
            assertThat(ctx.fetchCount(WIDE)).isZero();
        }
        // the caller's transaction goes on
        ctx.transaction(own -> {
            own.dsl().insertInto(WIDE).set(WIDE.CODE, "mine").execute();
            assertThatThrownBy(() -> insert.execute(own.dsl())).isInstanceOf(DataAccessException.class);
            assertThat(own.dsl().fetchCount(WIDE)).isEqualTo(1);
        });
        assertThat(ctx.fetchValues(WIDE.CODE)).containsExactly("mine");
    }
}
