// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.append;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.eqNotNull;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.jsonbConcat;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.seed.SeedRows.ints;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each row by its own value, and again and again. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.4 Set functions on bulkUpdate: several rows")
class SeedC4SeveralRowsTest {

    record Renamed(int id, String oldName, String newName) {}

    private static final Integer[] EMPTY = {};

    @BeforeEach
    void rows(DSLContext ctx) {
        SeedRows.tm(ctx);
    }

    @Test
    @DisplayName("C.4 #131 incr")
    void incrThreeRows(DSLContext ctx) {
        int matched = bulkUpdate(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.INT_FIELD, incr())
                .from(id -> id)
                .rows(1, 5, 8)
                .execute(ctx);

        assertThat(matched).isEqualTo(3);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(2, 2, 3, 4, 10, 6, 7, 16, 9);
    }

    @Test
    @DisplayName("C.4 #133 append, four times")
    void appendFourTimes(DSLContext ctx) {
        var append = bulkUpdate(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.ARRAY_FIELD, append())
                .from(id -> id == 4 ? EMPTY : ints(id));

        for (int round = 1; round <= 4; round++) {
            assertThat(append.rows(1, 2, 3, 4).execute(ctx)).isEqualTo(4);
        }

        assertThat(inIdOrder(ctx, TM.ARRAY_FIELD))
                .containsExactly(
                        ints(1, 1, 1, 1), ints(2, 2, 2, 2), ints(3, 3, 3, 3), EMPTY, null, null, null, null, null);
    }

    @Test
    @DisplayName("C.4 #134 union, four times; the order is that of arrival")
    void unionFourTimes(DSLContext ctx) {
        for (int i = 4; i >= 1; i--) {
            Map<Integer, Integer[]> arrays = Map.of(1, ints(1), 2, ints(2), 3, ints(i), 4, EMPTY);
            int matched = bulkUpdate(TM, Integer.class)
                    .key(TM.ID)
                    .from(id -> id)
                    .set(TM.ARRAY_FIELD, union())
                    .from(arrays::get)
                    .rows(1, 2, 3, 4)
                    .execute(ctx);
            assertThat(matched).isEqualTo(4);
        }

        assertThat(inIdOrder(ctx, TM.ARRAY_FIELD))
                .containsExactly(ints(1), ints(2), ints(4, 3, 2, 1), EMPTY, null, null, null, null, null);
    }

    @Test
    @DisplayName("C.4 #136 jsonb ||, four times: numbers stay numbers")
    void jsonbFourTimes(DSLContext ctx) {
        for (int i = 1; i <= 4; i++) {
            Map<Integer, String> objects =
                    Map.of(1, "{\"1\": %d}", 2, "{\"2\": \"%d\"}", 3, "{\"%1$d\": %1$d}", 4, "{}");
            int round = i;
            int matched = bulkUpdate(TM, Integer.class)
                    .key(TM.ID)
                    .from(id -> id)
                    .set(TM.JSON_FIELD, jsonbConcat())
                    .from(id -> jsonb(objects.get(id).formatted(round)))
                    .rows(1, 2, 3, 4)
                    .execute(ctx);
            assertThat(matched).isEqualTo(4);
        }

        assertThat(inIdOrder(ctx, TM.JSON_FIELD))
                .startsWith(
                        jsonb("{\"1\": 4}"),
                        jsonb("{\"2\": \"4\"}"),
                        jsonb("{\"1\": 1, \"2\": 2, \"3\": 3, \"4\": 4}"),
                        jsonb("{}"),
                        null);
    }

    @Test
    @DisplayName("C.4 #137 eqNotNull")
    void notNullOnly(DSLContext ctx) {
        ctx.update(TM).setNull(TM.INT_FIELD).where(TM.ID.eq(3)).execute();
        Map<Integer, Integer> values = Map.of(1, 2, 2, 3);

        int matched = bulkUpdate(TM, Integer.class)
                .key(TM.ID)
                .from(id -> id)
                .set(TM.INT_FIELD, eqNotNull())
                .from(values::get)
                .rows(1, 2, 3, 4)
                .execute(ctx);

        assertThat(matched).isEqualTo(4);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(2, 3, null, 4, 5, 6, 7, 8, 9);
    }

    @Test
    @DisplayName("C.4 #179 concat on a column that is also a key")
    void concatOnKey(DSLContext ctx) {
        int matched = bulkUpdate(TM, Renamed.class)
                .key(TM.ID)
                .from(Renamed::id)
                .key(TM.NAME)
                .from(Renamed::oldName)
                .set(TM.NAME, concat())
                .from(Renamed::newName)
                .rows(List.of(new Renamed(1, "test1", "Z"), new Renamed(2, "no", "Z")))
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1Z", "test2");
    }
}
