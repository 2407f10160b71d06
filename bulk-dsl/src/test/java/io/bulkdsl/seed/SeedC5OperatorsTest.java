// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Operators.between;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.Operators.isNull;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.Operators.ne;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.Operators.notIn;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.Bounds;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In the tests on {@code twokey} every row that is hit gets the value 'hit'. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.5 Key operators on bulkUpdate")
class SeedC5OperatorsTest {

    record NamedSet(Collection<Integer> ids, String name) {}

    record CountedNames(Collection<String> names, int count) {}

    record Pair(Integer a, Integer b) {}

    private static final BulkUpdate<TmRecord, NamedSet> NAME_THOSE_IN = bulkUpdate(TM, NamedSet.class)
            .key(TM.ID, in())
            .from(NamedSet::ids)
            .set(TM.NAME)
            .from(NamedSet::name);

    private static final BulkUpdate<TwokeyRecord, Integer> A_IS_NULL_AND_B_EQUALS = bulkUpdate(TWOKEY, Integer.class)
            .key(TWOKEY.A, isNull())
            .from(b -> true)
            .key(TWOKEY.B)
            .from(b -> b)
            .set(TWOKEY.V)
            .from(b -> "hit");

    @BeforeEach
    void rows(DSLContext ctx) {
        SeedRows.tm(ctx);
        SeedRows.twoKey(ctx);
    }

    @Test
    @DisplayName("C.5 #181 in on names")
    void inOnNames(DSLContext ctx) {
        NAME_THOSE_IN
                .rows(new NamedSet(List.of(1, 2, 3), "1"), new NamedSet(List.of(4, 5, 6), "2"))
                .execute(ctx);

        int matched = bulkUpdate(TM, CountedNames.class)
                .key(TM.NAME, in())
                .from(CountedNames::names)
                .set(TM.INT_FIELD)
                .from(CountedNames::count)
                .rows(new CountedNames(List.of("1"), 1), new CountedNames(List.of("2"), 2))
                .execute(ctx);

        assertThat(matched).isEqualTo(6);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(1, 1, 1, 2, 2, 2, 7, 8, 9);
    }

    @Test
    @DisplayName("C.5 #182 notIn")
    void notInIds(DSLContext ctx) {
        int matched = bulkUpdate(TM, NamedSet.class)
                .key(TM.ID, notIn())
                .from(NamedSet::ids)
                .set(TM.NAME)
                .from(NamedSet::name)
                .rows(new NamedSet(List.of(4, 5, 6, 7, 8, 9), "1"), new NamedSet(List.of(7, 8, 9, 1, 2, 3), "2"))
                .execute(ctx);

        assertThat(matched).isEqualTo(6);
        assertThat(inIdOrder(ctx, TM.NAME)).containsExactly("1", "1", "1", "2", "2", "2", "test7", "test8", "test9");
    }

    @Test
    @DisplayName("C.5 #184 isNull false")
    void isNotNull(DSLContext ctx) {
        ctx.insertInto(TM, TM.ID, TM.NAME).values(10, "is_null").execute();

        int matched = bulkUpdate(TM, Boolean.class)
                .key(TM.INT_FIELD, isNull())
                .from(isNull -> isNull)
                .set(TM.NAME)
                .from(isNull -> "is_not_null_")
                .rows(false)
                .execute(ctx);

        assertThat(matched).isEqualTo(9);
        assertThat(inIdOrder(ctx, TM.NAME)).endsWith("is_not_null_", "is_null").doesNotContain("test1");
    }

    @Test
    @DisplayName("C.5 #185 ne")
    void notEqual(DSLContext ctx) {
        int matched = bulkUpdate(TM, Integer.class)
                .key(TM.ID, ne())
                .from(id -> id)
                .set(TM.NAME)
                .from(id -> "hit")
                .rows(1)
                .execute(ctx);

        assertThat(matched).isEqualTo(8);
        assertThat(inIdOrder(ctx, TM.NAME))
                .containsExactly("test1", "hit", "hit", "hit", "hit", "hit", "hit", "hit", "hit");
    }

