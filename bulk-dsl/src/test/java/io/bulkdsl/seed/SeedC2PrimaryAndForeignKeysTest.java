// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.testdb.public_.Tables.RE;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Columns that rows are known by, or know others by, as keys and as what is set. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.2 bulkUpdate of primary and foreign keys")
class SeedC2PrimaryAndForeignKeysTest {

    record Moved(int from, int to) {}

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
    }

    @Test
    @DisplayName("C.2 #68 returning all columns of a table with references")
    void returningReferences(DSLContext ctx) {
        SeedRows.re(ctx);

        Result<Record> returned = bulkUpdate(RE, Moved.class)
                .key(RE.ID)
                .from(Moved::from)
                .set(RE.INT_FIELD)
                .from(Moved::to)
                .rows(new Moved(1, 2))
                .returning(RE.fields())
                .fetch(ctx);

        assertThat(returned).singleElement().extracting(Record::intoArray).isEqualTo(new Object[] {1, 2, 1, 1});
    }

    @Test
    @DisplayName("C.2 #86 primary keys move")
    void primaryKeysMove(DSLContext ctx) {
        int matched = bulkUpdate(TM, Moved.class)
                .key(TM.ID)
                .from(Moved::from)
                .set(TM.ID)
                .from(Moved::to)
                .rows(new Moved(1, 100), new Moved(2, 101))
                .execute(ctx);

        assertThat(matched).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.ID)).containsExactly(3, 4, 5, 6, 7, 8, 9, 100, 101);
        assertThat(inIdOrder(ctx, TM.NAME)).endsWith("test9", "test1", "test2");
    }

    @Test
    @DisplayName("C.2 #88 incr on the primary key")
    void primaryKeyIncreased(DSLContext ctx) {
        int matched = bulkUpdate(TM, Moved.class)
                .key(TM.ID)
                .from(Moved::from)
                .set(TM.ID, incr())
                .from(Moved::to)
                .rows(new Moved(1, 100))
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.ID)).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 101);
    }

    @Test
    @DisplayName("C.2 #91 a foreign key as key, with = and with in")
    void foreignKeyAsKey(DSLContext ctx) {
        SeedRows.re(ctx);

        assertThat(bulkUpdate(RE, Moved.class)
                        .key(RE.FK_ID)
                        .from(Moved::from)
                        .set(RE.INT_FIELD)
                        .from(Moved::to)
                        .rows(new Moved(1, 9))
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(inIdOrder(ctx, RE.INT_FIELD)).containsExactly(9);

        assertThat(bulkUpdate(RE, Integer.class)
                        .key(RE.FK_ID, in())
                        .from(value -> List.of(1, 2))
                        .set(RE.INT_FIELD)
                        .from(value -> value)
                        .rows(10)
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(inIdOrder(ctx, RE.INT_FIELD)).containsExactly(10);
    }
}
