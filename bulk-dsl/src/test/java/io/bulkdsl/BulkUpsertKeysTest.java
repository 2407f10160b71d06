// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.eqBy;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.CASELESS;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.NODEF;
import static io.bulkdsl.testdb.public_.Tables.SLOT;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The keys of an upsert: what the column makes of them, and whether they can be a conflict target. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpsertKeysTest {

    @Test
    void keysThatTheColumnNormalisesUpdateTheRightRow(DSLContext ctx) {
        ctx.insertInto(DECKEY)
                .set(DECKEY.K, new BigDecimal("1.24"))
                .set(DECKEY.V, "old")
                .execute();
        var byNumber = bulkUpsert(DECKEY, BigDecimal.class)
                .key(DECKEY.K)
                .from(k -> k)
                .set(DECKEY.V)
                .from(k -> "v" + k);
        assertThat(byNumber.rows(new BigDecimal("1.239"), new BigDecimal("5"))
                        .returning(DECKEY.K, DECKEY.V)
                        .fetchRows(ctx))
                .extracting(row -> row.rowNumber() + " " + row.record().value1() + " "
                        + row.record().value2())
                .containsExactly("1 1.24 v1.239", "2 5.00 v5");
        assertThat(ctx.fetchCount(DECKEY)).isEqualTo(2);

        assertThatThrownBy(() -> byNumber.rows(new BigDecimal("7.001"), new BigDecimal("7.002"))
                        .execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("row 2, column deckey.k: the same key as in row 1");

        record Hit(String name, int hits) {}
        ctx.insertInto(TAG).values("java", 1).execute();
        ctx.insertInto(CASELESS).values("java", 1).execute();
        var byCitext = bulkUpsert(TAG, Hit.class)
                .key(TAG.NAME)
                .from(Hit::name)
                .set(TAG.HITS, incr())
                .from(Hit::hits);
        var byCollation = bulkUpsert(CASELESS, Hit.class)
                .key(CASELESS.NAME)
                .from(Hit::name)
                .set(CASELESS.HITS, incr())
                .from(Hit::hits);
        List<Hit> hits = List.of(new Hit("JAVA", 10), new Hit("jOOQ", 5), new Hit("Java", 100));
        assertThatThrownBy(() -> byCitext.rows(hits).execute(ctx)).isInstanceOf(InvalidRowException.class);
        assertThat(byCitext.duplicates(FOLD).rows(hits).returning(TAG.HITS).fetchRows(ctx))
                .extracting(row -> row.element().name() + row.record().value1())
                .containsExactly("JAVA111", "jOOQ5");
        assertThat(byCollation
                        .duplicates(FOLD)
                        .rows(hits)
                        .returning(CASELESS.HITS)
                        .fetchRows(ctx))
                .extracting(row -> row.element().name() + row.record().value1())
                .containsExactly("JAVA111", "jOOQ5");
    }

    @Test
    void severalKeyColumnsInAnyOrder(DSLContext ctx) {
        record Pair(int a, int b) {}
        // spotless:off
        var pairs = bulkUpsert(TWOKEY, Pair.class)
                .key(TWOKEY.B).from(Pair::b)
                .key(TWOKEY.A).from(Pair::a)
                .set(TWOKEY.V).from(pair -> "v");
        // spotless:on
        assertThat(pairs.rows(new Pair(1, 2), new Pair(2, 1)).execute(ctx)).isEqualTo(2);
        assertThat(pairs.rows(new Pair(1, 2), new Pair(3, 1)).execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetchCount(TWOKEY)).isEqualTo(3);
    }

    @Test
    void namesTheUniqueKeysWhereTheTargetIsNone(DSLContext ctx) {
        var byTitle = bulkUpsert(BOOK, Delivery.class)
                .key(BOOK.TITLE)
                .from(Delivery::isbn)
                .set(BOOK.STOCK)
                .from(Delivery::copies)
                .filledByDatabase(BOOK.ISBN);
        assertThatThrownBy(() -> byTitle.rows(new Delivery("a", 1)).execute(ctx))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(
                        "bulkUpsert of book: the keys (title) are no unique key or index of the table; its unique keys are (id), (isbn)");
        var notNull = bulkUpsert(NODEF, Integer.class)
                .key(NODEF.ID)
                .from(id -> id)
                .set(NODEF.A)
                .from(id -> 1);
        assertThatThrownBy(() -> notNull.rows(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nodef.t is NOT NULL without a default");
        assertThatThrownBy(() -> notNull.filledByDatabase(NODEF.T).rows(1).execute(ctx))
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("23502"));
    }

    @Test
    void explainsADeferrableTarget(DSLContext ctx) {
        ctx.execute("alter table twokey add unique (v) deferrable");
        var byValue = bulkUpsert(TWOKEY, String.class)
                .key(TWOKEY.V)
                .from(v -> v)
                .set(TWOKEY.A)
                .from(v -> 1);
        assertThatThrownBy(() -> byValue.rows("x").execute(ctx))
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("55000"))
                .hasMessageContaining(
                        "bulkUpsert of twokey: the unique constraint on the keys (v) is deferrable, and PostgreSQL takes none such for ON CONFLICT");
    }

    /** The server looks for an index on the expression; with a bind value it finds none in a plan for all values. */
    @ParameterizedTest
    @EnumSource
    void anExpressionWithAValueIsTheSameAtEachCall(RowSource source, DSLContext ctx) {
        ctx.execute("create unique index on slot (a, coalesce(b, 0))");
        // spotless:off
        var visit = bulkUpsert(SLOT, Integer.class)
                .key(SLOT.A).from(a -> a)
                .key(SLOT.B, eqBy(b -> DSL.coalesce(b, 0))).from(a -> 0)
                .set(SLOT.V, concat()).from(a -> "x");
        // spotless:on
        ctx.execute("insert into slot (a, b, v) values (1, null, '')");
        ctx.connection(connection -> {
            DSLContext one = DSL.using(connection, SQLDialect.POSTGRES);
            for (int call = 1; call <= 12; call++) {
                visit.rows(1).via(source).execute(one);
            }
            visit.duplicates(LAST).rows(List.of(1, 1).iterator()).via(source).execute(one);
        });
        assertThat(ctx.fetchSingle(SLOT).getV()).isEqualTo("xxxxxxxxxxxxx");
    }
}
