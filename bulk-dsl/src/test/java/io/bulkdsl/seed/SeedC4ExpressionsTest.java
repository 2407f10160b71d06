// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testkit.PostgresTest;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code expr(…)} of the column, of the row's value, and of both. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.4 Set functions on bulkUpdate: expressions")
class SeedC4ExpressionsTest {

    @BeforeEach
    void rows(DSLContext ctx) {
        SeedRows.tm(ctx);
    }

    @Test
    @DisplayName("C.4 #139 expressions, with and without the row's value")
    void expressions(DSLContext ctx) {
        int matched = bulkUpdate(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.NAME, expr(DSL::upper))
                .set(TM.INT_FIELD, expr(Field::plus))
                .from(id -> id * 2)
                .rows(1, 2)
                .execute(ctx);

        assertThat(matched).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("TEST1", "TEST2", "test3");
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).startsWith(3, 6, 3);
    }

    @Test
    @DisplayName("C.4 #170 an expression without the row's value (differs: takes none, so none is dropped)")
    void expressionWithoutValue(DSLContext ctx) {
        TmRecord record = new TmRecord();
        record.setId(1);
        record.setIntField(100);

        int matched = bulkUpdate(TM)
                .keys(TM.ID)
                .set(TM.INT_FIELD, expr(current -> current.plus(1)))
                .rows(record)
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).startsWith(2, 2, 3);
    }

    @Test
    @DisplayName("C.4 #172 the row's value alone, and times the column")
    void expressionOfValue(DSLContext ctx) {
        var key = bulkUpdate(TM, Integer.class).key(TM.ID).from(id -> id);

        assertThat(key.set(TM.INT_FIELD, expr((current, incoming) -> incoming))
                        .from(id -> 7)
                        .rows(1, 2)
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).startsWith(7, 7, 3);

        assertThat(key.set(TM.INT_FIELD, expr((current, incoming) -> incoming.times(current)))
                        .from(id -> 10)
                        .rows(2, 3)
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).startsWith(7, 70, 30, 4);
    }
}
