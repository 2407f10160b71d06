// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.seed.SeedRows.refusalOf;
import static io.bulkdsl.testdb.public_.Tables.SLOT;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;
import io.bulkdsl.testkit.PostgresTest;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two keys in either order, of which one may be null, over indexes that differ about nulls. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.6 bulkUpsert by two keys")
class SeedC6TwoKeysTest {

    record Pair(Integer a, Integer b, String value) {}

    private static final BulkUpsert<TwokeyRecord, Pair> SET_V = bulkUpsert(TWOKEY, Pair.class)
            .key(TWOKEY.A)
            .from(Pair::a)
            .key(TWOKEY.B)
            .from(Pair::b)
            .set(TWOKEY.V)
            .from(Pair::value);

    private static final BulkUpsert<TwokeyRecord, Pair> SET_V_NULLS_EQUAL = bulkUpsert(TWOKEY, Pair.class)
            .key(TWOKEY.A, notDistinct())
            .from(Pair::a)
            .key(TWOKEY.B, notDistinct())
            .from(Pair::b)
            .set(TWOKEY.V)
            .from(Pair::value);

    private static final Pair TWO_AND_NULL = new Pair(2, null, "N");

    @Test
    @DisplayName("C.6 #235 a null key is refused (differs: inserted a second row)")
    void nullKey(DSLContext ctx) {
        SeedRows.twoKey(ctx);

        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> SET_V.rows(TWO_AND_NULL).execute(ctx))
                .withMessageContaining("notDistinct()");
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("x", "y", "z", "w");
    }

    @Test
    @DisplayName("C.6 #235 to a unique index whose nulls are distinct, null is a new key each time")
    void nullsDistinct(DSLContext ctx) {
        SeedRows.twoKey(ctx);
        ctx.execute("select setval('twokey_id_seq', 99)");

        assertThat(SET_V_NULLS_EQUAL.rows(TWO_AND_NULL).execute(ctx)).isEqualTo(1);
        assertThat(ctx.fetch(TWOKEY, TWOKEY.A.eq(2)).sortAsc(TWOKEY.ID))
                .extracting(TwokeyRecord::getId, TwokeyRecord::getB, TwokeyRecord::getV)
                .containsExactly(tuple(3, null, "z"), tuple(100, null, "N"));
    }

    @Test
    @DisplayName("C.6 #236 keyNotUnique() with notDistinct() updates the row with null (differs: lost)")
    void nullKeyNotUnique(DSLContext ctx) {
        SeedRows.twoKey(ctx);
        ctx.execute("select setval('twokey_id_seq', 99)");

        assertThat(SET_V_NULLS_EQUAL
                        .keyNotUnique()
                        .rows(TWO_AND_NULL, new Pair(null, null, "new"))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(ctx.fetch(TWOKEY))
                .extracting(TwokeyRecord::getA, TwokeyRecord::getB, TwokeyRecord::getV)
                .containsExactlyInAnyOrder(
                        tuple(1, 1, "x"),
                        tuple(1, 2, "y"),
                        tuple(2, null, "N"),
                        tuple(null, 5, "w"),
                        tuple(null, null, "new"));
    }

    @Test
    @DisplayName("C.6 #238 a key without a unique index is refused; the message lists the unique keys")
    void noUniqueIndex(DSLContext ctx) {
        SeedRows.twoKey(ctx);
        var upsert = bulkUpsert(TWOKEY, Pair.class)
                .key(TWOKEY.A)
                .from(Pair::a)
                .set(TWOKEY.V)
                .from(Pair::value);

        assertThat(refusalOf(() -> upsert.rows(TWO_AND_NULL).execute(ctx))).isEqualTo("42P10");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> upsert.rows(TWO_AND_NULL).execute(ctx))
                .withMessageContainingAll("(a)", "(a, b)", "(id)", "keyNotUnique()");
    }

    @Test
    @DisplayName("C.6 #239 the keys in another order than the index")
    void keysInAnotherOrder(DSLContext ctx) {
        SeedRows.twoKey(ctx);

        int written = bulkUpsert(TWOKEY, Pair.class)
                .key(TWOKEY.B)
                .from(Pair::b)
                .key(TWOKEY.A)
                .from(Pair::a)
                .set(TWOKEY.V)
                .from(Pair::value)
                .rows(new Pair(1, 2, "N"))
                .execute(ctx);

        assertThat(written).isEqualTo(1);
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("x", "N", "z", "w");
    }

    @Test
    @DisplayName("C.6 #242 null as a key, with nulls not distinct (differs: wrote null to the other columns)")
    void nullsNotDistinct(DSLContext ctx) {
        int version =
                ctx.connectionResult(connection -> connection.getMetaData().getDatabaseMajorVersion());
        assumeTrue(version >= 15, "PostgreSQL " + version + " has no unique index with nulls not distinct, 15 has");
        ctx.insertInto(SLOT, SLOT.A, SLOT.B, SLOT.V).values(50, null, "old").execute();

        int written = bulkUpsert(SLOT, Pair.class)
                .key(SLOT.A, notDistinct())
                .from(Pair::a)
                .key(SLOT.B, notDistinct())
                .from(Pair::b)
                .set(SLOT.V)
                .from(Pair::value)
                .rows(new Pair(50, null, "9"))
                .execute(ctx);

        assertThat(written).isEqualTo(1);
        assertThat(inIdOrder(ctx, SLOT.V)).containsExactly("9");
    }
}