    @Test
    @DisplayName("C.5 #187 between")
    void betweenBounds(DSLContext ctx) {
        assertThat(nameThoseBetween(ctx, 2, 5)).isEqualTo(4);
        assertThat(inIdOrder(ctx, TM.NAME))
                .containsExactly("test1", "hit", "hit", "hit", "hit", "test6", "test7", "test8", "test9");
    }

    @Test
    @DisplayName("C.5 #188 a null key is refused (differs: matched nothing); notDistinct finds the row with null")
    void nullKey(DSLContext ctx) {
        var a = bulkUpdate(TWOKEY, Pair.class).key(TWOKEY.A).from(Pair::a);
        Pair row = new Pair(2, null);

        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> a.key(TWOKEY.B)
                        .from(Pair::b)
                        .set(TWOKEY.V)
                        .from(pair -> "hit")
                        .rows(row)
                        .execute(ctx))
                .withMessageContaining("row 1, column twokey.b")
                .withMessageContaining("notDistinct()");
        assertThat(a.key(TWOKEY.B, notDistinct())
                        .from(Pair::b)
                        .set(TWOKEY.V)
                        .from(pair -> "hit")
                        .rows(row)
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("x", "y", "hit", "w");
    }

    @Test
    @DisplayName("C.5 #190 ne doesn't match null")
    void notEqualAndNull(DSLContext ctx) {
        int matched = bulkUpdate(TWOKEY, Integer.class)
                .key(TWOKEY.A, ne())
                .from(a -> a)
                .set(TWOKEY.V)
                .from(a -> "hit")
                .rows(1)
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("x", "y", "hit", "w");
    }

    @Test
    @DisplayName("C.5 #191 notIn: null columns, no elements, a null element (differs: is refused)")
    void notInAndNull(DSLContext ctx) {
        BulkUpdate<TwokeyRecord, NamedSet> notIn = bulkUpdate(TWOKEY, NamedSet.class)
                .key(TWOKEY.A, notIn())
                .from(NamedSet::ids)
                .set(TWOKEY.V)
                .from(NamedSet::name);

        assertThat(notIn.rows(new NamedSet(List.of(1), "hit")).execute(ctx)).isEqualTo(1);
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("x", "y", "hit", "w");

        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> notIn.rows(new NamedSet(Arrays.asList(1, null), "never"))
                        .execute(ctx))
                .withMessageContaining("row 1, column twokey.a");

