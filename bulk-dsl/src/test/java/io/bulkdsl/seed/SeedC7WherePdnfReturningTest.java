// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Operators.between;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.gt;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.Operators.isNull;
import static io.bulkdsl.Operators.le;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.Operators.ne;
import static io.bulkdsl.Operators.notIn;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.Bounds;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.7 Returning, where, pdnf")
class SeedC7WherePdnfReturningTest {

    record Named(int id, String name) {}

    private static final BulkUpdate<TmRecord, Named> SET_NAME =
            bulkUpdate(TM, Named.class).key(TM.ID).from(Named::id).set(TM.NAME).from(Named::name);

    private static final BulkStatement<Named> TWO_ROWS = SET_NAME.rows(new Named(1, "a"), new Named(2, "b"));

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
    }

    @Nested
    class OfReturning {

        @Test
        @DisplayName("C.7 #277 returning without the primary key (differs: refused, after the statement ran)")
        void withoutPrimaryKey(DSLContext ctx) {
            Result<Record1<String>> names = TWO_ROWS.returning(TM.NAME).fetch(ctx);

            assertThat(names.getValues(TM.NAME)).containsExactlyInAnyOrder("a", "b");
        }

        @Test
        @DisplayName("C.7 #277 returning no columns is refused before any SQL (differs: SQL syntax error)")
        void noColumns(DSLContext ctx) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TWO_ROWS.returning(List.of()).fetch(ctx));
            assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1", "test2");
        }

        @Test
        @DisplayName("C.7 #278 returning a column twice")
        void columnTwice(DSLContext ctx) {
            Result<Record3<Integer, Integer, String>> rows =
                    TWO_ROWS.returning(TM.ID, TM.ID, TM.NAME).fetch(ctx);

            assertThat(rows.sortAsc(0))
                    .extracting(Record3::value1, Record3::value2, Record3::value3)
                    .containsExactly(tuple(1, 1, "a"), tuple(2, 2, "b"));
        }

        @Test
        @DisplayName("C.7 #281 a column that was not returned is an error (differs: silent SELECTs)")
        void columnNotReturned(DSLContext ctx) {
            Record1<Integer> row = TWO_ROWS.returning(TM.ID).fetch(ctx).get(0);

            assertThatIllegalArgumentException().isThrownBy(() -> row.get(TM.NAME));
        }

        @Test
        @DisplayName("C.7 #310 results add up as the lists they are (of different columns: does not compile)")
        void addedUp(DSLContext ctx) {
            Result<Record2<Integer, String>> rows =
                    TWO_ROWS.returning(TM.ID, TM.NAME).fetch(ctx);
            rows.addAll(
                    SET_NAME.rows(new Named(3, "c")).returning(TM.ID, TM.NAME).fetch(ctx));

            assertThat(rows.intoMap(TM.ID, TM.NAME))
                    .containsOnlyKeys(1, 2, 3)
                    .containsEntry(1, "a")
                    .containsEntry(3, "c");
        }

        @Test
        @DisplayName("C.7 #311 no rows return an empty result that knows its columns")
        void empty(DSLContext ctx) {
            Result<Record2<Integer, String>> rows =
                    SET_NAME.rows(List.of()).returning(TM.ID, TM.NAME).fetch(ctx);

            assertThat(rows).isEmpty();
            assertThat(rows.fields()).containsExactly(TM.ID, TM.NAME);
        }
    }

    @Nested
    class OfWhere {

        @Test
        @DisplayName("C.7 #283 a condition that is never true: 0 (differs: error)")
        void never(DSLContext ctx) {
            assertThat(twoRows(falseCondition()).execute(ctx)).isZero();
            assertThat(twoRows(TM.ID.in(List.of())).execute(ctx)).isZero();
            assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1", "test2");
        }

        @Test
        @DisplayName("C.7 #284 the first row only, as a subquery (differs: the slice was ignored)")
        void limited(DSLContext ctx) {
            Condition first = TM.ID.in(select(TM.ID).from(TM).orderBy(TM.ID).limit(1));

            assertThat(twoRows(first).execute(ctx)).isEqualTo(1);
            assertThat(inIdOrder(ctx, TM.NAME)).startsWith("a", "test2");
        }

        @Test
        @DisplayName("C.7 #286 a subquery on the same table (differs: SQL error)")
        void subquery(DSLContext ctx) {
            Condition above = TM.ID.in(select(TM.ID).from(TM).where(TM.INT_FIELD.gt(1)));

            assertThat(twoRows(above).execute(ctx)).isEqualTo(1);
            assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1", "b");
        }

        @Test
        @DisplayName("C.7 #287 like '%' and values with '%s'")
        void percentSigns(DSLContext ctx) {
            int matched = SET_NAME.where(TM.NAME.like("%"))
                    .rows(new Named(1, "%s"), new Named(2, "%(name)s"))
                    .execute(ctx);

            assertThat(matched).isEqualTo(2);
            assertThat(inIdOrder(ctx, TM.NAME)).startsWith("%s", "%(name)s");
        }

        private static BulkStatement<Named> twoRows(Condition where) {
            return SET_NAME.where(where).rows(new Named(1, "a"), new Named(2, "b"));
        }
    }

    @Nested
    class OfPdnf {

        record Ids(Collection<Integer> ids) {}

        record IdAndNull(int id, boolean isNull) {}

        record IdAndInt(int id, int count) {}

        record IdsAndName(Collection<Integer> ids, String name) {}

        @Test
        @DisplayName("C.7 #292 in, over lists and sets")
        void inCollections(DSLContext ctx) {
            assertThat(selected(ctx, idIn(List.of(1, 3), List.of(5, 7, 9)))).containsExactly(1, 3, 5, 7, 9);
            assertThat(selected(ctx, idIn(Set.of(2, 4), Set.of(6, 8)))).containsExactly(2, 4, 6, 8);
        }

        @Test
        @DisplayName("C.7 #293 = and isNull")
        void equalAndIsNull(DSLContext ctx) {
            ctx.insertInto(TM, TM.ID, TM.NAME).values(10, "test10").execute();
            var clause = pdnf(IdAndNull.class)
                    .key(TM.ID)
                    .from(IdAndNull::id)
                    .key(TM.INT_FIELD, isNull())
                    .from(IdAndNull::isNull);

            assertThat(selected(ctx, clause.rows(new IdAndNull(1, true), new IdAndNull(10, true))))
                    .containsExactly(10);
            assertThat(selected(ctx, clause.rows(new IdAndNull(1, false), new IdAndNull(10, false))))
                    .containsExactly(1);
        }

        @Test
        @DisplayName("C.7 #295 ne and =")
        void notEqualAndEqual(DSLContext ctx) {
            Condition clause = pdnf(IdAndInt.class)
                    .key(TM.ID, ne())
                    .from(IdAndInt::id)
                    .key(TM.INT_FIELD)
                    .from(IdAndInt::count)
                    .rows(Stream.of(2, 4, 6, 8).map(id -> new IdAndInt(id, 2)));

            assertThat(selected(ctx, clause)).containsExactly(2);
        }

        @TestFactory
        Stream<DynamicTest> comparisons(DSLContext ctx) {
            return Stream.of(
                    compared(ctx, "gt", gt(), 6, 7, 8, 9),
                    compared(ctx, "lt", lt(), 1, 2, 3, 4, 5),
                    compared(ctx, "ge", ge(), 5, 6, 7, 8, 9),
                    compared(ctx, "le", le(), 1, 2, 3, 4, 5, 6));
        }

        private static DynamicTest compared(
                DSLContext ctx, String name, KeyOperator<Integer, Integer> operator, Integer... expected) {
            return dynamicTest("C.7 #296 " + name + " 6 or " + name + " 5", () -> {
                Condition clause =
                        pdnf(Integer.class).key(TM.ID, operator).from(id -> id).rows(6, 5);

                assertThat(selected(ctx, clause)).containsExactly(expected);
            });
        }

        @Test
        @DisplayName("C.7 #298 no rows select nothing")
        void noRows(DSLContext ctx) {
            assertThat(selected(
                            ctx, pdnf(Integer.class).key(TM.ID).from(id -> id).rows(List.of())))
                    .isEmpty();
        }

        @Test
        @DisplayName("C.7 #299 in and =")
        void inAndEqual(DSLContext ctx) {
            ctx.deleteFrom(TM).execute();
            ctx.insertInto(TM, TM.ID, TM.NAME, TM.INT_FIELD)
                    .values(1, "updated1", 2)
                    .values(2, "updated2", 3)
                    .values(3, "incr_concat1", 4)
                    .values(4, "concat2", 5)
                    .execute();

            Condition clause = pdnf(IdsAndName.class)
                    .key(TM.ID, in())
                    .from(IdsAndName::ids)
                    .key(TM.NAME)
                    .from(IdsAndName::name)
                    .rows(
                            new IdsAndName(List.of(1, 2, 3), "updated2"),
                            new IdsAndName(List.of(3, 4, 5), "concat2"),
                            new IdsAndName(List.of(2, 3, 4), "updated1"));

            assertThat(ctx.fetch(TM, clause).sortAsc(TM.ID).getValues(TM.INT_FIELD))
                    .containsExactly(3, 5);
        }

        @Test
        @DisplayName("C.7 #301 in and notIn of nothing; a null element is refused (differs: was dropped)")
        void noElements(DSLContext ctx) {
            SeedRows.twoKey(ctx);
            var in = pdnf(Ids.class).key(TWOKEY.A, in()).from(Ids::ids);
            var notIn = pdnf(Ids.class).key(TWOKEY.A, notIn()).from(Ids::ids);

            assertThat(ctx.fetchCount(TWOKEY, in.rows(new Ids(List.of())))).isZero();
            assertThat(ctx.fetchCount(TWOKEY, notIn.rows(new Ids(List.of())))).isEqualTo(4);
            assertThatExceptionOfType(InvalidRowException.class)
                    .isThrownBy(() -> in.rows(new Ids(Arrays.asList(1, null))))
                    .withMessageContaining("row 1, column twokey.a");
        }

        @Test
        @DisplayName("C.7 #302 null for < and for a bound is refused (three bounds: does not compile)")
        void nullValues() {
            var below = pdnf(Named.class).key(TM.ID, lt()).from(row -> (Integer) null);
            var between = pdnf(Named.class).key(TM.ID, between()).from(row -> Bounds.of(1, null));

            assertThatExceptionOfType(InvalidRowException.class)
                    .isThrownBy(() -> below.rows(new Named(1, "a")))
                    .withMessageContaining("row 1, column tm.id");
            assertThatExceptionOfType(InvalidRowException.class)
                    .isThrownBy(() -> between.rows(new Named(1, "a")))
                    .withStackTraceContaining("the upper bound of between is null");
        }

        @Test
        @DisplayName("C.7 #304 rows that are the values themselves (differs: refused)")
        void plainValues(DSLContext ctx) {
            assertThat(selected(
                            ctx, pdnf(Integer.class).key(TM.ID).from(id -> id).rows(1)))
                    .containsExactly(1);
            assertThat(selected(
                            ctx,
                            pdnf(String.class).key(TM.NAME).from(name -> name).rows("test1", "a")))
                    .containsExactly(1);
        }

        @Test
        @DisplayName("C.7 #307 ne 1 or ne 2: all rows")
        void notEqualTwice(DSLContext ctx) {
            Condition clause =
                    pdnf(Integer.class).key(TM.ID, ne()).from(id -> id).rows(1, 2);

            assertThat(selected(ctx, clause)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        }

        @Test
        @DisplayName("C.7 #308 a thousand rows")
        void manyRows(DSLContext ctx) {
            Condition clause = pdnf(Integer.class)
                    .key(TM.ID)
                    .from(id -> id)
                    .key(TM.NAME)
                    .from(id -> "test" + id)
                    .rows(IntStream.rangeClosed(1, 1000).boxed());

            assertThat(selected(ctx, clause)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        }

        @SafeVarargs
        private static Condition idIn(Collection<Integer>... rows) {
            return pdnf(Ids.class)
                    .key(TM.ID, in())
                    .from(Ids::ids)
                    .rows(Arrays.stream(rows).map(Ids::new));
        }

        private static List<Integer> selected(DSLContext ctx, Condition condition) {
            return ctx.select(TM.ID).from(TM).where(condition).orderBy(TM.ID).fetch(TM.ID);
        }
    }
}
