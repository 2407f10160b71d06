// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.Operators.ne;
import static io.bulkdsl.seed.SeedNames.UPDATE_NAME;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.seed.SeedNames.Named;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many rows of the table an input row finds, and which input row wins where several find one. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.2 bulkUpdate: which rows match")
class SeedC2MatchesTest {

    record NamedRange(int from, int to, String name) {}

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
    }

    @Test
    @DisplayName("C.2 #64 one column as two keys: a range")
    void range(DSLContext ctx) {
        int matched = bulkUpdate(TM, NamedRange.class)
                .key(TM.ID, ge())
                .from(NamedRange::from)
                .key(TM.ID, lt())
                .from(NamedRange::to)
                .set(TM.NAME)
                .from(NamedRange::name)
                .rows(new NamedRange(1, 3, "first"), new NamedRange(6, 8, "second"))
                .execute(ctx);

        assertThat(matched).isEqualTo(4);
        assertThat(inIdOrder(ctx, TM.NAME))
                .containsExactly("first", "first", "test3", "test4", "test5", "second", "second", "test8", "test9");
    }

    @Test
    @DisplayName("C.2 #77 counts rows matched, changed or not; a row without a match is silent")
    void missingRow(DSLContext ctx) {
        assertThat(UPDATE_NAME.rows(new Named(1, "test1"), new Named(100, "z")).execute(ctx))
                .isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).hasSize(9).doesNotContain("z");
    }

    @Test
    @DisplayName("C.2 #80 the same key twice (differs: refused; LAST gives 'b', also FIRST can be chosen)")
    void duplicates(DSLContext ctx) {
        List<Named> rows = List.of(new Named(1, "a"), new Named(1, "b"));

        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> UPDATE_NAME.rows(rows).execute(ctx))
                .withMessageContaining("row 2, column tm.id")
                .withMessageContaining("row 1");
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1");

        assertThat(UPDATE_NAME.duplicates(Duplicates.FIRST).rows(rows).execute(ctx))
                .isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("a");

        assertThat(UPDATE_NAME.duplicates(Duplicates.LAST).rows(rows).execute(ctx))
                .isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("b");
    }

    @Test
    @DisplayName("C.2 #83 two rows match one target row: the first in input order wins (differs: was undefined)")
    void severalMatches(DSLContext ctx) {
        BulkUpdate<TmRecord, Named> below = bulkUpdate(TM, Named.class)
                .key(TM.ID, lt())
                .from(Named::id)
                .set(TM.NAME)
                .from(Named::name);

        assertThat(below.rows(new Named(3, "a"), new Named(2, "b")).execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("a", "a", "test3");

        assertThat(below.rows(new Named(2, "b"), new Named(3, "a")).execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("b", "a", "test3");
    }

    @Test
    @DisplayName("C.2 #85 two rows with <>: the first in input order wins (differs: was undefined)")
    void severalMatchesOfNe(DSLContext ctx) {
        int matched = bulkUpdate(TM, Named.class)
                .key(TM.ID, ne())
                .from(Named::id)
                .set(TM.NAME)
                .from(Named::name)
                .rows(new Named(1, "a"), new Named(2, "b"))
                .execute(ctx);

        assertThat(matched).isEqualTo(9);
        assertThat(inIdOrder(ctx, TM.NAME)).containsExactly("b", "a", "a", "a", "a", "a", "a", "a", "a");
    }
}