        assertThat(notIn.rows(new NamedSet(List.of(), "all")).execute(ctx)).isEqualTo(4);
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("all", "all", "all", "all");
    }

    @Test
    @DisplayName("C.5 #193 null for the collection of in is refused")
    void inNull(DSLContext ctx) {
        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(
                        () -> NAME_THOSE_IN.rows(new NamedSet(null, "never")).execute(ctx))
                .withMessageContaining("row 1, column tm.id");
    }

    @Test
    @DisplayName("C.5 #194 in takes any collection")
    void inAnyCollection(DSLContext ctx) {
        int matched = NAME_THOSE_IN
                .rows(new NamedSet(Set.of(1, 2), "a"), new NamedSet(Stream.of(3).toList(), "b"))
                .execute(ctx);

        assertThat(matched).isEqualTo(3);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("a", "a", "b", "test4");
    }

    @Test
    @DisplayName("C.5 #196 between with reversed bounds matches nothing, a null bound is refused (differs: 0)")
    void oddBounds(DSLContext ctx) {
        assertThat(nameThoseBetween(ctx, 3, 1)).isZero();
        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> nameThoseBetween(ctx, null, 3))
                .withMessageContaining("row 1, column tm.id")
                .withStackTraceContaining("the lower bound of between is null");
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1", "test2", "test3");
    }

    @Test
    @DisplayName("C.5 #197 = and isNull")
    void equalAndIsNull(DSLContext ctx) {
        int matched = bulkUpdate(TWOKEY, Integer.class)
                .key(TWOKEY.A)
                .from(a -> a)
                .key(TWOKEY.B, isNull())
                .from(a -> true)
                .set(TWOKEY.V)
                .from(a -> "hit")
                .rows(2)
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("x", "y", "hit", "w");
    }

    @Test
    @DisplayName("C.5 #199 isNull and = are both needed (differs: matched a row whose b is another)")
    void isNullAndEqual(DSLContext ctx) {
        assertThat(A_IS_NULL_AND_B_EQUALS.rows(2).execute(ctx)).isZero();
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("x", "y", "z", "w");

        assertThat(A_IS_NULL_AND_B_EQUALS.rows(5).execute(ctx)).isEqualTo(1);
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("x", "y", "z", "hit");
    }

    @Test
    @DisplayName("C.5 #200 isNull, = and where")
    void isNullAndWhere(DSLContext ctx) {
        int matched = bulkUpdate(TWOKEY, Integer.class)
                .key(TWOKEY.A)
                .from(a -> a)
                .key(TWOKEY.B, isNull())
                .from(a -> false)
                .set(TWOKEY.V)
                .from(a -> "hit")
                .where(TWOKEY.ID.eq(1))
                .rows(1)
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TWOKEY.V)).containsExactly("hit", "y", "z", "w");
    }

    @Test
    @DisplayName("C.5 #202 one column as two keys, both with <")
    void twiceBelow(DSLContext ctx) {
        BulkUpdate<TmRecord, Pair> below = bulkUpdate(TM, Pair.class)
                .key(TM.ID, lt())
                .from(Pair::a)
                .key(TM.ID, lt())
                .from(Pair::b)
                .set(TM.NAME)
                .from(pair -> "hit");

        assertThat(below.rows(new Pair(1, 3)).execute(ctx)).isZero();
        assertThat(below.rows(new Pair(4, 3)).execute(ctx)).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("hit", "hit", "test3");
    }

    @Test
    @DisplayName("C.5 #203 between on dates, = on booleans, = on uuids")
    void keyTypes(DSLContext ctx) {
        LocalDate newYear = LocalDate.parse("2020-01-01");
        SeedRows.wide(ctx, WIDE.DA, newYear, newYear.plusYears(1));
        assertThat(bulkUpdate(WIDE, LocalDate.class)
                        .key(WIDE.DA, between())
                        .from(date -> Bounds.of(date, date.plusDays(30)))
                        .set(WIDE.TX)
                        .from(date -> "hit")
                        .rows(newYear)
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(inIdOrder(ctx, WIDE.TX)).containsExactly("hit", null);

        SeedRows.wide(ctx, WIDE.BO, true, false);
        assertThat(bulkUpdate(WIDE, Boolean.class)
                        .key(WIDE.BO)
                        .from(value -> value)
                        .set(WIDE.TX)
                        .from(String::valueOf)
                        .rows(false, true)
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(inIdOrder(ctx, WIDE.TX)).containsExactly("true", "false");

        SeedRows.wide(ctx, WIDE.UU, new UUID(0, 1), new UUID(0, 2));
        assertThat(bulkUpdate(WIDE, UUID.class)
                        .key(WIDE.UU)
                        .from(uuid -> uuid)
                        .set(WIDE.TX)
                        .from(uuid -> "hit")
                        .rows(new UUID(0, 2))
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(inIdOrder(ctx, WIDE.TX)).containsExactly(null, "hit");
    }

    private static int nameThoseBetween(DSLContext ctx, Integer low, Integer high) {
        return bulkUpdate(TM, Pair.class)
                .key(TM.ID, between())
                .from(pair -> Bounds.of(pair.a(), pair.b()))
                .set(TM.NAME)
                .from(pair -> "hit")
                .rows(new Pair(low, high))
                .execute(ctx);
    }
}
