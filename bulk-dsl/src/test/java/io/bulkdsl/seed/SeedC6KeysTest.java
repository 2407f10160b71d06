// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.contract.Duplicates.FIRST;
import static io.bulkdsl.seed.SeedNames.UPSERT_NAME;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.seed.SeedRows.refusalOf;
import static io.bulkdsl.testdb.public_.Tables.ARRKEY;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.seed.SeedNames.Named;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which keys are the same, and the same as a row's; a case of C.3 that is about upserts too. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.6 bulkUpsert: keys")
class SeedC6KeysTest {

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
    }

    @Test
    @DisplayName("C.3 #119 a key longer than the column is refused and matches no row, with and without a unique index")
    void keyTooLong(DSLContext ctx) {
        SeedRows.wide(ctx, WIDE.CODE, "abcde");
        var upsert = bulkUpsert(WIDE, String.class)
                .key(WIDE.CODE)
                .from(code -> code)
                .set(WIDE.TX)
                .from(code -> "hit");
        var updatesFirst = bulkUpsert(WIDE, String.class)
                .key(WIDE.CODE)
                .from(code -> code)
                .setOnUpdate(WIDE.TX)
                .from(code -> "hit");

        for (var definition : List.of(upsert, upsert.keyNotUnique(), updatesFirst)) {
            assertThat(refusalOf(() -> definition.rows("abcdefgh").execute(ctx)))
                    .isEqualTo("22001");
            assertThat(inIdOrder(ctx, WIDE.TX)).containsExactly((String) null);
        }
        assertThat(upsert.keyNotUnique().rows("abcde").execute(ctx)).isEqualTo(1);
        assertThat(updatesFirst.rows("abcde").execute(ctx)).isEqualTo(1);
    }

    @Test
    @DisplayName("C.6 #232 keys that are the same to the server are refused before it writes (differs: by the server)")
    void sameKeyTwice(DSLContext ctx) {
        ctx.insertInto(TAG, TAG.NAME, TAG.HITS).values("here", 1).execute();
        var hit = bulkUpsert(TAG, String.class)
                .key(TAG.NAME)
                .from(name -> name)
                .set(TAG.HITS, incr())
                .from(name -> 1);

        for (List<String> rows : List.of(List.of("here", "HERE"), List.of("new", "NEW"), List.of("new", "new"))) {
            assertThatExceptionOfType(InvalidRowException.class)
                    .as("%s", rows)
                    .isThrownBy(() -> hit.rows(rows).execute(ctx))
                    .withMessageContaining("row 2");
        }
        assertThat(ctx.fetchSingle(TAG).getHits()).isEqualTo(1);
    }

    @Test
    @DisplayName("C.6 #233 doNothing(), the same key twice: refused, or the first on request (differs: the first)")
    void sameKeyTwiceDoNothing(DSLContext ctx) {
        var create = UPSERT_NAME.doNothing();
        List<Named> rows = List.of(new Named(10, "first"), new Named(10, "second"));

        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> create.rows(rows).execute(ctx));
        assertThat(create.duplicates(FIRST).rows(rows).execute(ctx)).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).endsWith("test9", "first");
    }

    @Test
    @DisplayName("C.6 #241 a deferrable unique constraint is refused; keyNotUnique() does it")
    void deferrableConstraint(DSLContext ctx) {
        SeedRows.twoKey(ctx);
        ctx.execute("select setval('twokey_id_seq', 99)");
        ctx.execute("alter table twokey add unique (v) deferrable");
        var upsert = bulkUpsert(TWOKEY, String.class)
                .key(TWOKEY.V)
                .from(v -> v)
                .set(TWOKEY.B)
                .from(v -> 9);

        assertThat(refusalOf(() -> upsert.rows("x", "new").execute(ctx))).isEqualTo("55000");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> upsert.rows("x", "new").execute(ctx))
                .withMessageContainingAll("deferrable", "keyNotUnique()");
        assertThat(upsert.keyNotUnique().rows("x", "new").execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetch(TWOKEY, TWOKEY.B.eq(9)))
                .extracting(TwokeyRecord::getV)
                .containsExactlyInAnyOrder("x", "new");
    }

    @Test
    @DisplayName("C.6 #243 a key that the column rounds, in whichever row (differs: null in rows after the first)")
    void roundedKey(DSLContext ctx) {
        for (List<String> keys : List.of(List.of("5", "1.239"), List.of("1.239", "5"))) {
            ctx.deleteFrom(DECKEY).execute();
            SeedRows.decKey(ctx);

            int written = bulkUpsert(DECKEY, String.class)
                    .key(DECKEY.K)
                    .from(BigDecimal::new)
                    .set(DECKEY.V)
                    .from(key -> "for " + key)
                    .rows(keys)
                    .execute(ctx);

            assertThat(written).isEqualTo(2);
            assertThat(inIdOrder(ctx, DECKEY.V)).containsExactly("for 1.239", "for 5");
        }
    }

    @Test
    @DisplayName("C.6 #244 arrays as keys, with and without a unique index (differs: error without)")
    void arrayKeys(DSLContext ctx) {
        ctx.insertInto(ARRKEY, ARRKEY.K, ARRKEY.V)
                .values(new Integer[] {1, 2}, "old")
                .execute();
        var upsert = bulkUpsert(ARRKEY, Integer[].class)
                .key(ARRKEY.K)
                .from(k -> k)
                .set(ARRKEY.V, concat())
                .from(k -> "new");

        assertThat(upsert.rows(new Integer[] {1, 2}, new Integer[] {3}).execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, ARRKEY.V)).containsExactly("oldnew", "new");
        assertThat(upsert.keyNotUnique()
                        .rows(new Integer[] {1, 2}, new Integer[] {4})
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, ARRKEY.V)).containsExactly("oldnewnew", "new", "new");
    }
}
